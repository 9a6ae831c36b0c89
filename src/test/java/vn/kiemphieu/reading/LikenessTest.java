package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wide bounds: the network is taught anew from time to time, and what is plain must stay plain. */
class LikenessTest {

    private static final double PLAINLY = 2;

    @ParameterizedTest
    @CsvSource({"0.2, 2", "0.3, 3", "0.35, 5", "0.5, 5", "0.7, 8", "0.9, 10"})
    void seesAnXOfAnySizeAndPen(double penMm, double sideMm) {
        double to = 2 + sideMm;
        assertThat(of(new Sketch(penMm).line(2, 2, to, to).line(to, 2, 2, to))).isGreaterThan(PLAINLY);
    }

    @Test
    void seesAnXOfTwoBowsThatOnlyTouch() {
        assertThat(of(new Sketch(0.35)
                        .line(3, 3.3, 4.2, 3, 5.2, 3.8, 5.7, 5.5, 5.7, 6.5, 5.2, 8.2, 4.2, 9, 3, 8.7)
                        .line(9, 3.3, 7.8, 3, 6.8, 3.8, 6, 5.5, 6, 6.5, 6.8, 8.2, 7.8, 9, 9, 8.7)))
                .isPositive();
    }

    @Test
    void seesNoXInOtherMarks() {
        assertThat(of(new Sketch(0.4).line(3, 6, 5, 9, 10, 2))).as("tick").isLessThan(-PLAINLY);
        assertThat(of(new Sketch(0.4).line(3, 9, 9, 3))).as("slash").isNegative();
        assertThat(of(new Sketch(0.4).ring(6, 6, 3))).as("circle").isLessThan(-PLAINLY);
        assertThat(of(new Sketch(0.4).ring(6, 6, 3).line(4, 4, 8, 8).line(8, 4, 4, 8)))
                .as("X in a ring")
                .isLessThan(-PLAINLY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.4, 0.6})
    void seesNoXInAStar(double penMm) {
        assertThat(of(new Sketch(penMm).line(3, 3, 9, 9).line(9, 3, 3, 9).line(6, 2.5, 6, 9.5)))
                .isNegative();
    }

    private static double of(Sketch sketch) {
        return Likeness.of(sketch.pieces());
    }
}
