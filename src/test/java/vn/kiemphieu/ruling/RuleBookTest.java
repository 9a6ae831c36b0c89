package vn.kiemphieu.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.ruling.RowRuling.RowStatus;

class RuleBookTest {

    private static final String KH = "kh-bdt-2023";
    private static final String QD = "qd-96";

    /** The table of docs/rules.md: one row of a ballot of two, the other row a clean cross. */
    @ParameterizedTest
    @CsvSource({
        "x--, COUNTED,                      '', COUNTED,                      ''",
        "-x-, COUNTED,                      '', COUNTED,                      ''",
        "--x, COUNTED,                      '', COUNTED,                      ''",
        "x.., COUNTED,                      '', COUNTED,                      ''",
        "---, INVALID,                 NO_MARK, COUNTED,                 NO_MARK",
        "..., INVALID,                 NO_MARK, COUNTED,                 NO_MARK",
        "xx-, INVALID,          MULTIPLE_MARKS, COUNTED,          MULTIPLE_MARKS",
        "xxx, INVALID,          MULTIPLE_MARKS, COUNTED,          MULTIPLE_MARKS",
        "T--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "C--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "L--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "P--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "F--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "AA-, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "O--, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "f--, REVIEW,             UNCLEAR_MARK, REVIEW,             UNCLEAR_MARK",
        "X--, REVIEW,             UNCLEAR_MARK, REVIEW,             UNCLEAR_MARK",
        "c--, REVIEW,                CORRECTED, REVIEW,                CORRECTED",
        "S--, REVIEW,                CORRECTED, REVIEW,                CORRECTED",
        "cx-, REVIEW,                CORRECTED, REVIEW,                CORRECTED",
        "ccx, REVIEW,                CORRECTED, REVIEW,                CORRECTED",
        "ccc, REVIEW,                CORRECTED, REVIEW,                CORRECTED",
        "xf-, REVIEW,             UNCLEAR_MARK, REVIEW,             UNCLEAR_MARK",
        "xT-, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "TT-, REVIEW,                 NOT_AN_X, REVIEW,                 NOT_AN_X",
        "Tf-, REVIEW,    NOT_AN_X;UNCLEAR_MARK, REVIEW,    NOT_AN_X;UNCLEAR_MARK",
        "cf-, REVIEW,   CORRECTED;UNCLEAR_MARK, REVIEW,   CORRECTED;UNCLEAR_MARK",
        "xcf, REVIEW,   CORRECTED;UNCLEAR_MARK, REVIEW,   CORRECTED;UNCLEAR_MARK",
        "xxc, INVALID, MULTIPLE_MARKS;CORRECTED, REVIEW, MULTIPLE_MARKS;CORRECTED",
        "xxT, INVALID,  MULTIPLE_MARKS;NOT_AN_X, REVIEW,  MULTIPLE_MARKS;NOT_AN_X",
        "xxf, INVALID, MULTIPLE_MARKS;UNCLEAR_MARK, REVIEW, MULTIPLE_MARKS;UNCLEAR_MARK",
    })
    void rulesOnEveryRowAsTheTableSays(String row, Status kh, String khReasons, Status qd, String qdReasons) {
        Ruling byKh = Seen.on(row, "x--").ruledBy(KH);
        Ruling byQd = Seen.on(row, "x--").ruledBy(QD);

        assertThat(byKh.status()).isEqualTo(kh);
        assertThat(byKh.reasons()).isEqualTo(faults(khReasons));
        assertThat(byQd.status()).isEqualTo(qd);
        assertThat(byQd.reasons()).isEqualTo(faults(qdReasons));
    }

    @Test
    void countsEachRowForItsLevel() {
        Ruling ruling = Seen.on("x--", "-x-", "--x").ruledBy(KH);

        assertThat(ruling.rows().stream().map(RowRuling::vote))
                .containsExactly(Optional.of(Level.HIGH), Optional.of(Level.CONFIDENCE), Optional.of(Level.LOW));
    }

    @ParameterizedTest
    @CsvSource({"STRUCK_NAME, NAME_STRUCK, INVALID", "ADDITION, ADDITION, REVIEW", "STAMP_MISSING, NOT_ISSUED, INVALID"
    })
    void treatsWhatStandsOutsideTheCellsByTheProfile(Finding.Kind kind, Fault fault, Status byQd96) {
        assertThat(Seen.on("x--").with(kind).ruledBy(KH).status()).isEqualTo(Status.INVALID);
        assertThat(Seen.on("x--").with(kind).ruledBy(KH).reasons()).containsExactly(fault);
        assertThat(Seen.on("x--").with(kind).ruledBy(QD).status()).isEqualTo(byQd96);
        assertThat(Seen.on("x--").with(kind).ruledBy(QD).reasons()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({"STRUCK_NAME, NAME_STRUCK", "ADDITION, ADDITION", "STAMP_MISSING, NOT_ISSUED"})
    void asksAPersonAboutWhatItIsNotSureOf(Finding.Kind kind, Fault fault) {
        for (String profile : RuleProfile.ids()) {
            Ruling ruling = Seen.on("x--").with(kind, false, 0.1).ruledBy(profile);
            assertThat(ruling.status()).isEqualTo(Status.REVIEW);
            assertThat(ruling.reasons()).containsExactly(fault);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverHoldsASignatureAgainstAVoter(boolean certain) {
        for (String profile : RuleProfile.ids()) {
            assertThat(Seen.on("x--")
                            .with(Finding.Kind.SIGNATURE, certain, 0.4)
                            .ruledBy(profile)
                            .status())
                    .isEqualTo(Status.COUNTED);
        }
    }

    @Test
    void asksAPersonWhereNobodySaidThatTheStampIsThere() {
        assertThat(Seen.on("x--").without(Finding.Kind.STAMP).ruledBy(KH).status())
                .isEqualTo(Status.REVIEW);
        assertThat(Seen.on("x--")
                        .without(Finding.Kind.STAMP)
                        .with(Finding.Kind.STAMP, false, 0.1)
                        .ruledBy(KH)
                        .reasons())
                .containsExactly(Fault.NOT_ISSUED);
    }

    @Test
    void needsNoStampWhereTheFormHasNoPlaceForOne() {
        Seen bare = Seen.on("x--").without(Finding.Kind.STAMP).with(Finding.Kind.STAMP_MISSING);
        Ruling ruling = new RuleBook(RuleProfile.named(KH), Seen.form(false, 1))
                .rule(ballot(Set.of(), 1), List.of(bare.sheet()));

        assertThat(ruling.status()).isEqualTo(Status.COUNTED);
        assertThat(ruling.reasons()).isEmpty();
    }

    @Test
    void doesNotAskWhenTheAnswerCouldChangeNothing() {
        Ruling ruling = Seen.on("xx-", "f--", "xc-").ruledBy(KH);

        assertThat(ruling.status()).isEqualTo(Status.INVALID);
        assertThat(ruling.reasons())
                .containsExactlyInAnyOrder(Fault.MULTIPLE_MARKS, Fault.UNCLEAR_MARK, Fault.CORRECTED);
        assertThat(ruling.rows()).allMatch(row -> row.status() == RowStatus.VOID);
    }

    @Test
    void spoilsARowAloneOnAPaperWithSeveralNames() {
        Ruling ruling = Seen.on("x--", "xx-", "---").ruledBy(QD);

        assertThat(ruling.status()).isEqualTo(Status.COUNTED);
        assertThat(ruling.rows().stream().map(RowRuling::status))
                .containsExactly(RowStatus.COUNTED, RowStatus.VOID, RowStatus.VOID);
        assertThat(ruling.rows().get(1).reasons()).containsExactly(Fault.MULTIPLE_MARKS);
    }

    @ParameterizedTest
    @CsvSource({"---, NO_MARK", "xx-, MULTIPLE_MARKS"})
    void spoilsTheBallotWhereItCarriesOneName(String row, Fault fault) {
        Ruling ruling = Seen.on(row).ruledBy(QD);

        assertThat(ruling.status()).isEqualTo(Status.INVALID);
        assertThat(ruling.reasons()).containsExactly(fault);
    }

    @Test
    void spoilsTheBallotWhereEveryRowIsBareButNotWhereEveryRowHasTwo() {
        assertThat(Seen.on("---", "---", "---").ruledBy(QD).status()).isEqualTo(Status.INVALID);
        assertThat(Seen.on("xx-", "xx-", "xx-").ruledBy(QD).status()).isEqualTo(Status.COUNTED);
        assertThat(Seen.on("---", "---", "f--").ruledBy(QD).status()).isEqualTo(Status.REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"POSSIBLE_DUPLICATE", "NOT_REGISTERED", "PAGES_INCOMPLETE"})
    void holdsNothingAgainstABallotThatMayNotBeOne(Fault doubt) {
        Ruling ruling = new RuleBook(RuleProfile.named(KH), Seen.form(true, 1))
                .rule(ballot(Set.of(doubt), 1), List.of(Seen.on("xx-").sheet()));

        assertThat(ruling.status()).isEqualTo(Status.REVIEW);
        assertThat(ruling.reasons()).containsExactlyInAnyOrder(doubt, Fault.MULTIPLE_MARKS);
        assertThat(ruling.margin()).isZero();
    }

    @Test
    void joinsTheRowsOfAllPages() {
        Ruling ruling = new RuleBook(RuleProfile.named(KH), Seen.form(true, 1, 1))
                .rule(ballot(Set.of(), 1, 2), List.of(Seen.on("x--").sheet(), page2()));

        assertThat(ruling.status()).isEqualTo(Status.COUNTED);
        assertThat(ruling.rows().stream().map(RowRuling::official)).containsExactly(1, 2);
    }

    @Test
    void refusesASheetThatIsNotOfTheForm() {
        RuleBook book = new RuleBook(RuleProfile.named(KH), Seen.form(true, 2));

        assertThatThrownBy(() ->
                        book.rule(ballot(Set.of(), 1), List.of(Seen.on("x--").sheet())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 2]");
    }

    @Test
    void restsACountedBallotOnTheLeastCertainThing() {
        assertThat(Seen.on("x--").withMargins(0.9, 0.2, 0.7).ruledBy(KH).margin())
                .isEqualTo(0.2);
    }

    @Test
    void restsACountedBallotAlsoOnWhatStandsOutsideItsCells() {
        assertThat(Seen.on("x--")
                        .with(Finding.Kind.SIGNATURE, true, 0.15)
                        .ruledBy(KH)
                        .margin())
                .isEqualTo(0.15);
    }

    @Test
    void isNotSureAtAllWhereNobodySaidThatTheStampIsThere() {
        assertThat(Seen.on("x--").without(Finding.Kind.STAMP).ruledBy(KH).margin())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"COUNTED, REVIEW", "INVALID, COUNTED", "REVIEW, VOID", "EXCLUDED, VOID", "EXCLUDED, REVIEW"})
    void letsNoRowStandOtherwiseThanItsBallot(Status ballot, RowStatus row) {
        List<RowRuling> rows = List.of(
                new RowRuling(1, row, row == RowStatus.COUNTED ? Optional.of(Level.HIGH) : Optional.empty(), Set.of()));
        List<PageId> pages = List.of(new PageId("1.png", 1));
        assertThatThrownBy(() -> new Ruling(pages, ballot, Set.of(Fault.ADDITION), rows, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void restsAnInvalidBallotOnWhatSpoilsItAlone() {
        Ruling ruling = Seen.on("xxf").withMargins(0.9, 0.8, 0.01).ruledBy(KH);

        assertThat(ruling.status()).isEqualTo(Status.INVALID);
        assertThat(ruling.margin()).isEqualTo(0.8);
    }

    @Test
    void tellsTheRowOfAStruckName() {
        Ruling ruling = Seen.on("x--", "x--")
                .with(Finding.Kind.STRUCK_NAME, OptionalInt.of(2), true, 0.6)
                .ruledBy(KH);

        assertThat(ruling.rows().get(0).reasons()).isEmpty();
        assertThat(ruling.rows().get(1).reasons()).containsExactly(Fault.NAME_STRUCK);
    }

    @Test
    void putsAPossibleDuplicateToAPersonWhateverItSays() {
        Ruling ruling = Seen.on("xx-").ruledBy(KH).asPossibleDuplicate(0.3);

        assertThat(ruling.status()).isEqualTo(Status.REVIEW);
        assertThat(ruling.reasons()).containsExactlyInAnyOrder(Fault.MULTIPLE_MARKS, Fault.POSSIBLE_DUPLICATE);
        assertThat(ruling.rows()).allMatch(row -> row.status() == RowStatus.REVIEW);
        assertThat(ruling.margin()).isEqualTo(0.3);
    }

    private static Sheet page2() {
        Sheet one = Seen.on("x--").sheet();
        return new Sheet(
                2, one.fit(), List.of(new RowReading(2, one.rows().get(0).marks())), List.of(), one.trace());
    }

    private static Bundle ballot(Set<Fault> doubts, int... formPages) {
        List<Outcome> pages = Arrays.stream(formPages)
                .mapToObj(number -> Outcome.placed(new PageId("1.pdf", number), number))
                .toList();
        return new Bundle(pages, true, doubts);
    }

    private static Set<Fault> faults(String codes) {
        return codes.isEmpty()
                ? EnumSet.noneOf(Fault.class)
                : Arrays.stream(codes.split(";")).map(Fault::valueOf).collect(Collectors.toSet());
    }
}
