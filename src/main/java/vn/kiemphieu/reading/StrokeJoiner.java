package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.kiemphieu.reading.StrokeGraph.Node;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Makes one of two strokes that meet where nothing else does.
 *
 * <p>The strokes stand in a row, and a joined one goes to its end. A line of many pieces is so joined in pairs, then in
 * pairs of pairs, and a scribble of thousands costs little more than one look at each.
 */
final class StrokeJoiner {

    private final StrokeGraph graph;
    private final List<Stroke> row;
    private final BitSet gone = new BitSet();

    /** For each node the places in the row of the only two strokes that meet there; empty for all other nodes. */
    private final int[][] pairs;

    private StrokeJoiner(StrokeGraph graph) {
        this.graph = graph;
        this.row = new ArrayList<>(graph.strokes());
        this.pairs = pairs(graph);
    }

    static StrokeGraph joined(StrokeGraph graph) {
        return new StrokeJoiner(graph).joined();
    }

    private StrokeGraph joined() {
        for (int place = 0; place < row.size(); place++) {
            Stroke stroke = row.get(place);
            if (gone.get(place)) {
                continue;
            }
            if (pairs[stroke.a()].length > 0) {
                join(place, stroke.a());
            } else if (pairs[stroke.b()].length > 0) {
                join(place, stroke.b());
            }
        }
        List<Stroke> left = new ArrayList<>();
        for (int place = gone.nextClearBit(0); place < row.size(); place = gone.nextClearBit(place + 1)) {
            left.add(row.get(place));
        }
        return new StrokeGraph(
                graph.nodes().stream().map(n -> new double[] {n.x(), n.y()}).toList(), left);
    }

    /** Joins the stroke at {@code place} to the later one with which it meets at {@code node}. */
    private void join(int place, int node) {
        int later = pairs[node][0] == place ? pairs[node][1] : pairs[node][0];
        Stroke whole = row.get(place).through(node, row.get(later));
        gone.set(place);
        gone.set(later);
        pairs[node] = new int[0];
        if (whole.isLoop()) {
            pairs[whole.a()] = new int[0];
        } else {
            replace(whole.a(), place, row.size());
            replace(whole.b(), later, row.size());
        }
        row.add(whole);
    }

    private void replace(int node, int place, int by) {
        for (int i = 0; i < pairs[node].length; i++) {
            if (pairs[node][i] == place) {
                pairs[node][i] = by;
            }
        }
    }

    private static int[][] pairs(StrokeGraph graph) {
        int[][] pairs = new int[graph.nodes().size()][0];
        for (int place = 0; place < graph.strokes().size(); place++) {
            Stroke stroke = graph.strokes().get(place);
            for (int end : new int[] {stroke.a(), stroke.b()}) {
                Node node = graph.nodes().get(end);
                if (node.degree() == 2 && !stroke.isLoop()) {
                    pairs[end] = pairs[end].length == 0 ? new int[] {place, place} : new int[] {pairs[end][0], place};
                }
            }
        }
        return pairs;
    }
}
