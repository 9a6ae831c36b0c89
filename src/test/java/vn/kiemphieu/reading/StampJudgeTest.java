package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.reading.Survey.Ring;
import vn.kiemphieu.reading.Survey.Stranger;

class StampJudgeTest {

    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(20, 100, 140, 10),
            List.of(),
            Optional.empty(),
            Optional.of(new StampPlace(new PaperBox(30, 20, 40, 20), 36)),
            new Blank(new byte[0], 200));

    private static final Ring STAMP = new Ring(new PaperPoint(7, 7), 6, 1, 0.15, 0, 0.04, 1, 0.8);

    private static final Ring GREY_STAMP = new Ring(new PaperPoint(7, 7), 6, 1, 0.15, 0, 0.04, 0, 0.6);

    @Test
    void trustsAStampOnAGreyScanThoughItIsDoubled() {
        assertThat(judged(Depth.GREY, 0.96, 0.2, 0.82, 0.59)).containsExactly(Finding.Kind.STAMP, true);
    }

    @Test
    void doubtsARingThatStraysFromItsCircle() {
        assertThat(judged(Depth.GREY, 0.89, 0.12, 0.47, 0.6)).containsExactly(Finding.Kind.STAMP_MISSING, false);
        assertThat(judged(Depth.BILEVEL, 0.85, 0.11, 0.43, 1)).containsExactly(Finding.Kind.STAMP_MISSING, false);
    }

    @Test
    void doubtsAStampAsDarkAsPrintOnAGreyScan() {
        assertThat(judged(Depth.GREY, 1, 0.2, 0, 0.95)).containsExactly(Finding.Kind.STAMP_MISSING, false);
    }

    @Test
    void isSureThatABlackRingInColourIsNoStamp() {
        assertThat(judged(Depth.COLOUR, 1, 0.2, 0, 0.95)).containsExactly(Finding.Kind.STAMP_MISSING, true);
    }

    @Test
    void doubtsARingThatIsClosedButNotRound() {
        assertThat(found(Depth.COLOUR, new Ring(new PaperPoint(50, 30), 17.6, 0.9, 0.16, 0.13, 0.26, 1, 0.77)))
                .containsExactly(Finding.Kind.STAMP_MISSING, false);
        assertThat(found(Depth.COLOUR, new Ring(new PaperPoint(50, 30), 17.6, 0.9, 0.16, 0.13, 0.15, 1, 0.77)))
                .containsExactly(Finding.Kind.STAMP, true);
    }

    @Test
    void trustsAWornStampInBlackAndWhiteByItsRoundnessButNoEmptyRing() {
        assertThat(found(Depth.BILEVEL, new Ring(new PaperPoint(50, 30), 15, 0.74, 0.025, 0, 0.03, 0, 1)))
                .containsExactly(Finding.Kind.STAMP, true);
        assertThat(found(Depth.BILEVEL, new Ring(new PaperPoint(50, 30), 15, 0.74, 0.025, 0, 0.12, 0, 1)))
                .as("not so round")
                .containsExactly(Finding.Kind.STAMP_MISSING, false);
        assertThat(found(Depth.BILEVEL, new Ring(new PaperPoint(50, 30), 15, 1, 0.008, 0, 0.03, 0, 1)))
                .as("drawn round a coin")
                .containsExactly(Finding.Kind.STAMP_MISSING, false);
    }

    @Test
    void doubtsARingThatWasDrawnTwiceOver() {
        assertThat(found(Depth.COLOUR, new Ring(new PaperPoint(50, 30), 13.2, 1, 0.16, 0.43, 0.14, 1, 0.7)))
                .containsExactly(Finding.Kind.STAMP_MISSING, false);
        assertThat(found(Depth.COLOUR, new Ring(new PaperPoint(50, 30), 13.2, 1, 0.16, 0.18, 0.05, 1, 0.7)))
                .as("a stamp that was doubled")
                .containsExactly(Finding.Kind.STAMP, true);
    }

    /** Of its thin letters a coarse JPEG leaves little red; a pen that wrote over the stamp has none. */
    @Test
    void explainsPaleRedWithinTheStampAndNoOtherWriting() {
        StampJudge.Verdict stamp = StampJudge.judge(
                new Survey(
                        Depth.COLOUR, List.of(), Optional.of(STAMP), List.of(), List.of(), List.of(), GivenTraces.NONE),
                FORM);

        assertThat(stamp.explains(written(0.2))).isTrue();
        assertThat(stamp.explains(written(0.1))).isFalse();
    }

    @Test
    void asksOnceAboutAllThatWasWrittenOverAStamp() {
        InkPiece stamped = written(0.8);
        Stranger one = new Stranger(stamped, new PaperBox(5, 5, 3, 1), 2);
        Stranger other = new Stranger(stamped, new PaperBox(4, 8, 1, 2.5), 2);
        Stranger speck = new Stranger(stamped, new PaperBox(9, 9, 1, 1.5), 1);

        assertThat(writtenOver(Depth.COLOUR, STAMP, one, other, speck))
                .hasValue(new Finding(
                        Finding.Kind.ADDITION, OptionalInt.empty(), new PaperBox(4, 5, 4, 5.5), false, 0.5));
        assertThat(writtenOver(Depth.COLOUR, STAMP, speck)).isEmpty();
    }

    /** The darkest ink of a stamp may be its own; a pen's makes lines. */
    @Test
    void leavesBlotsToTheStampInGrey() {
        Stranger blot = new Stranger(written(0), new PaperBox(5, 5, 4, 3), 8);
        Stranger word = new Stranger(written(0), new PaperBox(5, 5, 4, 3), 4);

        assertThat(writtenOver(Depth.GREY, GREY_STAMP, blot)).isEmpty();
        assertThat(writtenOver(Depth.GREY, GREY_STAMP, word)).isPresent();
    }

    @Test
    void leavesWritingToOthersThatIsNoPartOfTheStamp() {
        Stranger line = new Stranger(written(0), new PaperBox(4, 7, 6, 0.5), 3);
        Ring copied = new Ring(new PaperPoint(7, 7), 6, 1, 0.15, 0, 0.04, 0, 0.8);

        assertThat(writtenOver(Depth.COLOUR, STAMP, line)).isEmpty();
        assertThat(writtenOver(Depth.COLOUR, copied, line)).as("no stamp").isEmpty();
    }

    /** What black and white leaves of a worn stamp is no ring; its pieces are no writing that makes the ballot invalid. */
    @Test
    void isCertainOfNoInkInPlaceOfAStampThatMayBeInPieces() {
        StampPlace place = new StampPlace(new PaperBox(2, 2, 10, 10), 12);
        FormPage form =
                new FormPage(1, 210, 297, FORM.table(), List.of(), Optional.empty(), Optional.of(place), FORM.blank());

        assertThat(noRing(Depth.BILEVEL, form).mayHold(written(0).box())).isTrue();
        assertThat(noRing(Depth.BILEVEL, FORM).mayHold(written(0).box()))
                .as("elsewhere")
                .isFalse();
        assertThat(noRing(Depth.COLOUR, form).mayHold(written(0).box()))
                .as("no red")
                .isFalse();
        assertThat(noRing(Depth.GREY, form).mayHold(written(0).box()))
                .as("certainly no stamp")
                .isFalse();
    }

    private static StampJudge.Verdict noRing(Depth depth, FormPage form) {
        return StampJudge.judge(
                new Survey(depth, List.of(), Optional.empty(), List.of(), List.of(), List.of(), GivenTraces.NONE),
                form);
    }

    private static Optional<Finding> writtenOver(Depth depth, Ring ring, Stranger... strangers) {
        Survey survey = new Survey(
                depth, List.of(), Optional.of(ring), List.of(strangers), List.of(), List.of(), GivenTraces.NONE);
        return StampJudge.judge(survey, FORM).writingOver(survey);
    }

    private static InkPiece written(double redness) {
        InkPiece line = new Sketch(0.5).line(4, 7, 10, 7).pieces().get(0);
        return new InkPiece(line.mask(), line.core(), line.areaMm2(), 0.4, redness, false);
    }

    private static List<Object> judged(Depth depth, double coverage, double inside, double beyond, double darkness) {
        return found(depth, new Ring(new PaperPoint(50, 30), 18, coverage, inside, beyond, 0.04, 0, darkness));
    }

    private static List<Object> found(Depth depth, Ring ring) {
        Finding finding = StampJudge.judge(
                        new Survey(
                                depth, List.of(), Optional.of(ring), List.of(), List.of(), List.of(), GivenTraces.NONE),
                        FORM)
                .finding()
                .orElseThrow();
        return List.of(finding.kind(), finding.certain());
    }
}
