package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with gaps: <code>{{name}}</code> takes a text, <code>{{{name}}}</code> takes it as it is, and what stands
 * between <code>{{#list}}</code> and <code>{{/list}}</code> is repeated for each entry of a list, so an empty list
 * leaves it out. A gap that nothing is given for is our own mistake and stops the paper.
 */
final class Template {

    private static final Pattern SECTION = Pattern.compile("\\{\\{#([a-z-]+)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\{?)([a-z-]+)}}}?");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template fromJar(String path) {
        return new Template(read(path));
    }

    static Template of(String text) {
        return new Template(text);
    }

    static String read(String path) {
        try (InputStream in = Template.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the page; values are texts, or lists of the same kind of map} */
    String fill(Map<String, ?> values) {
        return fill(text, values);
    }

    private static String fill(String text, Map<String, ?> values) {
        String withoutSections = SECTION.matcher(text).replaceAll(section -> {
            StringBuilder all = new StringBuilder();
            for (Map<String, ?> entry : entries(section.group(1), values)) {
                all.append(fill(section.group(2), entry));
            }
            return Matcher.quoteReplacement(all.toString());
        });
        return GAP.matcher(withoutSections).replaceAll(gap -> {
            String value = String.valueOf(valueOf(gap.group(2), values));
            return Matcher.quoteReplacement(gap.group(1).isEmpty() ? escaped(value) : value);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> entries(String name, Map<String, ?> values) {
        return (List<Map<String, ?>>) valueOf(name, values);
    }

    private static Object valueOf(String name, Map<String, ?> values) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nothing given for {{%s}}".formatted(name));
        }
        return value;
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }
}
