package vn.kiemphieu.meeting;

import static vn.kiemphieu.meeting.MeetingProblem.Kind.DOUBLED_KEY;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.EMPTY_VALUE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.MISSING_KEY;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NEGATIVE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_A_LIST;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_A_MAPPING;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_A_NUMBER;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_A_TEXT;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.TOO_LONG;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.UNKNOWN_KEY;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The named entries of one place in the file. Asking for something that is wrong notes the problem and gives an empty
 * answer, so that one reading finds everything; nothing may be built from the answers while a problem is noted.
 */
final class Entries {

    private final int line;
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<MeetingProblem> problems;

    /** Of a mapping node; anything else is noted and has no entries. */
    Entries(Node node, List<String> known, List<MeetingProblem> problems) {
        this.line = lineOf(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry, known));
        } else {
            problems.add(new MeetingProblem(line, NOT_A_MAPPING, String.join(", ", known)));
        }
    }

    private void take(NodeTuple entry, List<String> known) {
        int at = lineOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(new MeetingProblem(at, NOT_A_TEXT));
        } else if (!known.contains(key.getValue())) {
            problems.add(new MeetingProblem(at, UNKNOWN_KEY, key.getValue(), String.join(", ", known)));
        } else if (values.containsKey(key.getValue())) {
            problems.add(new MeetingProblem(at, DOUBLED_KEY, key.getValue(), lineOf(key.getValue())));
        } else {
            values.put(key.getValue(), entry.getValueNode());
            lines.put(key.getValue(), at);
        }
    }

    /** {@return the line of that key, or of the whole place where the key is missing} */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** {@return whether the key is there with something behind it} */
    boolean has(String key) {
        Node value = values.get(key);
        return value != null && !isNothing(value);
    }

    /** {@return the node behind a key that must be there; a missing or empty one is noted} */
    Optional<Node> required(String key) {
        @Nullable Node value = values.get(key);
        if (value == null) {
            problems.add(new MeetingProblem(line, MISSING_KEY, key));
            return Optional.empty();
        }
        if (isNothing(value)) {
            problems.add(new MeetingProblem(lineOf(key), EMPTY_VALUE, key));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** {@return the text behind a key that must be there, see {@link #tidy}} */
    String text(String key, int longest) {
        return required(key).map(node -> text(node, key, longest)).orElse("");
    }

    /** {@return the text behind a key that may be left out; empty then} */
    String optionalText(String key, int longest) {
        return has(key) ? text(key, longest) : "";
    }

    private String text(Node node, String key, int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(new MeetingProblem(lineOf(node), NOT_A_TEXT, key));
            return "";
        }
        String text = tidy(scalar.getValue());
        if (text.isEmpty()) {
            problems.add(new MeetingProblem(lineOf(node), EMPTY_VALUE, key));
        } else if (text.length() > longest) {
            problems.add(new MeetingProblem(lineOf(node), TOO_LONG, key, text.length(), longest));
        }
        return text;
    }

    /** {@return the whole number behind a key; empty where it is left out, which is no problem} */
    OptionalInt number(String key) {
        if (!has(key)) {
            return OptionalInt.empty();
        }
        String text = text(key, 100);
        // Read as decimal digits, not by YAML's rules: there 030 is octal and makes 24 ballots of 30.
        if (text.matches("[0-9]{1,6}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        boolean negative = text.matches("[-\u2212][0-9]+");
        if (!text.isEmpty()) {
            problems.add(new MeetingProblem(lineOf(key), negative ? NEGATIVE : NOT_A_NUMBER, key, text));
        }
        return OptionalInt.empty();
    }

    /** {@return the members of the list behind a key; none where it is left out} */
    List<Node> list(String key) {
        Node value = values.get(key);
        if (value == null || isNothing(value)) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(new MeetingProblem(lineOf(key), NOT_A_LIST, key));
        return List.of();
    }

    /** {@return the members of a list that needs one at least; an absent or empty list is noted as {@code ifNone}} */
    List<Node> listOfSome(String key, MeetingProblem.Kind ifNone) {
        int before = problems.size();
        List<Node> members = list(key);
        if (members.isEmpty() && problems.size() == before) {
            problems.add(new MeetingProblem(lineOf(key), ifNone));
        }
        return members;
    }

    /** {@return the texts of the list behind a key} */
    List<String> texts(String key, int longest) {
        return list(key).stream().map(node -> text(node, key, longest)).toList();
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar
                && (Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank());
    }

    /**
     * One text as it is printed: composed letters (NFC), single spaces, none of the invisible characters that come along
     * when a name is copied from a word processor or a chat.
     */
    static String tidy(String raw) {
        String visible = raw.replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "").replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ");
        return Normalizer.normalize(visible.strip(), Normalizer.Form.NFC);
    }
}
