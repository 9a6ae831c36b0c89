package vn.kiemphieu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

class LedgerTest {

    private static final PageKey PAGE = new PageKey("a".repeat(64), 1);
    private static final String BASIS = "b".repeat(64);
    private static final String BALLOT = "0123456789AB";
    private static final String CONTENT = "c".repeat(64);

    @TempDir
    private Path meeting;

    @Test
    void keepsASheetToTheLastDigit() throws IOException {
        Sheet sheet = sheet();
        try (Ledger ledger = open()) {
            ledger.readings().add(PAGE, BASIS, PageOutcome.read(CONTENT, sheet));
        }
        try (Ledger ledger = open()) {
            Sheet kept =
                    ledger.readings().find(PAGE, BASIS).orElseThrow().sheet().orElseThrow();
            assertThat(kept.rows()).isEqualTo(sheet.rows());
            assertThat(kept.findings()).isEqualTo(sheet.findings());
            assertThat(kept.fit()).isEqualTo(sheet.fit());
            assertThat(kept.trace().bits()).isEqualTo(sheet.trace().bits());
        }
    }

    @Test
    void forgetsOnlyPagesThatMemoryWasWantingFor() throws IOException {
        PageKey heavy = new PageKey("d".repeat(64), 1);
        PageKey wanting = new PageKey("e".repeat(64), 2);
        String otherForm = "f".repeat(64);
        try (Ledger ledger = open()) {
            ledger.readings().add(PAGE, BASIS, PageOutcome.read(CONTENT, sheet()));
            ledger.readings()
                    .add(
                            heavy,
                            BASIS,
                            PageOutcome.refused(CONTENT, new Refusal(Reason.TOO_HEAVY, List.of("300", "256"))));
            ledger.readings()
                    .add(
                            wanting,
                            BASIS,
                            PageOutcome.refused(CONTENT, new Refusal(Reason.OUT_OF_MEMORY, List.of("640"))));
            ledger.readings().add(wanting, otherForm, PageOutcome.read(CONTENT, sheet()));
            ledger.readings().forgetPagesOutOfMemory(BASIS);
            assertThat(ledger.readings().pages(BASIS)).containsExactlyInAnyOrder(PAGE, heavy);
            assertThat(ledger.readings().pages(otherForm)).containsExactly(wanting);
        }
    }

    @Test
    void keepsEveryKindOfProblem() throws IOException {
        List<Problem> problems = List.of(
                new Problem.BlankPage(0.1),
                new Problem.Undecodable("x"),
                new Problem.Stumbled("y"),
                new Problem.NotThisForm(0.2, 0.5),
                new Problem.CutOff(3),
                new Problem.TooBent(1, 2),
                new Problem.TooDark(0.1, 0.3),
                new Problem.TooCoarse(72, 100));
        assertThat(problems).as("all there are").hasSameSizeAs(Problem.class.getPermittedSubclasses());
        try (Ledger ledger = open()) {
            for (int i = 0; i < problems.size(); i++) {
                PageKey page = new PageKey(PAGE.fileSha256(), i + 1);
                ledger.readings().add(page, BASIS, PageOutcome.unplaced(CONTENT, problems.get(i)));
                assertThat(ledger.readings().find(page, BASIS).orElseThrow().problem())
                        .contains(problems.get(i));
            }
        }
    }

    @Test
    void keepsReadingsAgainstDifferentFormsApart() throws IOException {
        String otherForm = "d".repeat(64);
        try (Ledger ledger = open()) {
            ledger.readings().add(PAGE, BASIS, PageOutcome.unplaced(CONTENT, new Problem.CutOff(3)));
            assertThat(ledger.readings().find(PAGE, otherForm)).isEmpty();
            assertThat(ledger.readings().pages(otherForm)).isEmpty();
            assertThat(ledger.readings().pages(BASIS)).containsExactly(PAGE);
        }
    }

    @Test
    void letsOneIn() throws IOException {
        try (Ledger first = open()) {
            assertThat(first.readings().pages(BASIS)).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.BUSY));
        }
        open().close();
    }

    @Test
    void saysWhenTheFileIsDamaged() throws IOException {
        Files.writeString(meeting.resolve("ledger.mv.db"), "this is no ledger".repeat(1000));
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.DAMAGED));
    }

    @Test
    void namesTheSameBallotTheSameAfterARestart() throws IOException {
        PageId page = new PageId("scan.pdf", 1);
        String id;
        try (Ledger ledger = open()) {
            id = ledger.rulings().ids().idOf(page, PAGE);
            assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{12}");
            assertThat(ledger.rulings().ids().idOf(new PageId("scan.pdf", 2), new PageKey(PAGE.fileSha256(), 2)))
                    .isNotEqualTo(id);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.rulings().ids().idOf(page, PAGE)).isEqualTo(id);
        }
    }

    @Test
    void namesBallotsOtherwiseInEveryMeeting() throws IOException {
        PageId page = new PageId("scan.pdf", 1);
        try (Ledger here = open();
                Ledger there = Ledger.open(meeting.resolve("other/ledger"), 1)) {
            assertThat(here.rulings().ids().idOf(page, PAGE))
                    .isNotEqualTo(there.rulings().ids().idOf(page, PAGE));
        }
    }

    @Test
    void addsARulingOnlyWhenItCameOutOtherwise() throws IOException {
        Ruling first = new Ruling(
                List.of(new PageId("a", 1)), Status.REVIEW, Set.of(Fault.ADDITION, Fault.NO_MARK), List.of(), 0.5);
        Ruling second = new Ruling(List.of(new PageId("a", 1)), Status.INVALID, Set.of(Fault.NO_MARK), List.of(), 0.5);
        try (Ledger ledger = open()) {
            assertThat(ledger.rulings().note(Map.of(BALLOT, first))).isEqualTo(1);
            assertThat(ledger.rulings().note(Map.of(BALLOT, first))).isZero();
            assertThat(ledger.rulings().note(Map.of(BALLOT, second))).isEqualTo(1);
            assertThat(ledger.rulings().last()).isEqualTo(Map.of(BALLOT, second));
        }
    }

    private Ledger open() throws IOException {
        return Ledger.open(meeting.resolve("ledger"), 2);
    }

    private static Sheet sheet() {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            marks.put(
                    level,
                    new Mark(Mark.Kind.UNCLEAR, Shape.TICK, 1.0 / 3, 0.1 + 0.2, Optional.of(new PaperBox(1, 2, 3, 4))));
        }
        marks.put(Level.LOW, new Mark(Mark.Kind.EMPTY, Shape.NOTHING, 1, 0, Optional.empty()));
        Finding struck =
                new Finding(Finding.Kind.STRUCK_NAME, OptionalInt.of(1), new PaperBox(1, 2, 3, 4), false, 0.25);
        return new Sheet(
                1,
                new Fit(0.1, 0.2, 0.3, -179.5, 199.99999, 0.98),
                List.of(new RowReading(1, marks)),
                List.of(struck),
                new InkTrace(new byte[] {1, 2, -3, 4}, 9, 2, 4));
    }
}
