package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class OneHandTest {

    private static final Mark DOUBTED = new Mark(Mark.Kind.UNCLEAR, Shape.OTHER, 0.4, 2, Optional.empty());

    private static final Mark CERTAIN = new Mark(Mark.Kind.CROSS, Shape.X, 0.9, 2, Optional.empty());

    private static final DoubleSupplier LIKELY = () -> 1;

    private static final DoubleSupplier UNLIKELY = () -> -1;

    /** Of several X's one always holds some more ink; where none does, the hand vouches for hardly any. */
    private static final OneHand.Drawn DEARER =
            drawn(new Sketch(0.42).line(3, 3, 9, 9).line(9, 3, 3, 9));

    private final OneHand hand = new OneHand();

    @Test
    void vouchesForAMarkLikeItsOwn() {
        learn(2);
        learnADearerOne();

        Mark judged = hand.judged(DOUBTED, drawn(x(0.1)), UNLIKELY);

        assertThat(judged.kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(judged.margin()).isLessThan(CERTAIN.margin());
    }

    @Test
    void letsAMarkStrayFurtherFromItsOwnTheMoreItLooksLikeAnX() {
        learn(3);
        learnADearerOne();
        OneHand.Drawn other = drawn(x(2.2));

        assertThat(hand.judged(DOUBTED, other, LIKELY).kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(hand.judged(DOUBTED, other, UNLIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoMarkThatLooksQuiteUnlikeAnX() {
        learn(3);
        learnADearerOne();

        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), () -> -4)).isEqualTo(DOUBTED);
    }

    /** A pen that skipped left one whole stroke of an X and pieces of the other. */
    @Test
    void vouchesForAMarkWhoseStrokesMakeALineWhereAllOfItLiesOverAnX() {
        learn(2);
        learnADearerOne();
        Mark line = new Mark(Mark.Kind.UNCLEAR, Shape.LINE, 0.4, 2, Optional.empty());

        assertThat(hand.judged(line, drawn(x(0.1)), LIKELY).kind()).isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void vouchesForNothingByOneXAlone() {
        learnADearerOne();

        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesByWhatIsDoubtedTooIfItLooksLikeAnXAndOneIsCertain() {
        hand.learn(DOUBTED, drawn(x(0.05)), LIKELY);
        hand.learn(DOUBTED, DEARER, LIKELY);
        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), LIKELY)).isEqualTo(DOUBTED);

        learnADearerOne();
        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), LIKELY).kind()).isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void vouchesForNothingByWhatLooksUnlikeAnX() {
        learnADearerOne();
        hand.learn(DOUBTED, drawn(x(0.05)), UNLIKELY);

        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), LIKELY)).isEqualTo(DOUBTED);
    }

    /** Each covers the other, and to the looks they are not far from an X that is joined at its foot. */
    @Test
    void letsTwoXsWithALineUnderThemNotVouchForOneAnother() {
        learn(3);
        OneHand.Drawn one = drawn(x(0).line(2, 8.6, 10, 8.8));
        OneHand.Drawn other = drawn(x(0.1).line(2, 8.6, 10, 8.9));
        hand.learn(DOUBTED, one, LIKELY);
        hand.learn(DOUBTED, other, LIKELY);

        assertThat(hand.judged(DOUBTED, one, LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void letsNoMarkVouchForItself() {
        learnADearerOne();
        OneHand.Drawn itself = drawn(x(0.1));
        hand.learn(DOUBTED, itself, LIKELY);

        assertThat(hand.judged(DOUBTED, itself, LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoXWithALineThroughIt() {
        learn(3);
        learnADearerOne();

        assertThat(hand.judged(DOUBTED, drawn(x(0).line(3.2, 6, 8.8, 6)), LIKELY))
                .isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForALikeMarkOfALittleMoreInkThanMost() {
        learn(3);
        learnADearerOne();
        OneHand.Drawn hooked = drawn(x(0.1).line(9.1, 3, 8.5, 3));
        OneHand.Drawn doubled = drawn(x(0.1).line(3.5, 3, 9.5, 9));

        assertThat(hand.judged(DOUBTED, hooked, LIKELY).kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(hand.judged(DOUBTED, doubled, LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoTick() {
        learn(3);
        learnADearerOne();

        assertThat(hand.judged(DOUBTED, drawn(new Sketch(0.35).line(3, 6, 5, 9, 9, 3)), LIKELY))
                .isEqualTo(DOUBTED);
    }

    @Test
    void leavesACancelledMarkToAPersonHoweverItLooks() {
        learn(3);
        learnADearerOne();
        Mark cancelled = new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, 0.4, 2, Optional.empty());

        assertThat(hand.judged(cancelled, drawn(x(0)), LIKELY)).isEqualTo(cancelled);
    }

    @Test
    void questionsAnXThatWasGoneOver() {
        learn(2);
        OneHand.Drawn twice = drawn(x(0).line(3.6, 3, 9.6, 9).line(9.6, 3, 3.6, 9));
        hand.learn(CERTAIN, twice, LIKELY); // it passes for one of the hand's own

        assertThat(hand.questioned(CERTAIN, twice).kind()).isEqualTo(Mark.Kind.CANCELLED);
        assertThat(hand.questioned(CERTAIN, drawn(x(0))).kind()).isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void questionsNoXForABitMoreInkThanTheOthers() {
        learn(2);
        OneHand.Drawn hooked = drawn(x(0).line(9, 9, 9, 7.5));
        hand.learn(CERTAIN, hooked, LIKELY);

        assertThat(hand.questioned(CERTAIN, hooked)).isEqualTo(CERTAIN);
    }

    /** A written X whose bows are long: two fifths more ink than in the others, and yet nobody would think twice. */
    @Test
    void questionsAnXOfSomeMoreInkOnlyWhereItLooksLessThanPlain() {
        learn(3);
        OneHand.Drawn longer = drawn(x(0).line(9, 9, 9, 4));
        Mark plain = new Mark(Mark.Kind.CROSS, Shape.X, 0.5, 4, Optional.empty());
        Mark less = new Mark(Mark.Kind.CROSS, Shape.X, 0.3, 4, Optional.empty());

        assertThat(hand.questioned(less, longer).kind()).isEqualTo(Mark.Kind.CANCELLED);
        assertThat(hand.questioned(plain, longer)).isEqualTo(plain);
    }

    @Test
    void questionsNoXThatHasNoOtherBesideIt() {
        OneHand.Drawn alone = drawn(x(0).line(3.6, 3, 9.6, 9).line(9.6, 3, 3.6, 9));
        hand.learn(CERTAIN, alone, LIKELY);

        assertThat(hand.questioned(CERTAIN, alone)).isEqualTo(CERTAIN);
    }

    @Test
    void tellsAScribbleOverAnXFromAWord() {
        learn(2);
        Sketch word = new Sketch(0.35).line(3, 6, 4, 8, 5, 6, 6, 8, 7, 6, 8, 8, 9, 6);
        Sketch scribble = x(0).line(3, 4, 9, 4.5, 3, 5, 9, 5.5, 3, 6, 9, 6.5, 3, 7, 9, 7.5);

        assertThat(hand.questioned(DOUBTED, drawn(word))).isEqualTo(DOUBTED);
        assertThat(hand.questioned(DOUBTED, drawn(scribble)).kind()).isEqualTo(Mark.Kind.CANCELLED);
    }

    @Test
    void tellsASmallXScribbledToABlotFromACellFilledIn() {
        Mark filled = new Mark(Mark.Kind.UNCLEAR, Shape.FILLED, 0.5, 6, Optional.empty());
        for (double moreMm : new double[] {0, 0.2, 0.4}) {
            hand.learn(
                    CERTAIN,
                    drawn(new Sketch(0.35).line(3, 3, 5.5 + moreMm, 5.5).line(5.5, 3, 3, 5.5)),
                    LIKELY);
        }
        Sketch blot = new Sketch(0.8).line(3, 3.2, 5.5, 3.2, 3, 3.8, 5.5, 4.3, 3, 4.8, 5.5, 5.3);
        Sketch cell = new Sketch(0.8).line(3, 3, 9, 3, 3, 3.6, 9, 4.2, 3, 4.8, 9, 5.4, 3, 6, 9, 6.6, 3, 7.2);

        assertThat(hand.questioned(filled, drawn(blot)).kind()).isEqualTo(Mark.Kind.CANCELLED);
        assertThat(hand.questioned(filled, drawn(cell))).isEqualTo(filled);
    }

    @Test
    void takesAsMuchInkWhereLargeXsWouldHaveRoomForACellFilledIn() {
        Mark filled = new Mark(Mark.Kind.UNCLEAR, Shape.FILLED, 0.5, 6, Optional.empty());
        learn(3);
        Sketch cell = new Sketch(0.8).line(3, 3, 9, 3, 3, 3.6, 9, 4.2, 3, 4.8, 9, 5.4, 3, 6, 9, 6.6, 3, 7.2, 9, 8);

        assertThat(hand.questioned(filled, drawn(cell))).isEqualTo(filled);
    }

    @Test
    void takesLessForAScribbleWhereItCoversNoMorePaperThanAnX() {
        learn(3);
        Sketch scribble = x(0).line(3, 3.5, 9, 4, 3, 5);
        Sketch wider = new Sketch(0.35).line(2, 3, 10, 9).line(10, 3, 2, 9).line(2, 3.5, 12, 4, 2, 5);

        assertThat(hand.questioned(DOUBTED, drawn(scribble)).kind()).isEqualTo(Mark.Kind.CANCELLED);
        assertThat(hand.questioned(DOUBTED, drawn(wider))).isEqualTo(DOUBTED);
    }

    @Test
    void doubtsADotAmongXsThoughItLooksLikeOne() {
        learn(3);
        OneHand.Drawn dot = drawn(new Sketch(0.35).line(5, 5, 6.1, 6.1).line(6.1, 5, 5, 6.1));

        assertThat(hand.questioned(CERTAIN, dot).kind()).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(hand.judged(DOUBTED, dot, LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void leavesASmallXToAHandThatWritesThemSmall() {
        for (int i = 0; i < 3; i++) {
            hand.learn(CERTAIN, drawn(new Sketch(0.35).line(5, 5, 6.4, 6.4).line(6.4 + 0.15 * i, 5, 5, 6.4)), LIKELY);
        }
        OneHand.Drawn small = drawn(new Sketch(0.35).line(5, 5, 6.1, 6.1).line(6.1, 5, 5, 6.1));

        assertThat(hand.questioned(CERTAIN, small)).isEqualTo(CERTAIN);
    }

    private void learn(int marks) {
        for (int i = 0; i < marks; i++) {
            hand.learn(CERTAIN, drawn(x(0.15 * i)), LIKELY);
        }
    }

    private void learnADearerOne() {
        hand.learn(CERTAIN, DEARER, LIKELY);
    }

    private static Sketch x(double moreMm) {
        return new Sketch(0.35).line(3, 3, 9, 9).line(9 + moreMm, 3, 3, 9);
    }

    private static OneHand.Drawn drawn(Sketch sketch) {
        return OneHand.Drawn.of(sketch.pieces());
    }
}
