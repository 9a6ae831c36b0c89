package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Handwriting as a graph: strokes between ends and crossings. Only nodes that a stroke touches are in it, numbered as the
 * strokes first touch them.
 *
 * <p>Lengths are in pixels of the mask.
 */
final class StrokeGraph {

    /** A stroke from node {@code a} to node {@code b}; the same node for a loop. */
    record Stroke(int a, int b, List<int[]> path, double length) {

        static Stroke along(int a, int b, List<int[]> path) {
            return new Stroke(a, b, path, lengthOf(path));
        }

        static double lengthOf(List<int[]> path) {
            double sum = 0;
            for (int i = 1; i < path.size(); i++) {
                int[] p = path.get(i - 1);
                int[] q = path.get(i);
                sum += Math.hypot(q[0] - p[0], q[1] - p[1]);
            }
            return sum;
        }

        boolean isLoop() {
            return a == b;
        }

        int farFrom(int node) {
            return a == node ? b : a;
        }

        /** {@return the points from one end to the other} */
        List<int[]> pathFrom(boolean fromA) {
            List<int[]> points = new ArrayList<>(path);
            if (!fromA) {
                Collections.reverse(points);
            }
            return points;
        }

        /** This stroke and the next as one, through the node where they meet. */
        Stroke through(int node, Stroke next) {
            List<int[]> whole = pathFrom(a != node);
            List<int[]> more = next.pathFrom(next.b != node);
            whole.addAll(more.subList(1, more.size()));
            return new Stroke(farFrom(node), next.farFrom(node), whole, length + next.length);
        }
    }

    /** Where strokes meet or end. */
    record Node(double x, double y, int degree) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<List<Stroke>> at = new ArrayList<>();
    private final double length;

    /**
     * @param points where the strokes' ends lie, by the numbers that the strokes give them
     */
    StrokeGraph(List<double[]> points, List<Stroke> drawn) {
        int[] degree = degrees(points.size(), drawn);
        int[] number = new int[points.size()];
        Arrays.fill(number, -1);
        for (Stroke s : drawn) {
            for (int end : new int[] {s.a(), s.b()}) {
                if (number[end] < 0) {
                    number[end] = nodes.size();
                    nodes.add(new Node(points.get(end)[0], points.get(end)[1], degree[end]));
                    at.add(new ArrayList<>());
                }
            }
            Stroke stroke = new Stroke(number[s.a()], number[s.b()], s.path(), s.length());
            strokes.add(stroke);
            at.get(stroke.a()).add(stroke);
            if (!stroke.isLoop()) {
                at.get(stroke.b()).add(stroke);
            }
        }
        length = strokes.stream().mapToDouble(Stroke::length).sum();
    }

    /**
     * The lines of a skeleton without what thinning did to them.
     *
     * @param spurPx dead ends shorter than this are thinning's, not the pen's
     * @param tearPx two crossings closer than this are one
     */
    static StrokeGraph of(Skeleton skeleton, double spurPx, double tearPx) {
        StrokeGraph graph = GraphMender.mended(new StrokeTracer(skeleton).graph(), tearPx, 0);
        // What is left when a spur is gone may be a spur in turn.
        for (int i = 0; i < 3; i++) {
            graph = GraphMender.mended(graph, 0, spurPx);
        }
        return GraphMender.mended(graph, tearPx, 0);
    }

    /** {@return the lines of a mark; what is short is told by its pen} */
    static StrokeGraph of(Skeleton skeleton, double penPx, InkMask mask) {
        return of(skeleton, penPx, mask, 2);
    }

    /** {@return the same where strokes may cross as slantwise as 15 degrees: they run together for four times the pen's width} */
    static StrokeGraph ofSlantwiseCrossings(Skeleton skeleton, double penPx, InkMask mask) {
        return of(skeleton, penPx, mask, 4);
    }

    private static StrokeGraph of(Skeleton skeleton, double penPx, InkMask mask, double tearPens) {
        double px = mask.pixelsPerMm();
        return of(skeleton, spurPx(penPx, px), 0.25 * px + tearPens * penPx);
    }

    /** {@return up to which length a dead end is taken for thinning's} */
    static double spurPx(double penPx, double pixelsPerMm) {
        return Math.max(0.3 * pixelsPerMm, 0.55 * penPx);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Stroke> strokes() {
        return strokes;
    }

    /** {@return the strokes that begin or end at a node, a loop once} */
    List<Stroke> strokesAt(int node) {
        return at.get(node);
    }

    double length() {
        return length;
    }

    /** {@return how many holes the lines enclose: strokes − nodes + connected parts (Euler)} */
    int holes() {
        Clusters parts = new Clusters(nodes.size());
        long joined = strokes.stream().filter(s -> parts.join(s.a(), s.b())).count();
        return (int) (strokes.size() - joined);
    }

    private static int[] degrees(int nodes, List<Stroke> strokes) {
        int[] degree = new int[nodes];
        for (Stroke s : strokes) {
            degree[s.a()]++;
            degree[s.b()]++;
        }
        return degree;
    }
}
