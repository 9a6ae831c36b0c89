package vn.kiemphieu.meeting;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A meeting as it is typed: texts under the file's own keys, right or wrong. Only a {@link Meeting} may be counted by; a
 * draft becomes one by being written ({@link MeetingText}) and read ({@link MeetingFile}).
 *
 * @param values by key, such as {@code meeting/title}; one for each of {@link #VALUES}
 * @param lists by key; one for each of {@link #LISTS}
 */
public record MeetingDraft(Map<String, String> values, Map<String, List<Line>> lists) {

    /** Every key with one text behind it, in the file's order. */
    public static final List<String> VALUES = List.of(
            "meeting/title",
            "meeting/date",
            "meeting/place",
            "organisation/superior",
            "organisation/name",
            "organisation/kind",
            "attendance/summoned",
            "attendance/present",
            "ballots/issued",
            "ballots/collected",
            "ballots/exchanged",
            "rules",
            "chair/name",
            "chair/role");

    /** Every key with a list behind it. */
    public static final List<String> LISTS = List.of("meeting/basis", "officials", "committee", "observers");

    /**
     * One line of a list: a person, or a document that the vote rests on.
     *
     * @param about position or role; empty where there is none
     */
    public record Line(String name, String about) {

        public Line {
            name = Entries.tidy(name);
            about = Entries.tidy(about);
        }

        boolean says() {
            return !name.isEmpty() || !about.isEmpty();
        }
    }

    public MeetingDraft {
        Map<String, String> allValues = new LinkedHashMap<>();
        for (String key : VALUES) {
            allValues.put(key, Entries.tidy(values.getOrDefault(key, "")));
        }
        Map<String, List<Line>> allLists = new LinkedHashMap<>();
        for (String key : LISTS) {
            allLists.put(
                    key,
                    lists.getOrDefault(key, List.of()).stream()
                            .filter(Line::says)
                            .toList());
        }
        values = Map.copyOf(allValues);
        lists = Map.copyOf(allLists);
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public List<Line> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** {@return the same with another list} */
    public MeetingDraft with(String key, List<Line> list) {
        Map<String, List<Line>> changed = new LinkedHashMap<>(lists);
        changed.put(key, list);
        return new MeetingDraft(values, changed);
    }

    /** {@return the keys under which the other says something else, in the file's order} */
    public List<String> differences(MeetingDraft other) {
        List<String> keys = new ArrayList<>();
        VALUES.stream().filter(key -> !value(key).equals(other.value(key))).forEach(keys::add);
        LISTS.stream().filter(key -> !list(key).equals(other.list(key))).forEach(keys::add);
        return keys;
    }

    /** {@return what can be read of a file's text, however wrong it is; nothing of what is no YAML at all} */
    static MeetingDraft of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<Line>> lists = new LinkedHashMap<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                VALUES.forEach(key -> values.put(key, text(at(root, key))));
                LISTS.forEach(key -> lists.put(key, lines(at(root, key))));
            }
        } catch (YAMLException e) {
            return new MeetingDraft(Map.of(), Map.of());
        }
        return new MeetingDraft(values, lists);
    }

    private static List<Node> at(Node from, String path) {
        List<Node> found = List.of(from);
        for (String key : path.split("/")) {
            found = found.stream().flatMap(node -> child(node, key).stream()).toList();
        }
        return found;
    }

    private static List<Node> child(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .limit(1)
                .toList();
    }

    private static String text(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node instanceof ScalarNode)
                .map(node -> ((ScalarNode) node).getValue())
                .findFirst()
                .orElse("");
    }

    private static List<Line> lines(List<Node> nodes) {
        if (nodes.isEmpty() || !(nodes.get(0) instanceof SequenceNode sequence)) {
            return List.of();
        }
        return sequence.getValue().stream().map(MeetingDraft::line).toList();
    }

    private static Line line(Node node) {
        String position = text(child(node, "position"));
        return node instanceof ScalarNode scalar
                ? new Line(scalar.getValue(), "")
                : new Line(text(child(node, "name")), position.isEmpty() ? text(child(node, "role")) : position);
    }
}
