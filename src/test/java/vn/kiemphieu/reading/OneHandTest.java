package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneHandTest {

    private static final Mark DOUBTED = new Mark(Mark.Kind.UNCLEAR, Shape.OTHER, 0.4, 2, Optional.empty());

    private static final Mark CERTAIN = new Mark(Mark.Kind.CROSS, Shape.X, 0.9, 2, Optional.empty());

    private final OneHand hand = new OneHand();

    @Test
    void vouchesForAMarkLikeItsOwn() {
        learn(2);

        Mark judged = hand.judged(DOUBTED, drawn(x(0.1)));

        assertThat(judged.kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(judged.margin()).isLessThan(CERTAIN.margin());
    }

    @Test
    void vouchesForNothingByOneXAlone() {
        learn(1);

        assertThat(hand.judged(DOUBTED, drawn(x(0.1)))).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoXWithALineThroughIt() {
        learn(3);

        assertThat(hand.judged(DOUBTED, drawn(x(0).line(3.2, 6, 8.8, 6)))).isEqualTo(DOUBTED);
    }

    @Test
    void vouchesForNoTick() {
        learn(3);

        assertThat(hand.judged(DOUBTED, drawn(new Sketch(0.35).line(3, 6, 5, 9, 9, 3))))
                .isEqualTo(DOUBTED);
    }

    @Test
    void leavesACancelledMarkToAPersonHoweverItLooks() {
        learn(3);
        Mark cancelled = new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, 0.4, 2, Optional.empty());

        assertThat(hand.judged(cancelled, drawn(x(0)))).isEqualTo(cancelled);
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
