package vn.kiemphieu.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a draft into the text of a meeting file and leaves the comments where they are. Works line by line and believes
 * nothing: where what was written does not read as the draft, it is written into the template that every meeting begins
 * with.
 */
public final class MeetingText {

    private static final Pattern KEYED = Pattern.compile("( *)([a-z]+):(?: .*)?");

    private final List<String> lines;
    private final MeetingDraft draft;
    private final List<String> out = new ArrayList<>();
    private final Map<Integer, String> places = new HashMap<>();
    private String section = "";
    private int at;

    private MeetingText(String base, MeetingDraft draft) {
        this.lines = base.lines().toList();
        this.draft = draft;
    }

    /**
     * The text, and what stands where in it.
     *
     * @param places by line: the key, with the number of the member in a list behind it, such as {@code officials/3}
     * @param anew whether it is the template's text, not that of the file before
     */
    public record Written(String text, Map<Integer, String> places, boolean anew) {

        public Written {
            places = Map.copyOf(places);
        }
    }

    /** {@return the draft as the text of a file, in the manner of that other text} */
    public static Written write(MeetingDraft draft, String base) {
        Written written = new MeetingText(base, draft).write(false);
        return MeetingFile.draft(written.text()).equals(draft) ? written : write(draft);
    }

    /** {@return the draft as a new file} */
    public static Written write(MeetingDraft draft) {
        return new MeetingText(MeetingFile.template(LocalDate.EPOCH), draft).write(true);
    }

    private Written write(boolean anew) {
        while (at < lines.size()) {
            String line = lines.get(at++);
            Matcher keyed = KEYED.matcher(line);
            if (keyed.matches()) {
                keyed(line, keyed.group(1), keyed.group(2));
            } else {
                out.add(line);
            }
        }
        return new Written(String.join("\n", out) + "\n", places, anew);
    }

    private void keyed(String line, String indent, String key) {
        if (indent.isEmpty()) {
            section = key;
        }
        String path = indent.isEmpty() ? key : section + "/" + key;
        if (MeetingDraft.LISTS.contains(path)) {
            list(line, indent, key, path);
        } else if (path.equals("chair")) {
            chair(line);
        } else if (MeetingDraft.VALUES.contains(path)) {
            add(entry(indent + key + ":", scalar(draft.value(path), false), line), path);
        } else {
            add(line, path);
        }
    }

    private void chair(String line) {
        MeetingDraft.Line chair = new MeetingDraft.Line(draft.value("chair/name"), draft.value("chair/role"));
        skipMembers("");
        add(entry("chair:", chair.says() ? person(chair, "role") : "", line), "chair");
    }

    private void list(String line, String indent, String key, String path) {
        List<MeetingDraft.Line> members = draft.list(path);
        List<String> before = skipMembers(indent);
        add(entry(indent + key + ":", members.isEmpty() && !path.equals("meeting/basis") ? "[]" : "", line), path);
        for (int i = 0; i < members.size(); i++) {
            MeetingDraft.Line member = members.get(i);
            String text = indent + "  - "
                    + switch (path) {
                        case "meeting/basis" -> scalar(member.name(), false);
                        case "officials" -> person(member, "position");
                        default -> person(member, "role");
                    };
            // A line that says the same keeps its own comment.
            String same = before.stream()
                    .filter(old -> old.equals(text) || old.startsWith(text + " #") || old.startsWith(text + "  "))
                    .findFirst()
                    .orElse(text);
            add(same, path + "/" + (i + 1));
        }
    }

    /** Steps over what belongs to a key of that indentation. {@return the lines; comments between them are kept in place} */
    private List<String> skipMembers(String indent) {
        List<String> members = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at);
            int depth = line.length() - line.stripLeading().length();
            boolean deeper = depth > indent.length() || depth == indent.length() && line.startsWith("- ", depth);
            if (line.isBlank() || line.strip().startsWith("#") || !deeper) {
                break;
            }
            members.add(line);
            at++;
        }
        return members;
    }

    private void add(String line, String path) {
        out.add(line);
        places.put(out.size(), path);
    }

    /** The comment stays in its column where there is room. */
    private static String entry(String key, String value, String old) {
        String said = value.isEmpty() ? key : key + " " + value;
        int comment = commentAt(old);
        return comment < 0 ? said : said + " ".repeat(Math.max(1, comment - said.length())) + old.substring(comment);
    }

    private static int commentAt(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char before = i == 0 ? ' ' : line.charAt(i - 1);
            if (quote == 0 && c == '#' && before == ' ') {
                return i;
            }
            if (quote == 0 && (c == '"' || c == '\'') && " {[,".indexOf(before) >= 0) {
                quote = c;
            } else if (c == quote && before != '\\') {
                quote = 0;
            }
        }
        return -1;
    }

    private static String person(MeetingDraft.Line person, String about) {
        String name = "{name: " + scalar(person.name(), true);
        return person.about().isEmpty() ? name + "}" : name + ", " + about + ": " + scalar(person.about(), true) + "}";
    }

    /** {@return the text as YAML says it: plain where nothing in it could mean anything else} */
    private static String scalar(String text, boolean inBraces) {
        String plain = inBraces ? "[\\p{L}\\p{M}\\p{N} .()/_–-]*" : "[\\p{L}\\p{M}\\p{N} .,()/_–-]*";
        boolean safe = text.matches("[\\p{L}\\p{N}]" + plain) && !text.equalsIgnoreCase("null");
        if (safe || text.isEmpty() && !inBraces) {
            return text;
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
