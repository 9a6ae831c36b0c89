package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

class StrokeJoinerTest {

    @Test
    void makesOneLineOfManyPiecesWhateverTheirOrder() {
        int pieces = 20_000;
        List<double[]> points = new ArrayList<>();
        List<Stroke> strokes = new ArrayList<>();
        for (int i = 0; i <= pieces; i++) {
            points.add(new double[] {i, 0});
        }
        for (int i = 0; i < pieces; i++) {
            strokes.add(i % 3 == 0 ? piece(i + 1, i) : piece(i, i + 1));
        }
        Collections.shuffle(strokes, new Random(pieces));

        StrokeGraph line = StrokeJoiner.joined(new StrokeGraph(points, strokes));

        assertThat(line.strokes()).hasSize(1);
        assertThat(line.length()).isEqualTo(pieces);
        List<int[]> path = line.strokes().get(0).path();
        int step = path.get(0)[0] == 0 ? 1 : -1;
        assertThat(path).hasSize(pieces + 1);
        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i)[0] - path.get(i - 1)[0]).isEqualTo(step);
        }
    }

    @Test
    void closesARingAndLeavesItALoop() {
        List<double[]> points = List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {2, 0});

        StrokeGraph ring = StrokeJoiner.joined(new StrokeGraph(points, List.of(piece(0, 1), piece(2, 0), piece(1, 2))));

        assertThat(ring.strokes()).singleElement().matches(Stroke::isLoop);
        assertThat(ring.nodes()).singleElement().matches(n -> n.degree() == 2);
        assertThat(ring.holes()).isEqualTo(1);
    }

    @Test
    void leavesACrossingOfThreeAlone() {
        List<double[]> points =
                List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {2, 0}, new double[] {3, 0});

        StrokeGraph fork = StrokeJoiner.joined(new StrokeGraph(points, List.of(piece(1, 0), piece(1, 2), piece(3, 1))));

        assertThat(fork.strokes()).hasSize(3);
        assertThat(fork.strokesAt(0)).hasSize(3);
        assertThat(fork.holes()).isZero();
    }

    private static Stroke piece(int a, int b) {
        return Stroke.along(a, b, List.of(new int[] {a, 0}, new int[] {b, 0}));
    }
}
