package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellJudgeTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.35, 0.5, 0.7, 0.9})
    void knowsAnXDrawnWithAPenOfAnyWidth(double penMm) {
        assertThat(kind(new Sketch(penMm).line(4, 4, 9, 9).line(9, 4, 4, 9))).isEqualTo(Mark.Kind.CROSS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.0, 3, 5, 8})
    void knowsAnXOfAnySize(double sideMm) {
        assertThat(kind(new Sketch(0.35).line(3, 3, 3 + sideMm, 3 + sideMm).line(3 + sideMm, 3, 3, 3 + sideMm)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXWhoseJoinHasASpur() {
        Sketch joined =
                new Sketch(0.35).line(2, 3, 7.4, 8.4, 9, 6, 7.4, 3.6, 2, 9).line(9, 6, 9.7, 6);

        assertThat(kind(joined)).isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXOfOneLongAndOneShortStroke() {
        assertThat(kind(new Sketch(0.4).line(3, 10, 11, 3).line(5.5, 5, 8.5, 8.5)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXWhoseStrokesEndInHooks() {
        assertThat(kind(new Sketch(0.35).line(3, 3, 9, 9).line(8.6, 3.6, 9, 3, 3, 9)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXOfCurvedStrokes() {
        assertThat(kind(new Sketch(0.35)
                        .line(3, 3, 4.6, 4.1, 6, 6, 7.4, 7.9, 9, 9)
                        .line(9, 3.4, 7.8, 4.2, 6, 6, 4.2, 7.8, 3, 8.6)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    /** The pen goes over from the one stroke to the other, and meets both a little before their ends. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.35, 0.5})
    void knowsAnXDrawnWithoutLiftingThePen(double penMm) {
        assertThat(kind(new Sketch(penMm).line(3, 3, 8, 9).line(8.6, 3, 3, 9).line(7.4, 8.3, 8.6, 6, 8.0, 3.6)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXOfAPenThatSkips() {
        assertThat(kind(new Sketch(0.3)
                        .line(3, 3, 4.4, 4.4)
                        .line(5.4, 5.4, 9, 9)
                        .line(9, 3, 7.2, 4.8)
                        .line(6.2, 5.8, 3, 9)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void knowsAnXWhoseStrokesRunAlongEachOtherBeforeTheyPart() {
        assertThat(kind(new Sketch(0.35).line(3, 3, 5.9, 5.4, 5.9, 6.8, 3, 9).line(9, 3, 6.1, 5.4, 6.1, 6.8, 9, 9)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    /** Strokes that only touch: nothing crosses, and yet everybody reads an X. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.35, 0.5})
    void knowsAnXOfTwoBowsByItsLooks(double penMm) {
        Sketch bows = new Sketch(penMm)
                .line(3, 3.3, 4.2, 3, 5.2, 3.8, 5.7, 5.5, 5.7, 6.5, 5.2, 8.2, 4.2, 9, 3, 8.7)
                .line(9, 3.3, 7.8, 3, 6.8, 3.8, 6, 5.5, 6, 6.5, 6.8, 8.2, 7.8, 9, 9, 8.7);

        assertThat(kind(bows)).isEqualTo(Mark.Kind.CROSS);
    }

    /** What shines through from another sheet may be an X there. */
    @Test
    void leavesAPaleMarkToAPersonHoweverMuchItLooksLikeAnX() {
        List<InkPiece> dark = new Sketch(0.35)
                .line(3, 3.3, 4.2, 3, 5.2, 3.8, 5.7, 5.5, 5.7, 6.5, 5.2, 8.2, 4.2, 9, 3, 8.7)
                .line(9, 3.3, 7.8, 3, 6.8, 3.8, 6, 5.5, 6, 6.5, 6.8, 8.2, 7.8, 9, 9, 8.7)
                .pieces();
        List<InkPiece> pale = dark.stream()
                .map(p -> new InkPiece(p.mask(), p.core(), p.areaMm2(), 0.12, p.redness(), p.atEdge()))
                .toList();

        assertThat(CellJudge.judge(dark).kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(CellJudge.judge(pale).kind()).isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void makesNoXOfADashThatIsTooSmallForOneWhateverItLooksLike() {
        assertThat(kind(new Sketch(0.25).line(5.225, 4.61, 4.775, 5.39))).isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void makesNoXOfSpecksThatLieLikeOne() {
        Sketch specks = new Sketch(0.5)
                .line(3, 3, 4, 4)
                .line(9, 3, 8, 4)
                .line(5.8, 5.8, 6.2, 6.2)
                .line(3, 9, 4, 8)
                .line(9, 9, 8, 8);
        assertThat(specks.pieces()).hasSizeGreaterThan(4);
        assertThat(kind(specks)).isEqualTo(Mark.Kind.UNCLEAR);
    }

    /** Two X's side by side, whose strokes run together into those of one. */
    @Test
    void asksAboutAnXByItsStrokesThatLooksLikeNone() {
        assertThat(kind(new Sketch(0.5)
                        .line(3, 3, 9, 9)
                        .line(9, 3, 3, 9)
                        .line(4.2, 3, 10.2, 9)
                        .line(10.2, 3, 4.2, 9)))
                .isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    @Test
    void bridgesNoGapBetweenStrokesThatPointElsewhere() {
        List<InkPiece> pieces = new Sketch(0.3)
                .line(3, 3, 5, 5.8, 3, 9)
                .line(8, 3, 6, 5.8, 8, 9)
                .pieces();
        InkMask all = pieces.get(0).mask().and(pieces.get(1).mask());

        assertThat(Gaps.bridged(all).count()).isEqualTo(all.count());
    }

    @Test
    void takesNoScribbledOverXForAnX() {
        assertThat(kind(new Sketch(0.35)
                        .line(3, 3, 9, 9)
                        .line(9, 3, 3, 9)
                        .line(3.5, 5, 8.5, 4.6, 3.6, 5.6, 8.4, 5.3, 3.6, 6.3, 8.4, 6, 3.6, 7, 8.4, 6.7, 3.6, 7.6)))
                .isIn(Mark.Kind.CANCELLED, Mark.Kind.UNCLEAR);
    }

    /** A blot with four legs: its middle line is an X. */
    @Test
    void takesNoBlackenedXForAnX() {
        Sketch blot = new Sketch(0.5).line(3, 3, 9, 9).line(9, 3, 3, 9);
        for (double y = 4.4; y < 8; y += 0.3) {
            blot.line(4.4, y, 7.6, y);
        }
        assertThat(kind(blot)).isIn(Mark.Kind.CANCELLED, Mark.Kind.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.5, 6, 7.5})
    void takesNoXWithALineThroughItForAnX(double yMm) {
        assertThat(kind(new Sketch(0.35).line(3, 3, 9, 9).line(9, 3, 3, 9).line(2.5, yMm, 9.5, yMm + 0.2)))
                .isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    /** The line closes a triangle, as does the way of a pen that is not lifted; but it runs on at both ends. */
    @Test
    void takesNoXWithALineUnderItForAnX() {
        assertThat(kind(new Sketch(0.35).line(3, 3, 9, 9).line(9, 3, 3, 9).line(1.5, 8.4, 10.5, 8.6)))
                .isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    /** One network alone takes each of these for an X. */
    @ParameterizedTest
    @CsvSource({"0.25, 8.8, 0.7", "0.5, 8.4, 0.7", "0.5, 8.8, 1.2", "0.35, 9.2, 2"})
    void takesNoXWithALineAlongItsFeetForAnX(double penMm, double yMm, double beyondMm) {
        assertThat(kind(new Sketch(penMm)
                        .line(3, 3, 9, 9)
                        .line(9, 3, 3, 9)
                        .line(3 - beyondMm, yMm, 9 + beyondMm, yMm + 0.2)))
                .isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    @Test
    void takesNoStarForAnX() {
        assertThat(kind(new Sketch(0.35).line(3, 3, 9, 9).line(9, 3, 3, 9).line(6, 2.5, 6, 9.5)))
                .isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    @Test
    void takesNoTickCircleLineOrPlusForAnX() {
        assertThat(kind(new Sketch(0.35).line(3, 6, 5, 9, 10, 3))).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kind(new Sketch(0.35).ring(6, 6, 2.5))).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kind(new Sketch(0.35).line(3, 9, 9, 3))).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kind(new Sketch(0.35).line(3, 6, 9, 6.3).line(6, 3, 6.2, 9))).isEqualTo(Mark.Kind.UNCLEAR);
    }

    /** Where the ends of a circle run over each other, four lines meet. */
    @Test
    void takesNoCircleForAnXWhoseEndsCross() {
        assertThat(kind(new Sketch(0.35)
                        .ring(6, 6.4, 2.2)
                        .line(5.2, 3.2, 6.5, 4.6)
                        .line(6.9, 3.2, 5.6, 4.6)))
                .isEqualTo(Mark.Kind.UNCLEAR);
    }

    /** In the corners the line lies twice, and its tip is not on the middle line that thinning leaves. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.4, 0.55})
    void knowsAnXWhosePenTurnedRoundInSharpCorners(double penMm) {
        assertThat(kind(new Sketch(penMm).line(3.5, 3.2, 6.6, 8.6, 7.0, 3, 3.2, 8)))
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void takesNoHourglassForAnX() {
        assertThat(kind(new Sketch(0.35).line(3, 3, 9, 9, 9, 3, 3, 9, 3, 3))).isNotIn(Mark.Kind.CROSS, Mark.Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.4, 0.55})
    void takesNoKForAnX(double penMm) {
        assertThat(kind(new Sketch(penMm).line(4, 2.5, 4, 9.5).line(8.4, 2.5, 3.8, 6, 8.6, 9.5)))
                .isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kind(new Sketch(penMm).line(3, 3, 3, 9).line(8, 3, 3, 6, 8, 9)))
                .isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void takesNoZigzagForAnX() {
        assertThat(kind(new Sketch(0.45).line(3, 3, 8, 3.2, 3, 5.2, 8, 5.4))).isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void takesNoWordForAnX() {
        assertThat(kind(new Sketch(0.3)
                        .line(2, 6, 3, 4.5, 2.5, 6.5, 4, 5, 4, 6.5, 5, 5, 4.8, 6.5, 6, 5, 5.5, 6.4, 7, 5, 7, 6.5)
                        .line(7, 6.5, 8, 5, 7.4, 6.4, 9, 5.2)))
                .isIn(Mark.Kind.CANCELLED, Mark.Kind.UNCLEAR);
    }

    private static Mark.Kind kind(Sketch sketch) {
        return CellJudge.judge(sketch.pieces()).kind();
    }
}
