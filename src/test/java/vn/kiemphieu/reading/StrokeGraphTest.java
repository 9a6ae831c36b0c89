package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrokeGraphTest {

    private static final int SIZE_PX = 60;

    /** 200 dpi. */
    private static final double PIXELS_PER_MM = 7.874;

    private final boolean[] ink = new boolean[SIZE_PX * SIZE_PX];

    @Test
    void seesOneCrossingAndFourEndsInAnX() {
        line(8, 8, 51, 51);
        line(51, 8, 8, 51);

        StrokeGraph graph = graph();

        assertThat(graph.strokes()).hasSize(4);
        assertThat(graph.nodes()).extracting(StrokeGraph.Node::degree).containsExactlyInAnyOrder(1, 1, 1, 1, 4);
        assertThat(graph.holes()).isZero();
    }

    @Test
    void seesOneHoleInABox() {
        line(10, 10, 50, 10);
        line(50, 10, 50, 50);
        line(50, 50, 10, 50);
        line(10, 50, 10, 10);

        assertThat(graph().holes()).isEqualTo(1);
    }

    /** Thinned from both sides at once, such a line vanishes. */
    @Test
    void losesNoSlantingLineTwoPixelsWide() {
        for (int i = 0; i < 20; i++) {
            ink[(30 - i) * SIZE_PX + 20 + i] = true;
            ink[(30 - i) * SIZE_PX + 21 + i] = true;
        }

        assertThat(graph().length()).isGreaterThan(20);
    }

    @Test
    void isEmptyWithoutInk() {
        assertThat(graph().strokes()).isEmpty();
        assertThat(graph().length()).isZero();
    }

    private StrokeGraph graph() {
        InkMask mask = new InkMask(0, 0, SIZE_PX, SIZE_PX, ink, PIXELS_PER_MM);
        return StrokeGraph.of(Skeleton.of(mask), 3, 8);
    }

    /** A line of a pen three pixels wide. */
    private void line(int x0, int y0, int x1, int y1) {
        int steps = 2 * SIZE_PX;
        for (int i = 0; i <= steps; i++) {
            int x = x0 + (x1 - x0) * i / steps;
            int y = y0 + (y1 - y0) * i / steps;
            for (int d = 0; d < 9; d++) {
                ink[(y + d / 3 - 1) * SIZE_PX + x + d % 3 - 1] = true;
            }
        }
    }
}
