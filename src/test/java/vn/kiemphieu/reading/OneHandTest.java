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

    private final OneHand hand = new OneHand();

    @Test
    void vouchesForAMarkLikeItsOwn() {
        learn(2);

        Mark judged = hand.judged(DOUBTED, drawn(x(0.1)), UNLIKELY);

        assertThat(judged.kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(judged.margin()).isLessThan(CERTAIN.margin());
    }

    @Test
    void vouchesForAMarkThatIsLessLikeItsOwnOnlyWhereItLooksLikeAnX() {
        learn(3);
        OneHand.Drawn other = drawn(x(1.5));

        Mark judged = hand.judged(DOUBTED, other, LIKELY);

        assertThat(judged.kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(judged.margin()).isLessThan(0.15);
        assertThat(hand.judged(DOUBTED, other, UNLIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNothingByOneXAlone() {
        learn(1);

        assertThat(hand.judged(DOUBTED, drawn(x(0.1)), LIKELY)).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoXWithALineThroughIt() {
        learn(3);

        assertThat(hand.judged(DOUBTED, drawn(x(0).line(3.2, 6, 8.8, 6)), LIKELY))
                .isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoTick() {
        learn(3);

        assertThat(hand.judged(DOUBTED, drawn(new Sketch(0.35).line(3, 6, 5, 9, 9, 3)), LIKELY))
                .isEqualTo(DOUBTED);
    }

    @Test
    void leavesACancelledMarkToAPersonHoweverItLooks() {
        learn(3);
        Mark cancelled = new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, 0.4, 2, Optional.empty());

        assertThat(hand.judged(cancelled, drawn(x(0)), LIKELY)).isEqualTo(cancelled);
    }

    @Test
    void questionsAnXThatWasGoneOver() {
        learn(2);
        OneHand.Drawn twice = drawn(x(0).line(3.6, 3, 9.6, 9).line(9.6, 3, 3.6, 9));
        hand.learn(CERTAIN, twice); // it passes for one of the hand's own

        assertThat(hand.questioned(CERTAIN, twice).kind()).isEqualTo(Mark.Kind.CANCELLED);
        assertThat(hand.questioned(CERTAIN, drawn(x(0))).kind()).isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void questionsNoXForABitMoreInkThanTheOthers() {
        learn(2);
        OneHand.Drawn hooked = drawn(x(0).line(9, 9, 9, 7.5));
        hand.learn(CERTAIN, hooked);

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
        hand.learn(CERTAIN, alone);

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

    private void learn(int marks) {
        for (int i = 0; i < marks; i++) {
            hand.learn(CERTAIN, drawn(x(0.15 * i)));
        }
    }

    private static Sketch x(double moreMm) {
        return new Sketch(0.35).line(3, 3, 9, 9).line(9 + moreMm, 3, 3, 9);
    }

    private static OneHand.Drawn drawn(Sketch sketch) {
        return OneHand.Drawn.of(sketch.pieces());
    }
}
