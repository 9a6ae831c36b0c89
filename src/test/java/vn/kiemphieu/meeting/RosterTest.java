package vn.kiemphieu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.MeetingDraft.Line;

/** Whatever shape a list of people comes in, each row is a person or is told as left out. */
class RosterTest {

    private static final Line AN = new Line("Nguyễn Văn An", "Trưởng ban");
    private static final Line NGOC = new Line("Trần Thị Bích Ngọc", "Phó Trưởng ban");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An\tTrưởng ban\nTrần Thị Bích Ngọc\tPhó Trưởng ban",
                "1\tNguyễn Văn An\tTrưởng ban\r\n2\tTrần Thị Bích Ngọc\tPhó Trưởng ban\r\n",
                "TT\tHọ và tên\tChức vụ\n1\tNguyễn Văn An\tTrưởng ban\n2\tTrần Thị Bích Ngọc\tPhó Trưởng ban\n",
                "STT\tChức danh, chức vụ\tHọ, tên\n01\tTrưởng ban\tNguyễn Văn An\n02\tPhó Trưởng ban\tTrần Thị Bích Ngọc",
                "No.\tFull name\tPosition\n1.\tNguyễn Văn An\tTrưởng ban\n2.\tTrần Thị Bích Ngọc\tPhó Trưởng ban",
                "1. Nguyễn Văn An - Trưởng ban\n2. Trần Thị Bích Ngọc – Phó Trưởng ban",
                "Nguyễn Văn An; Trưởng ban\n\n\nTrần Thị Bích Ngọc, Phó Trưởng ban",
                "  Nguyễn \u00a0Văn  An\tTrưởng\u00a0ban \n\u200bTrần Thị Bích Ngọc\t Phó  Trưởng ban",
                "\"Nguyễn\nVăn An\"\t\"Trưởng ban\"\nTrần Thị Bích Ngọc\t\"Phó\nTrưởng ban\"",
                "Ng\u0075\u0079e\u0302\u0303n Va\u0306n An\tTru\u031bo\u031b\u0309ng ban\nTra\u0302\u0300n Thi\u0323 Bi\u0301ch Ngo\u0323c\tPho\u0301 Tru\u031bo\u031b\u0309ng ban"
            })
    void understandsAListHoweverItWasPasted(String pasted) {
        assertThat(lines(Roster.ofText(pasted))).containsExactly(AN, NGOC);
    }

    @Test
    void keepsWhatAPersonIsAddressedAs() {
        assertThat(lines(Roster.ofText("Ông Nguyễn Văn An\tTrưởng ban\nBà Trần Thị Bích Ngọc\tPhó Trưởng ban")))
                .extracting(Line::name)
                .containsExactly("Ông Nguyễn Văn An", "Bà Trần Thị Bích Ngọc");
        assertThat(lines(Roster.ofText("1\tÔng\tNguyễn Văn An\tTrưởng ban\n2\tBà\tTrần Thị Bích Ngọc\tPhó Trưởng ban")))
                .containsExactly(
                        new Line("Ông Nguyễn Văn An", "Trưởng ban"),
                        new Line("Bà Trần Thị Bích Ngọc", "Phó Trưởng ban"));
    }

    @Test
    void tellsEveryRowThatItDoesNotTakeForAPerson() {
        Roster roster =
                Roster.ofText("DANH SÁCH NGƯỜI ĐƯỢC LẤY PHIẾU\t\t\nTT\tHọ và tên\tChức vụ\nI. Lãnh đạo Ban\t\t\n"
                        + "1\tNguyễn Văn An\tTrưởng ban\nTT\tHọ và tên\tChức vụ\n2\tTrần Thị Bích Ngọc\tPhó Trưởng ban\n"
                        + "Tổng cộng: 2 người\t\t");

        assertThat(lines(roster)).containsExactly(AN, NGOC);
        assertThat(roster.leftOut())
                .containsExactly(
                        "DANH SÁCH NGƯỜI ĐƯỢC LẤY PHIẾU",
                        "TT | Họ và tên | Chức vụ",
                        "I. Lãnh đạo Ban",
                        "TT | Họ và tên | Chức vụ",
                        "Tổng cộng: 2 người");
    }

    @Test
    void showsWhatOfARowItDidNotUse() {
        Roster roster =
                Roster.ofText("TT\tHọ và tên\tNăm sinh\tChức vụ\tGhi chú\n1\tNguyễn Văn An\t1970\tTrưởng ban\tmới");

        assertThat(roster.people()).containsExactly(new Roster.Person(AN, "1970 | mới"));
    }

    @Test
    void takesNamesAlone() {
        assertThat(lines(Roster.ofText("Nguyễn Văn An\nTrần Thị Bích Ngọc")))
                .containsExactly(new Line("Nguyễn Văn An", ""), new Line("Trần Thị Bích Ngọc", ""));
    }

    @Test
    void losesNobodyFromTheLongestBallot() {
        String pasted = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> i + "\tNgười Số " + i + "\tChức vụ " + i)
                .collect(java.util.stream.Collectors.joining("\n"));

        assertThat(lines(Roster.ofText(pasted))).hasSize(60).endsWith(new Line("Người Số 60", "Chức vụ 60"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t\t\n", "1\t2\t3\n4\t5\t6", "\"\"\"", "\t\"\n\"", "----"})
    void findsNobodyWhereNobodyIsNamed(String pasted) {
        assertThat(Roster.ofText(pasted).people()).isEmpty();
    }

    @Test
    void endsWithAnEndlessList() {
        assertThat(Roster.ofRows(Collections.nCopies(100_000, List.of("Nguyễn Văn An")))
                        .people())
                .hasSize(Roster.MOST_ROWS);
    }

    private static List<Line> lines(Roster roster) {
        return roster.people().stream().map(Roster.Person::line).toList();
    }
}
