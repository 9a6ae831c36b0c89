package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import vn.kiemphieu.meeting.MeetingDraft;
import vn.kiemphieu.meeting.MeetingDraft.Line;

/** The fields of the page on which the meeting is typed. They are called as the keys of {@code meeting.yaml}. */
final class MeetingForm {

    /** More lines than any list may have; a form with a hundred thousand is none of ours. */
    private static final int MOST_LINES = 300;

    private MeetingForm() {}

    /** {@return what was typed, right or wrong} */
    static MeetingDraft read(MultiValueMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        MeetingDraft.VALUES.forEach(key -> values.put(key, first(fields, key)));
        Map<String, List<Line>> lists = new LinkedHashMap<>();
        lists.put(
                "meeting/basis",
                first(fields, "meeting/basis")
                        .lines()
                        .limit(MOST_LINES)
                        .map(line -> new Line(line, ""))
                        .toList());
        lists.put("officials", people(fields, "officials"));
        lists.put("committee", people(fields, "committee"));
        lists.put("observers", people(fields, "observers"));
        return new MeetingDraft(values, lists);
    }

    private record Numbered(double at, int typed, Line line) {}

    /** In the order of the numbers before the lines: whoever gives a line another number moves it there. */
    private static List<Line> people(MultiValueMap<String, String> fields, String list) {
        List<String> names = all(fields, list + "/name");
        List<String> about = all(fields, list + "/about");
        List<String> numbers = all(fields, list + "/number");
        return IntStream.range(0, Math.min(names.size(), MOST_LINES))
                .mapToObj(i -> new Numbered(number(at(numbers, i), i), i, new Line(names.get(i), at(about, i))))
                .sorted(Comparator.comparingDouble(Numbered::at).thenComparingInt(Numbered::typed))
                .map(Numbered::line)
                .toList();
    }

    /** A line that was moved stands where the number says; the one that stood there makes way. */
    private static double number(String typed, int index) {
        boolean moved = typed.strip().matches("[0-9]{1,3}") && Integer.parseInt(typed.strip()) != index + 1;
        if (!moved) {
            return index + 1;
        }
        int to = Integer.parseInt(typed.strip());
        return to > index + 1 ? to + 0.5 : to - 0.5;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return new ArrayList<>(fields.getOrDefault(name, List.of()));
    }

    static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    /** {@return the key of the words for one of the file's keys} */
    static String label(String key) {
        return "desk.meeting.key." + key.replace('/', '-');
    }
}
