package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.reading.StrokeGraph.Node;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Mends what thinning did to handwriting: spurs that it leaves and crossings that it tears in two, both told by the width
 * of the pen.
 */
final class GraphMender {

    private GraphMender() {}

    /** The same graph with near crossings made one, or with short dead ends cut off, and lines through nothing joined. */
    static StrokeGraph mended(StrokeGraph graph, double tearPx, double spurPx) {
        Clusters clusters = new Clusters(graph.nodes().size());
        List<Stroke> kept = new ArrayList<>();
        for (Stroke s : graph.strokes()) {
            int degreeA = graph.nodes().get(s.a()).degree();
            int degreeB = graph.nodes().get(s.b()).degree();
            boolean tear = s.length() < tearPx && degreeA > 2 && degreeB > 2 && !s.isLoop();
            boolean deadEnd = s.length() < spurPx && (degreeA == 1) != (degreeB == 1) && Math.max(degreeA, degreeB) > 2;
            boolean pinhole = s.isLoop() && s.length() < Math.max(tearPx, spurPx) * 2;
            if (tear) {
                clusters.join(s.a(), s.b());
            } else if (!deadEnd && !pinhole) {
                kept.add(s);
            }
        }
        return StrokeJoiner.joined(new StrokeGraph(
                centres(graph.nodes(), clusters),
                kept.stream()
                        .map(s -> new Stroke(clusters.root(s.a()), clusters.root(s.b()), s.path(), s.length()))
                        .toList()));
    }

    /** The middle of each cluster, at the number of its root. */
    private static List<double[]> centres(List<Node> nodes, Clusters clusters) {
        double[][] sums = new double[nodes.size()][3];
        for (int i = 0; i < sums.length; i++) {
            double[] sum = sums[clusters.root(i)];
            sum[0] += nodes.get(i).x();
            sum[1] += nodes.get(i).y();
            sum[2]++;
        }
        List<double[]> centres = new ArrayList<>();
        for (double[] sum : sums) {
            centres.add(new double[] {sum[0] / sum[2], sum[1] / sum[2]});
        }
        return centres;
    }
}
