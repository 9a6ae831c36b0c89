package vn.kiemphieu.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.count.Books.Check;
import vn.kiemphieu.count.Books.State;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

class TallyTest {

    private int page;

    @ParameterizedTest
    @CsvSource({
        "19, 47, 40.43",
        "2, 47, 4.26",
        "25, 47, 53.19",
        "49, 58, 84.48",
        "4, 58, 6.90",
        "52, 53, 98.11",
        "0, 47, 0.00",
        "47, 47, 100.00",
        "1, 3, 33.33",
        "2, 3, 66.67",
        "1, 8, 12.50",
        "1, 800, 0.13",
        "0, 0, 0.00"
    })
    void roundsPublishedSharesHalfUp(int part, int whole, String published) {
        assertThat(Percent.of(part, whole).withPoint()).isEqualTo(published);
        assertThat(Percent.of(part, whole).withComma()).isEqualTo(published.replace('.', ','));
    }

    @Test
    void givesThePublishedResultOfAVote() {
        List<Ruling> rulings = new ArrayList<>();
        IntStream.range(0, 19).forEach(i -> rulings.add(counted(Level.HIGH)));
        IntStream.range(0, 2).forEach(i -> rulings.add(counted(Level.CONFIDENCE)));
        IntStream.range(0, 25).forEach(i -> rulings.add(counted(Level.LOW)));
        rulings.add(invalid(Fault.NAME_STRUCK));
        OfficialTally official =
                Tally.of(meeting(1, OptionalInt.of(47)), rulings).officials().get(0);
        assertThat(official.share(Level.HIGH).withComma()).isEqualTo("40,43");
        assertThat(official.share(Level.CONFIDENCE).withComma()).isEqualTo("4,26");
        assertThat(official.share(Level.LOW).withComma()).isEqualTo("53,19");
        assertThat(official.invalid()).isEqualTo(1);
        assertThat(official.decided()).isEqualTo(47);
        assertThat(official.band()).isEqualTo(Band.OVER_HALF);
    }

    @Test
    void countsABallotThatIsVoidForOneOfficialOnly() {
        Ruling ballot = new Ruling(
                pages(1),
                Status.COUNTED,
                Set.of(Fault.NO_MARK),
                List.of(row(1, Level.HIGH), new RowRuling(2, RowStatus.VOID, Optional.empty(), Set.of(Fault.NO_MARK))),
                0.8);
        Tally tally = Tally.of(meeting(2, OptionalInt.of(1)), List.of(ballot));
        assertThat(tally.valid()).isEqualTo(1);
        assertThat(tally.invalid()).isZero();
        assertThat(tally.voidRows()).isEqualTo(1);
        assertThat(tally.officials().get(0).high()).isEqualTo(1);
        assertThat(tally.officials().get(1).valid()).isZero();
        assertThat(tally.officials().get(1).invalid()).isEqualTo(1);
    }

    @Test
    void addsVoidRowsToTheBallotsThatAreInvalidForEverybody() {
        Ruling voidForTheSecond = new Ruling(
                pages(1),
                Status.COUNTED,
                Set.of(Fault.NO_MARK),
                List.of(row(1, Level.LOW), new RowRuling(2, RowStatus.VOID, Optional.empty(), Set.of(Fault.NO_MARK))),
                0.8);
        Tally tally = Tally.of(
                meeting(2, OptionalInt.of(3)),
                List.of(voidForTheSecond, invalid(Fault.NAME_STRUCK), invalid(Fault.ADDITION)));
        assertThat(tally.officials().get(0).invalid()).isEqualTo(2);
        assertThat(tally.officials().get(1).invalid()).isEqualTo(3);
        assertThat(tally.voidRows()).isEqualTo(1);
    }

    @Test
    void countsAnInvalidBallotAgainstEveryOfficialAndOneInReviewForNobody() {
        Tally tally = Tally.of(
                meeting(2, OptionalInt.of(2)),
                List.of(invalid(Fault.NAME_STRUCK, Fault.ADDITION), review(Fault.CORRECTED), excluded(3)));
        assertThat(tally.scanned()).isEqualTo(2);
        assertThat(tally.excludedPages()).isEqualTo(3);
        assertThat(tally.pages()).isEqualTo(5);
        assertThat(tally.invalidBy()).containsOnlyKeys(Fault.NAME_STRUCK, Fault.ADDITION);
        assertThat(tally.reviewBy()).containsOnlyKeys(Fault.CORRECTED);
        assertThat(tally.officials()).allSatisfy(o -> {
            assertThat(o.valid()).isZero();
            assertThat(o.invalid()).isEqualTo(1);
            assertThat(o.inReview()).isEqualTo(1);
        });
    }

    @Test
    void takesPercentagesOnCollectedAndOnScannedOnlyWhereThatIsUnknown() {
        List<Ruling> two = List.of(counted(Level.HIGH), counted(Level.LOW));
        assertThat(share(Tally.of(meeting(1, OptionalInt.of(4)), two))).isEqualTo("25.00");
        assertThat(share(Tally.of(meeting(1, OptionalInt.empty()), two))).isEqualTo("50.00");
    }

    @ParameterizedTest
    @CsvSource({
        "23, 47, NONE",
        "24, 47, OVER_HALF",
        "24, 48, NONE",
        "31, 47, OVER_HALF",
        "32, 48, TWO_THIRDS",
        "31, 46, TWO_THIRDS",
        "0, 0, NONE"
    })
    void drawsTheBandsInIntegers(int low, int collected, Band band) {
        assertThat(Band.of(low, collected)).isEqualTo(band);
    }

    @Test
    void refusesACountedBallotThatLacksARow() {
        assertThatThrownBy(() -> Tally.of(meeting(2, OptionalInt.of(1)), List.of(counted(Level.HIGH))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callsACountFinalOnlyWhenEveryLineHolds() {
        List<Ruling> all = List.of(counted(Level.HIGH), counted(Level.LOW));
        assertThat(Books.of(Tally.of(meeting(1, OptionalInt.of(2)), all), 2).balance())
                .isTrue();
    }

    @Test
    void saysWhichLineFails() {
        List<Ruling> two = List.of(counted(Level.HIGH), counted(Level.LOW));
        assertThat(open(meeting(1, OptionalInt.of(3)), two, 2))
                .containsExactly(Check.SCANNED_IS_COLLECTED, Check.ROWS_ADD_UP);
        assertThat(open(meeting(1, OptionalInt.of(2)), two, 3)).containsExactly(Check.EVERY_PAGE_ONE_LINE);
        assertThat(open(meeting(1, OptionalInt.of(1)), List.of(review(Fault.NOT_AN_X)), 1))
                .containsExactly(Check.ROWS_ADD_UP, Check.NOTHING_IN_REVIEW);
        assertThat(open(meeting(1, OptionalInt.of(1)), List.of(invalid(Fault.NO_MARK)), 1))
                .containsExactly(Check.INVALID_CONFIRMED);
    }

    @Test
    void noticesAPageCountedTwiceThoughTheSumIsRight() {
        Ruling ballot = counted(Level.HIGH);
        assertThat(open(meeting(1, OptionalInt.of(2)), List.of(ballot, ballot), 2))
                .containsExactly(Check.EVERY_PAGE_ONE_LINE);
    }

    @Test
    void isNotFinalWhileANumberIsUnknown() {
        Books books = Books.of(Tally.of(meeting(1, OptionalInt.empty()), List.of(counted(Level.HIGH))), 1);
        assertThat(books.balance()).isFalse();
        assertThat(books.open())
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(State.UNKNOWN))
                .extracting(Books.Line::check)
                .contains(Check.SCANNED_IS_COLLECTED);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void saysEveryLineInBothLanguages(Check check) {
        for (State state : State.values()) {
            for (int figure : List.of(7, 11)) {
                Books.Line line = new Books.Line(check, state, OptionalInt.of(figure), OptionalInt.of(9));
                assertThat(Texts.VIETNAMESE.say(line.key(), line.values())).doesNotContain("{");
                assertThat(Texts.ENGLISH.say(line.key(), line.values())).doesNotContain("{");
            }
        }
    }

    @Test
    void saysHowManyScansAreMissingOrTooManyAndWhatToDo() {
        Books.Line missing =
                new Books.Line(Check.SCANNED_IS_COLLECTED, State.FAILS, OptionalInt.of(28), OptionalInt.of(29));
        assertThat(Texts.VIETNAMESE.say(missing.key(), missing.values()))
                .contains("28", "thu về 29", "thiếu 1 phiếu", "quét thêm");
        Books.Line over =
                new Books.Line(Check.SCANNED_IS_COLLECTED, State.FAILS, OptionalInt.of(31), OptionalInt.of(29));
        assertThat(Texts.VIETNAMESE.say(over.key(), over.values())).contains("thừa 2 phiếu", "quét hai lần");
    }

    @RepeatedTest(20)
    void givesTheSameSumsInAnyOrderAndLosesNoBallot(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rulings.add(
                    switch (random.nextInt(6)) {
                        case 0 -> invalid(Fault.values()[random.nextInt(5)]);
                        case 1 -> review(Fault.CORRECTED);
                        case 2 -> excluded(1 + random.nextInt(2));
                        default -> counted(Level.values()[random.nextInt(3)]);
                    });
        }
        Meeting meeting = meeting(1, OptionalInt.of(50));
        Tally tally = Tally.of(meeting, rulings);
        Collections.shuffle(rulings, random);
        assertThat(Tally.of(meeting, rulings)).isEqualTo(tally);
        assertThat(tally.scanned()
                        + rulings.stream()
                                .filter(r -> r.status() == Status.EXCLUDED)
                                .count())
                .isEqualTo(60);
    }

    @Test
    void asksOnlyForTheInvalidBallotsThatNobodyConfirmed() {
        List<Ruling> rulings = List.of(
                invalid(Fault.ADDITION), invalid(Fault.ADDITION), invalid(Fault.NOT_ISSUED), counted(Level.LOW));
        Books half = Books.of(Tally.of(meeting(1, OptionalInt.of(4)), rulings, 2), 4);
        assertThat(half.open()).singleElement().satisfies(line -> {
            assertThat(line.check()).isEqualTo(Check.INVALID_CONFIRMED);
            assertThat(line.figure()).hasValue(1);
        });
        assertThat(Books.of(Tally.of(meeting(1, OptionalInt.of(4)), rulings, 3), 4)
                        .balance())
                .isTrue();
    }

    @Test
    void letsAsManyBallotsBeIssuedAsPeopleArePresentAndSpoiltOnesExchanged() {
        assertThat(openWith(61, 1)).doesNotContain(Check.ISSUED_WITHIN_PRESENT);
        assertThat(openWith(62, 1)).contains(Check.ISSUED_WITHIN_PRESENT);
    }

    private List<Check> openWith(int issued, int exchanged) {
        Meeting of60 = meeting(1, OptionalInt.of(1));
        BallotCounts ballots = new BallotCounts(OptionalInt.of(issued), OptionalInt.of(1), exchanged);
        Meeting meeting = new Meeting(
                of60.title(),
                of60.date(),
                of60.place(),
                of60.basis(),
                of60.organisation(),
                of60.attendance(),
                ballots,
                of60.rules(),
                of60.officials(),
                of60.committee(),
                of60.chair(),
                of60.observers());
        return open(meeting, List.of(counted(Level.HIGH)), 1);
    }

    private static List<Check> open(Meeting meeting, List<Ruling> rulings, int pagesIn) {
        return Books.of(Tally.of(meeting, rulings), pagesIn).open().stream()
                .map(Books.Line::check)
                .toList();
    }

    private static String share(Tally tally) {
        return tally.officials().get(0).share(Level.HIGH).withPoint();
    }

    private Ruling counted(Level level) {
        return new Ruling(pages(1), Status.COUNTED, Set.of(), List.of(row(1, level)), 0.9);
    }

    private Ruling invalid(Fault... faults) {
        return new Ruling(pages(1), Status.INVALID, Set.of(faults), List.of(), 0.9);
    }

    private Ruling review(Fault... faults) {
        return new Ruling(pages(1), Status.REVIEW, Set.of(faults), List.of(), 0.1);
    }

    private Ruling excluded(int pages) {
        return new Ruling(pages(pages), Status.EXCLUDED, Set.of(Fault.BLANK_PAGE), List.of(), 1);
    }

    private List<PageId> pages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PageId("scan.pdf", ++page))
                .toList();
    }

    private static RowRuling row(int official, Level level) {
        return new RowRuling(official, RowStatus.COUNTED, Optional.of(level), Set.of());
    }

    private static Meeting meeting(int officials, OptionalInt collected) {
        return new Meeting(
                "Hội nghị",
                LocalDate.of(2023, 7, 20),
                "Khánh Hòa",
                List.of(),
                new Organisation("", "BAN DÂN TỘC", Organisation.Kind.STATE),
                new Attendance(OptionalInt.of(60), OptionalInt.of(60)),
                new BallotCounts(collected.isPresent() ? OptionalInt.of(60) : OptionalInt.empty(), collected, 0),
                "qd-96",
                IntStream.rangeClosed(1, officials)
                        .mapToObj(i -> new Official("Người thứ " + i, ""))
                        .toList(),
                List.of(new Person("Lê Thị Hương", "Trưởng ban")),
                new Person("Đỗ Minh Tuấn", "Chủ trì"),
                List.of());
    }
}
