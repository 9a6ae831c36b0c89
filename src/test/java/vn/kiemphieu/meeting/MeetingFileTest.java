package vn.kiemphieu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.MeetingProblem.Kind;
import vn.kiemphieu.words.Texts;

class MeetingFileTest {

    static final Set<String> RULES = Set.of("kh-bdt-2023", "qd-96");

    @TempDir
    Path dir;

    String contract;

    @BeforeEach
    void loadTheContract() throws IOException {
        try (var in = MeetingFileTest.class.getResourceAsStream("/meeting/contract.yaml")) {
            contract = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsEveryKeyOfTheContract() throws IOException {
        MeetingReading reading = read(contract);
        assertThat(reading.problems()).isEmpty();
        Meeting meeting = reading.meeting().orElseThrow();
        assertThat(meeting.title()).startsWith("Hội nghị lấy phiếu tín nhiệm").endsWith("Ban Dân tộc");
        assertThat(meeting.date()).isEqualTo(LocalDate.of(2023, 7, 20));
        assertThat(meeting.place()).isEqualTo("Khánh Hòa");
        assertThat(meeting.basis()).hasSize(2);
        assertThat(meeting.organisation())
                .isEqualTo(new Organisation("UBND TỈNH KHÁNH HÒA", "BAN DÂN TỘC", Organisation.Kind.STATE));
        assertThat(meeting.attendance()).isEqualTo(new Attendance(OptionalInt.of(30), OptionalInt.of(29)));
        assertThat(meeting.ballots()).isEqualTo(new BallotCounts(OptionalInt.of(29), OptionalInt.of(29), 0));
        assertThat(meeting.rules()).isEqualTo("kh-bdt-2023");
        assertThat(meeting.officials())
                .containsExactly(
                        new Official("Nguyễn Văn An", "Trưởng ban"),
                        new Official("Trần Thị Bích Ngọc", "Phó Trưởng ban"),
                        new Official("Mấu Quốc Dũng", "Phó Trưởng ban"));
        assertThat(meeting.committee()).hasSize(3);
        assertThat(meeting.chair()).isEqualTo(new Person("Đỗ Minh Tuấn", "Chủ trì hội nghị"));
        assertThat(meeting.observers()).isEmpty();
    }

    @Test
    void readsItsOwnTemplate() throws IOException {
        MeetingReading reading = read(MeetingFile.template(LocalDate.of(2026, 7, 20)));
        assertThat(reading.problems()).isEmpty();
        Meeting meeting = reading.meeting().orElseThrow();
        assertThat(meeting.date()).isEqualTo(LocalDate.of(2026, 7, 20));
        assertThat(meeting.attendance().summoned()).isEmpty();
        assertThat(meeting.ballots().collected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            superior: UBND     | superiors: UBND    | UNKNOWN_KEY
            summoned: 30       | present: 30        | DOUBLED_KEY
            summoned: 30       | summoned: 28       | PRESENT_OVER_SUMMONED
            summoned: 30       | summoned: nhiều    | NOT_A_NUMBER
            summoned: 30       | summoned: 30.5     | NOT_A_NUMBER
            summoned: 30       | summoned: [30]     | NOT_A_TEXT
            present: 29        | present: -29       | NEGATIVE
            issued: 29         | issued: 28         | COLLECTED_OVER_ISSUED
            issued: 29         | issued: 30         | ISSUED_OVER_PRESENT
            exchanged: 0       | exchanged: -1      | NEGATIVE
            rules: kh-bdt-2023 | rules: kh-2023     | UNKNOWN_RULES
            date: 2023-07-20   | date: 2023-02-30   | BAD_DATE
            date: 2023-07-20   | date: 20/07/2023   | BAD_DATE
            date: 2023-07-20   | date: 0023-07-20   | BAD_DATE
            place: Khánh Hòa   | place:             | EMPTY_VALUE
            place: Khánh Hòa   | "#"                | MISSING_KEY
            kind: state        | kind: nhà nước     | UNKNOWN_BODY
            Trần Thị Bích Ngọc | NGUYỄN VĂN AN      | DOUBLED_OFFICIAL
            Phạm Đức Sơn       | Lê Thị Hương       | DOUBLED_MEMBER
            Nguyễn Văn An      | ''                 | EMPTY_VALUE
            observers: []      | observers: ông An  | NOT_A_LIST
            observers: []      | observers: [ông]   | NOT_A_MAPPING
            """)
    void namesEachContradiction(String was, String becomes, Kind kind) throws IOException {
        assertThat(contract).contains(was);
        String changed = contract.replace(was, becomes.equals("\"#\"") ? "#" : becomes);
        MeetingReading reading = read(changed);
        assertThat(reading.meeting()).isEmpty();
        assertThat(reading.problems()).extracting(MeetingProblem::kind).contains(kind);
    }

    @Test
    void namesTheLineOfEachProblemAndFindsThemAll() throws IOException {
        String changed = contract.replace("summoned: 30 ", "summoned: 20 ")
                .replace("collected: 29 ", "collected: 40 ")
                .replace("rules: kh-bdt-2023 ", "rules: nghi-quyet ")
                .replace("Mấu Quốc Dũng", "Nguyễn Văn An");
        assertThat(read(changed).problems())
                .containsExactly(
                        new MeetingProblem(16, Kind.PRESENT_OVER_SUMMONED, "29", "20"),
                        new MeetingProblem(19, Kind.COLLECTED_OVER_ISSUED, "40", "29"),
                        new MeetingProblem(21, Kind.UNKNOWN_RULES, "nghi-quyet", "kh-bdt-2023, qd-96"),
                        new MeetingProblem(25, Kind.DOUBLED_OFFICIAL, "Nguyễn Văn An", "23"));
    }

    @Test
    void acceptsNumbersLeftOutUntilTheReport() throws IOException {
        String early = contract.replaceAll("(?s)attendance:.*?rules:", "rules:");
        Meeting meeting = read(early).meeting().orElseThrow();
        assertThat(meeting.attendance().quorum()).isFalse();
        assertThat(meeting.ballots().issued()).isEmpty();
    }

    @Test
    void readsNumbersInDecimalWhateverYamlWouldMakeOfThem() throws IOException {
        assertThat(read(contract.replace("summoned: 30 ", "summoned: 030 "))
                        .meeting()
                        .orElseThrow()
                        .attendance()
                        .summoned())
                .hasValue(30);
    }

    @Test
    void composesNamesAndDropsWhatCannotBeSeen() throws IOException {
        String decomposed = Normalizer.normalize("Trần Thị Bích Ngọc", Normalizer.Form.NFD);
        String pasted = decomposed.replaceFirst(" ", "\u00A0\u200B");
        Meeting meeting =
                read(contract.replace("Trần Thị Bích Ngọc", pasted)).meeting().orElseThrow();
        assertThat(meeting.officials().get(1).name()).isEqualTo("Trần Thị Bích Ngọc");
    }

    @Test
    void refusesNoOfficialsAndMoreThanSixty() throws IOException {
        String many = IntStream.rangeClosed(1, 61)
                .mapToObj(i -> "  - {name: Người thứ " + i + "}")
                .collect(Collectors.joining("\n", "officials:\n", "\n"));
        assertThat(kinds(contract.replaceAll("(?s)officials:.*?committee:", "officials: []\ncommittee:")))
                .containsExactly(Kind.NO_OFFICIALS);
        assertThat(kinds(contract.replaceAll("(?s)officials:.*?committee:", "committee:")))
                .containsExactly(Kind.NO_OFFICIALS);
        assertThat(kinds(contract.replaceAll("(?s)officials:.*?committee:", many + "committee:")))
                .containsExactly(Kind.TOO_MANY_OFFICIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meeting: [",
                "a: b: c",
                "\tmeeting: x",
                "meeting: \u0007",
                "a: 1\n--- \nb: 2",
                "%%%",
                "}",
                "!!W%1",
                "a: !!x b",
                "!x [a]"
            })
    void refusesWhatIsNoYaml(String text) throws IOException {
        assertThat(kinds(text)).containsExactly(Kind.NOT_YAML);
    }

    @Test
    void refusesEmptyMissingForeignAndHostileFiles() throws IOException {
        assertThat(kinds("")).containsExactly(Kind.FILE_EMPTY);
        assertThat(kinds("# chỉ có ghi chú\n")).containsExactly(Kind.FILE_EMPTY);
        assertThat(kinds("- một\n- hai\n")).contains(Kind.NOT_A_MAPPING);
        assertThat(kinds("x".repeat(300_000))).containsExactly(Kind.FILE_TOO_LARGE);
        assertThat(kinds("[".repeat(200_000))).containsExactly(Kind.NOT_YAML);
        assertThat(kinds("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n")).containsExactly(Kind.ALIAS);
        assertThat(MeetingFile.read(dir, RULES).problems())
                .extracting(MeetingProblem::kind)
                .containsExactly(Kind.FILE_MISSING);
    }

    @Test
    void refusesAnotherEncodingAtTheLineWhereItShows() throws IOException {
        Path file = dir.resolve("latin.yaml");
        Files.write(file, "meeting:\n  place: Hà Nội".replace("ộ", "o").getBytes(Charset.forName("windows-1252")));
        assertThat(MeetingFile.read(file, RULES).problems()).containsExactly(new MeetingProblem(2, Kind.NOT_UTF8));
        Files.write(file, contract.getBytes(StandardCharsets.UTF_16));
        assertThat(MeetingFile.read(file, RULES).problems()).containsExactly(new MeetingProblem(1, Kind.NOT_UTF8));
    }

    @Test
    void takesAByteOrderMarkAndWindowsLineEndings() throws IOException {
        assertThat(read("\uFEFF" + contract.replace("\n", "\r\n")).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysEachProblemInBothLanguages(Kind kind) {
        MeetingProblem problem = new MeetingProblem(7, kind, List.of("một", "hai", "ba"));
        for (Texts texts : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            String sentence = texts.say(problem.key(), problem.values());
            assertThat(sentence).isNotBlank().doesNotContain("{").endsWith(sentence.strip());
            assertThat(texts.say("meeting.at-line", "7", sentence))
                    .contains("7")
                    .contains(sentence);
        }
    }

    @RepeatedTest(300)
    void answersWhateverBecomesOfTheFile(RepetitionInfo seed) throws IOException {
        Random random = new Random(seed.getCurrentRepetition());
        byte[] bytes = contract.getBytes(StandardCharsets.UTF_8);
        String dangerous = ":-[]{}#&*!|>'\"%@`\t\n ?,~0";
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            bytes[random.nextInt(bytes.length)] = (byte)
                    (random.nextInt(3) == 0
                            ? random.nextInt(256)
                            : dangerous.charAt(random.nextInt(dangerous.length())));
        }
        Path file = Files.write(dir.resolve("meeting.yaml"), bytes);
        MeetingReading reading = MeetingFile.read(file, RULES);
        assertThat(reading.meeting().isPresent()).isEqualTo(reading.problems().isEmpty());
    }

    private MeetingReading read(String text) throws IOException {
        return MeetingFile.read(Files.writeString(dir.resolve("meeting.yaml"), text), RULES);
    }

    private List<Kind> kinds(String text) throws IOException {
        return read(text).problems().stream().map(MeetingProblem::kind).toList();
    }
}
