package vn.kiemphieu.ruling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.kiemphieu.ruling.Consequence.Spoils;

/** Reads the profiles in {@code resources/rules}. They are part of the program, so a mistake in one is ours and throws. */
final class RuleProfileFile {

    private RuleProfileFile() {}

    static List<String> index() {
        return text("index").lines().filter(line -> !line.isBlank()).toList();
    }

    static RuleProfile read(String id) {
        Map<?, ?> profile = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(id + ".yaml")), id);
        Map<?, ?> title = map(profile.get("title"), "title");
        Map<Fault, Consequence> consequences = new EnumMap<>(Fault.class);
        map(profile.get("faults"), "faults")
                .forEach((fault, entry) ->
                        consequences.put(Fault.valueOf(fault.toString()), consequence(map(entry, fault.toString()))));
        return new RuleProfile(
                String.valueOf(profile.get("id")),
                String.valueOf(title.get("vi")),
                String.valueOf(title.get("en")),
                consequences);
    }

    private static Consequence consequence(Map<?, ?> entry) {
        Spoils spoils = Spoils.valueOf(String.valueOf(entry.get("spoils")).toUpperCase(Locale.ROOT));
        List<?> lifts = entry.get("ballot-if") instanceof List<?> list ? list : List.of();
        if (!List.of("one-name", "every-row").containsAll(lifts)) {
            throw new IllegalArgumentException("Unknown ballot-if: " + lifts);
        }
        return new Consequence(spoils, lifts.contains("one-name"), lifts.contains("every-row"));
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("No list of keys under " + what);
    }

    private static String text(String name) {
        try (InputStream in = RuleProfile.class.getResourceAsStream("/rules/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The rule profile %s is missing".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
