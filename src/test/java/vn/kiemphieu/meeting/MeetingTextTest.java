package vn.kiemphieu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.MeetingDraft.Line;
import vn.kiemphieu.meeting.MeetingText.Written;

/** What is saved at the desk reads as it was typed, and stays a file that a person can read. */
class MeetingTextTest {

    private static final Set<String> RULES = Set.of("qd-96", "kh-bdt-2023");
    private static final String TEMPLATE = MeetingFile.template(LocalDate.of(2024, 2, 5));
    private static final MeetingDraft SAMPLE = MeetingFile.draft(TEMPLATE);

    @Test
    void changesNothingWhereNothingIsChanged() {
        Written written = MeetingText.write(SAMPLE, TEMPLATE);

        assertThat(written.text()).isEqualTo(TEMPLATE);
        assertThat(written.anew()).isFalse();
    }

    @Test
    void keepsEveryCommentOfTheTemplate() {
        MeetingDraft typed = with("attendance/summoned", "30")
                .with("officials", List.of(new Line("Mấu Quốc Dũng", "Phó Trưởng ban: phụ trách, “mới”")));

        String text = MeetingText.write(typed, TEMPLATE).text();

        assertThat(comments(text)).isEqualTo(comments(TEMPLATE));
        assertThat(text)
                .contains("  summoned: 30                             # số người được triệu tập\n")
                .contains("officials:\n  - {name: Mấu Quốc Dũng, position: \"Phó Trưởng ban: phụ trách, “mới”\"}\n\n");
        assertThat(MeetingFile.read(text, RULES).meeting().orElseThrow().officials())
                .hasSize(1);
    }

    @Test
    void keepsSomebodysOwnCommentsAndTheirOrder() {
        String own = TEMPLATE.replace("rules: qd-96", "# hỏi lại chị Hương\nrules: qd-96   # đã chốt 12/6")
                .replace("position: Trưởng ban}", "position: Trưởng ban}   # nghỉ hưu 2025");

        Written written = MeetingText.write(with("rules", "kh-bdt-2023"), own);

        assertThat(written.anew()).isFalse();
        assertThat(written.text())
                .contains("# hỏi lại chị Hương\nrules: kh-bdt-2023 # đã chốt 12/6\n")
                .contains("position: Trưởng ban}   # nghỉ hưu 2025\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{meeting: {title: A, date: 2024-02-05, place: B}, organisation: {name: C, kind: state}, rules: qd-96,"
                        + " officials: [{name: D}], committee: [{name: E}], chair: {name: F}}",
                "meeting:\n  title: >\n    Dòng một\n    dòng hai\n",
                "không: phải\n  - yaml: [",
                "officials:\n- name: Một\n  position: Hai\n- name: Ba\n"
            })
    void beginsAnewWhereAFileIsWrittenInAnotherManner(String other) {
        Written written = MeetingText.write(SAMPLE, other);

        assertThat(written.anew()).isTrue();
        assertThat(MeetingFile.draft(written.text())).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "~",
                "yes",
                "2024-02-05",
                "1e3",
                "'",
                "\"",
                "\\",
                "\\n",
                "- a",
                "a: b",
                "a #b",
                "# a",
                "{a}",
                "[a, b]",
                "&a",
                "*a",
                "!!java.util.Date",
                "%TAG",
                "@",
                "`",
                "|",
                ">",
                "a\tb\nc",
                "<script>alert(1)</script>",
                "Nguyễn Văn A, 1970",
                "Lê Thị \"Hương\"",
                "D'Arc",
                "\ud83d\ude00",
                "a\ud800b",
                "Phó Bí thư Thường trực – Chủ tịch HĐND"
            })
    void readsAsItWasTypedWhateverWasTyped(String text) {
        MeetingDraft typed = with("meeting/title", text)
                .with("officials", List.of(new Line(text, text), new Line("Nguyễn Văn B", "")))
                .with("meeting/basis", List.of(new Line(text, "")));

        Written written = MeetingText.write(typed, TEMPLATE);

        assertThat(written.anew()).isFalse();
        assertThat(MeetingFile.draft(written.text())).isEqualTo(typed);
        Meeting meeting = MeetingFile.read(written.text(), RULES).meeting().orElseThrow();
        assertThat(meeting.title()).isEqualTo(typed.value("meeting/title"));
        assertThat(meeting.officials().get(0).name()).isEqualTo(typed.value("meeting/title"));
    }

    @RepeatedTest(200)
    void readsAsItWasTypedWhateverTheKeyboardDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, String> values = new HashMap<>();
        MeetingDraft.VALUES.forEach(key -> values.put(key, noise(random)));
        Map<String, List<Line>> lists = new HashMap<>();
        MeetingDraft.LISTS.forEach(key -> lists.put(
                key,
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> new Line(noise(random), key.endsWith("basis") ? "" : noise(random)))
                        .toList()));
        MeetingDraft typed = new MeetingDraft(values, lists);

        assertThat(MeetingFile.draft(MeetingText.write(typed, TEMPLATE).text())).isEqualTo(typed);
    }

    private static String noise(Random random) {
        String letters = "aÂ1 :#-{}[],\"'\\&*!|>%@`~?\n\t\u00a0\u2028\u200b\ufeff\ud83d\ude00ễ\u0301=/<.";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void saysWhichLineHoldsWhat() {
        MeetingDraft typed = with("attendance/present", "abc")
                .with("officials", List.of(new Line("Nguyễn Văn A", ""), new Line("NGUYỄN VĂN A", "")));
        Written written = MeetingText.write(typed, TEMPLATE);

        assertThat(MeetingFile.read(written.text(), RULES).problems())
                .extracting(problem -> written.places().get(problem.line()) + " " + problem.kind())
                .containsExactly("attendance/present NOT_A_NUMBER", "officials/2 DOUBLED_OFFICIAL");
    }

    @Test
    void readsWhatItCanOfAFileThatContradictsItself() {
        MeetingDraft draft =
                MeetingFile.draft("meeting: {title: T, date: hôm nay}\nattendance: [1]\nofficials:\n  - A\n"
                        + "  - {name: B, position: P, age: 3}\nlạ: x\n");

        assertThat(draft.value("meeting/title")).isEqualTo("T");
        assertThat(draft.value("meeting/date")).isEqualTo("hôm nay");
        assertThat(draft.value("attendance/present")).isEmpty();
        assertThat(draft.list("officials")).containsExactly(new Line("A", ""), new Line("B", "P"));
    }

    private static MeetingDraft with(String key, String value) {
        Map<String, String> values = new HashMap<>(SAMPLE.values());
        values.put(key, value);
        return new MeetingDraft(values, SAMPLE.lists());
    }

    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#')))
                .toList();
    }
}
