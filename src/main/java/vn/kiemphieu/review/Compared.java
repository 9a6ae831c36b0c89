package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.decision.Standing;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.meeting.Meeting;

/**
 * The rows of one ballot as each member read them, side by side.
 *
 * @param people whose answers stand in the columns
 */
record Compared(List<String> people, List<Row> rows) {

    /**
     * One row.
     *
     * @param keys of the words for each answer, in the order of the people; empty where somebody left the row as it was read
     * @param differs whether not all say the same
     */
    record Row(int number, String official, List<Optional<String>> keys, boolean differs) {}

    /** {@return the table; empty while there are not two answers row by row} */
    static Optional<Compared> of(Subject subject, Standing standing, Meeting meeting, Map<String, String> names) {
        List<String> people = new ArrayList<>();
        List<Map<Integer, RowAnswer>> read = new ArrayList<>();
        for (Standing.Given given : standing.answers()) {
            if (given.answer() instanceof Answer.AsMarked marked) {
                people.add(names.getOrDefault(given.by(), given.by()));
                read.add(marked.rows());
            }
        }
        if (people.size() < 2) {
            return Optional.empty();
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        read.forEach(rows -> numbers.addAll(rows.keySet()));
        numbers.retainAll(subject.allRows());
        return Optional.of(new Compared(
                people,
                numbers.stream().map(number -> row(number, read, meeting)).toList()));
    }

    private static Row row(int number, List<Map<Integer, RowAnswer>> read, Meeting meeting) {
        List<Optional<String>> keys = read.stream()
                .map(rows -> Optional.ofNullable(rows.get(number)).map(RowAnswer::textKey))
                .toList();
        boolean differs = keys.stream().distinct().count() > 1;
        return new Row(number, meeting.officials().get(number - 1).name(), keys, differs);
    }
}
