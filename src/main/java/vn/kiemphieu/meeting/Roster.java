package vn.kiemphieu.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A list of people as it comes out of a spreadsheet or a word processor. Understands what it can and tells the rest: every
 * row is either a person or named among those left out, so nothing is lost unseen.
 *
 * @param people in the order of the rows
 * @param leftOut rows that name nobody: heads, sums, headings of parts
 */
public record Roster(List<Person> people, List<String> leftOut) {

    /** Several times the longest ballot; whatever is longer is another file. */
    static final int MOST_ROWS = 500;

    /** Words before a name that some tables have in a column of their own. */
    private static final String ADDRESS = "(?iu)(ông|bà|đồng chí|đ/c|mr|mrs|ms)\\.?:?";

    private static final String NAME_HEAD = "(?iu).*(họ,? *(và|&)? *(chữ đệm *(và)? *)?tên|full ?name|^tên|^name).*";
    private static final String POSITION_HEAD = "(?iu).*(chức (danh|vụ)|chức$|vị trí|position|title|role|vai trò).*";
    private static final String NUMBER_HEAD = "(?iu)(tt|stt|số tt|số thứ tự|no\\.?|#)";
    private static final String FIGURE = "[0-9]{1,3}[.)]?";

    /**
     * One person that was understood.
     *
     * @param unused what else stood in the row
     */
    public record Person(MeetingDraft.Line line, String unused) {}

    public Roster {
        people = List.copyOf(people);
        leftOut = List.copyOf(leftOut);
    }

    /** {@return what was pasted: cells apart by tabs, or a name and a position in a line} */
    public static Roster ofText(String pasted) {
        return ofRows(PastedTable.rows(pasted));
    }

    /** {@return the table's people} */
    public static Roster ofRows(List<List<String>> table) {
        List<List<String>> rows = table.stream()
                .limit(MOST_ROWS)
                .map(row -> row.stream().map(Entries::tidy).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        int head = head(rows);
        Columns columns = head < 0 ? Columns.UNKNOWN : Columns.of(rows.get(head));
        List<Person> people = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            boolean nobody = i <= head || isHead(row) || namesNobody(row, columns);
            if (nobody) {
                leftOut.add(join(row));
            } else {
                people.add(columns.person(row));
            }
        }
        return new Roster(people, leftOut);
    }

    private static int head(List<List<String>> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> isHead(rows.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isHead(List<String> row) {
        boolean name = row.stream().anyMatch(cell -> cell.matches(NAME_HEAD));
        boolean beside = row.stream().anyMatch(cell -> cell.matches(POSITION_HEAD) || cell.matches(NUMBER_HEAD));
        long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
        return name && (beside || filled == 1);
    }

    private static boolean namesNobody(List<String> row, Columns columns) {
        String name = columns.person(row).line().name();
        long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
        String first = row.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        boolean sum = first.toLowerCase(Locale.ROOT).matches("(tổng (số|cộng)|cộng|total|danh sách người)\\b.*");
        boolean part = filled == 1 && columns.known() && first.matches("[IVX]{1,4}[.)\\-].*");
        return sum || part || name.codePoints().noneMatch(Character::isLetter);
    }

    private static String join(List<String> cells) {
        return String.join(" | ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
    }

    /** Which column holds what; without a head it is guessed row by row. */
    private record Columns(int name, List<Integer> positions) {

        static final Columns UNKNOWN = new Columns(-1, List.of());

        static Columns of(List<String> head) {
            int name = IntStream.range(0, head.size())
                    .filter(i -> head.get(i).matches(NAME_HEAD))
                    .findFirst()
                    .orElse(-1);
            List<Integer> positions = IntStream.range(0, head.size())
                    .filter(i -> i != name && head.get(i).matches(POSITION_HEAD))
                    .boxed()
                    .toList();
            return new Columns(name, positions);
        }

        boolean known() {
            return name >= 0;
        }

        Person person(List<String> row) {
            int at = known() ? name : firstName(row);
            if (at >= row.size()) {
                return new Person(new MeetingDraft.Line("", ""), join(row));
            }
            List<Integer> about = known() ? positions : guessed(row, at);
            List<String> unused = IntStream.range(0, row.size())
                    .filter(i -> i != at && !about.contains(i))
                    .mapToObj(row::get)
                    .filter(cell -> !cell.matches(FIGURE) && !cell.matches(ADDRESS))
                    .toList();
            String position = String.join(
                    ", ",
                    about.stream()
                            .filter(i -> i < row.size() && !row.get(i).isEmpty())
                            .map(row::get)
                            .toList());
            return new Person(new MeetingDraft.Line(addressed(row, at), position), join(unused));
        }

        private static String addressed(List<String> row, int at) {
            String name = row.get(at).replaceFirst("^" + FIGURE + "\\s+|^[0-9]{1,3}[.)]\\s*", "");
            boolean apart = at > 0 && row.get(at - 1).matches(ADDRESS);
            return apart ? row.get(at - 1) + " " + name : name;
        }

        private static int firstName(List<String> row) {
            return IntStream.range(0, row.size())
                    .filter(i -> hasLetter(row.get(i)) && !row.get(i).matches(ADDRESS))
                    .findFirst()
                    .orElse(row.size());
        }

        /** The first cell with words after the name; dates and figures are no position. */
        private static List<Integer> guessed(List<String> row, int name) {
            return IntStream.range(name + 1, row.size())
                    .filter(i -> hasLetter(row.get(i)))
                    .limit(1)
                    .boxed()
                    .toList();
        }

        private static boolean hasLetter(String cell) {
            return cell.codePoints().anyMatch(Character::isLetter);
        }
    }
}
