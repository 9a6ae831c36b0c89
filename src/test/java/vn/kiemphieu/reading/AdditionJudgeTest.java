package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

/** A table whose right line stands at 12 mm, on a sheet large enough for a {@link Sketch}. */
class AdditionJudgeTest {

    private static final double PALE = 0.25;

    private static final double AS_INK = 0.4;

    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(2, 0, 10, 14),
            List.of(new Row(
                    1,
                    new PaperBox(2, 0, 10, 14),
                    new PaperBox(2, 0, 2, 14),
                    Optional.empty(),
                    Map.of(
                            Level.HIGH,
                            new PaperBox(4, 0, 2, 14),
                            Level.CONFIDENCE,
                            new PaperBox(6, 0, 2, 14),
                            Level.LOW,
                            new PaperBox(8, 0, 4, 14)))),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    /** As wide over all as 0.7 mm, and a sixth of a millimetre thick: measured on a poor scan of a bent sheet. */
    @Test
    void takesThePaleRimThatLeansAcrossALineOfTheTableForPrint() {
        assertThat(judged(rim(12), PALE)).isEmpty();
    }

    @Test
    void takesTheSameForWritingWhereItIsAsDarkAsInk() {
        assertThat(judged(rim(12), AS_INK)).isNotEmpty();
    }

    @Test
    void takesTheSameForWritingAwayFromAnyLine() {
        assertThat(judged(rim(10), PALE)).isNotEmpty();
    }

    @Test
    void takesAPaleStrokeAcrossALineForWriting() {
        assertThat(judged(new Sketch(0.2).line(10.5, 7, 13.5, 10), PALE)).isNotEmpty();
    }

    @Test
    void takesAThinLineBesideALineOfTheTableForWritingWhereItIsAsDarkAsInk() {
        Sketch beside = new Sketch(0.15).line(12.5, 7, 12.5, 12);
        assertThat(judged(beside, PALE)).isEmpty();
        assertThat(judged(beside, AS_INK)).isNotEmpty();
        assertThat(judged(beside, AS_INK, Survey.Depth.BILEVEL))
                .as("where all ink is black")
                .isEmpty();
    }

    @Test
    void asksAboutALineThatFillsTheGapsOfPrint() {
        assertThat(through(7.1, 0.76, 0)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.ADDITION);
            assertThat(finding.certain()).isFalse();
        });
    }

    @Test
    void seesNoLineWherePrintHasRunTogether() {
        assertThat(through(7.1, 0.64, 0.3)).as("next to no gap").isEmpty();
        assertThat(through(1.9, 0.76, 9)).as("in a letter or two").isEmpty();
    }

    @Test
    void asksAboutALineThatFillsFewGapsWhereALetterIsUnlikeThePagesOthers() {
        assertThat(through(5, 0.38, 3.2))
                .singleElement()
                .satisfies(finding -> assertThat(finding.certain()).isFalse());
    }

    private static List<Finding> through(double lengthMm, double gapMm, double steps) {
        PaperBox box = new PaperBox(20, 30, lengthMm, 0.6);
        return new AdditionJudge(FORM, Survey.Depth.COLOUR)
                .judge(List.of(), List.of(new Survey.Stroke(box, lengthMm, gapMm, steps)));
    }

    private static Sketch rim(double xMm) {
        return new Sketch(0.15).line(xMm - 0.3, 7, xMm + 0.3, 13.8);
    }

    private static List<Finding> judged(Sketch sketch, double darkness) {
        return judged(sketch, darkness, Survey.Depth.COLOUR);
    }

    private static List<Finding> judged(Sketch sketch, double darkness, Survey.Depth depth) {
        List<InkPiece> pieces = sketch.pieces().stream()
                .map(p -> new InkPiece(p.mask(), p.core(), p.areaMm2(), darkness, 0, false))
                .toList();
        return new AdditionJudge(FORM, depth).judge(pieces, List.of());
    }
}
