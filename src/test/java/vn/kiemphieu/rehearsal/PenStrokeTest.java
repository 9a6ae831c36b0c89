package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PenStrokeTest {

    private static final PenStroke FALLING = along(t -> t);

    @Test
    void crossesAStrokeThatRunsSteeplyThroughIt() {
        assertThat(FALLING.crosses(along(t -> 0.93 - t))).isTrue();
        assertThat(FALLING.crosses(along(t -> 1.04 - t))).isTrue();
    }

    @Test
    void doesNotCrossAStrokeThatOnlyComesNearOneOfItsEnds() {
        assertThat(FALLING.crosses(along(t -> 0.1 - t))).isFalse();
        assertThat(FALLING.crosses(along(t -> 2 + t))).isFalse();
    }

    @Test
    void doesNotCrossAStrokeThatRunsAlongIt() {
        assertThat(FALLING.crosses(along(t -> 0.2 + 0.6 * t))).isFalse();
    }

    @Test
    void doesNotCrossAStrokeThatItMeetsTwice() {
        assertThat(FALLING.crosses(along(t -> 1.2 - 5.2 * (t - 0.5) * (t - 0.5) - 0.3 * t)))
                .isFalse();
    }

    /** A stroke from left to right, as far down as that says at each place. */
    private static PenStroke along(DoubleUnaryOperator down) {
        return new PenStroke(IntStream.rangeClosed(0, 20)
                .mapToDouble(i -> i / 20.0)
                .mapToObj(t -> new PenPoint(t, down.applyAsDouble(t), 1))
                .toList());
    }
}
