package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.reading.StrokeGraph.Node;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * One of the lines that lead away from a crossing, as far as it leads away. Where it turns aside, as at the barb of a
 * hook or where the pen went over to the next stroke without being lifted, the arm is over; what follows is kept apart.
 *
 * @param path its points from the crossing outwards
 * @param beyond what follows on the same line after it has turned
 * @param chordPx from the crossing to its end
 * @param lengthPx along the arm
 * @param degrees the direction in which it leaves the crossing, -180..180
 * @param loop whether the line comes back to the crossing
 */
record Arm(List<int[]> path, List<int[]> beyond, double chordPx, double lengthPx, double degrees, boolean loop) {

    /** A line that leads further aside than this, seen from the crossing, no longer leads away. */
    private static final double ASIDE_DEGREES = 70;

    /** Where two lines meet, that which goes on within this angle is the same. */
    private static final double STRAIGHT_ON_DEGREES = 20;

    /** 1 is straight; half a circle has 0.77 where {@link #ASIDE_DEGREES} ends it. */
    double straightness() {
        return lengthPx == 0 ? 1 : Math.min(1, chordPx / lengthPx);
    }

    /** {@return this arm, and after it more of what the pen drew} */
    Arm followedBy(List<int[]> more) {
        List<int[]> all = new ArrayList<>(beyond);
        all.addAll(more);
        return new Arm(path, all, chordPx, lengthPx, degrees, loop);
    }

    /** {@return the arms at a node; a line that comes back has two, which share it} */
    static List<Arm> at(StrokeGraph graph, int node, double penPx, double pixelsPerMm) {
        List<Arm> arms = new ArrayList<>();
        Set<Stroke> used = new HashSet<>(graph.strokesAt(node));
        double window = Math.max(0.4 * pixelsPerMm, penPx);
        Node from = graph.nodes().get(node);
        for (Stroke s : graph.strokesAt(node)) {
            if (s.isLoop()) {
                arms.addAll(ofLoop(s, from, window));
            } else {
                List<int[]> line = s.pathFrom(s.a() == node);
                int end = s.farFrom(node);
                Optional<Stroke> next = straightOn(graph, line, end, used, window);
                while (next.isPresent()) {
                    used.add(next.get());
                    line.addAll(next.get().pathFrom(next.get().a() == end));
                    end = next.get().farFrom(end);
                    next = straightOn(graph, line, end, used, window);
                }
                int turn = turn(line, from, window);
                arms.add(measured(line.subList(0, turn), line.subList(turn, line.size()), from, window, false));
            }
        }
        return arms;
    }

    /** {@return the stroke in which a line goes on through the node where it ends} */
    private static Optional<Stroke> straightOn(
            StrokeGraph graph, List<int[]> line, int end, Set<Stroke> used, double window) {
        double arriving = degrees(back(line, window), line.get(line.size() - 1));
        Stroke best = null;
        double least = STRAIGHT_ON_DEGREES;
        for (Stroke s : graph.strokesAt(end)) {
            if (!used.contains(s) && !s.isLoop()) {
                List<int[]> path = s.pathFrom(s.a() == end);
                double turn = apart(arriving, degrees(path.get(0), forth(path, 0, window)));
                if (turn < least) {
                    least = turn;
                    best = s;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Arm> ofLoop(Stroke s, Node from, double window) {
        List<int[]> there = s.pathFrom(true);
        List<int[]> back = s.pathFrom(false);
        int half = there.size() / 2;
        int first = Math.min(half, turn(there, from, window));
        int second = Math.min(there.size() - half, turn(back, from, window));
        List<int[]> between = new ArrayList<>(there.subList(first, there.size() - second));
        return List.of(
                measured(there.subList(0, first), between, from, window, true),
                measured(back.subList(0, second), List.of(), from, window, true));
    }

    private static Arm measured(List<int[]> path, List<int[]> beyond, Node from, double window, boolean loop) {
        if (path.isEmpty()) {
            return new Arm(List.of(), List.copyOf(beyond), 0, 0, 0, loop);
        }
        int[] end = path.get(path.size() - 1);
        double chord = Math.hypot(end[0] - from.x(), end[1] - from.y());
        // The direction shows where the crossing's blot is left behind, and before the stroke's end bends away.
        double reach = Math.max(0.6 * chord, 1.5 * window);
        int[] seen = end;
        for (int[] p : path) {
            if (Math.hypot(p[0] - from.x(), p[1] - from.y()) >= reach) {
                seen = p;
                break;
            }
        }
        double degrees = Math.toDegrees(Math.atan2(seen[1] - from.y(), seen[0] - from.x()));
        return new Arm(List.copyOf(path), List.copyOf(beyond), chord, length(path, from), degrees, loop);
    }

    /** {@return how many points lead away from the crossing before the line turns aside} */
    private static int turn(List<int[]> points, Node from, double window) {
        for (int i = 0; i < points.size(); i++) {
            int[] p = points.get(i);
            double away = Math.hypot(p[0] - from.x(), p[1] - from.y());
            if (away < 1.5 * window) {
                continue;
            }
            int[] next = forth(points, i, window);
            if (Math.hypot(next[0] - p[0], next[1] - p[1]) < 0.7 * window) {
                return points.size(); // what is left is too short to have a direction
            }
            double out = Math.toDegrees(Math.atan2(p[1] - from.y(), p[0] - from.x()));
            if (apart(out, degrees(p, next)) > ASIDE_DEGREES) {
                return i + 1;
            }
        }
        return points.size();
    }

    /** Measured every few pixels: the stairs of a slanting line make it longer by up to a twelfth. */
    private static double length(List<int[]> path, Node from) {
        double sum = 0;
        double x = from.x();
        double y = from.y();
        for (int i = 3; i < path.size() + 3; i += 4) {
            int[] p = path.get(Math.min(i, path.size() - 1));
            sum += Math.hypot(p[0] - x, p[1] - y);
            x = p[0];
            y = p[1];
        }
        return sum;
    }

    /** {@return the first point that far away, or the last} */
    static int[] forth(List<int[]> points, int from, double distance) {
        int[] start = points.get(from);
        for (int i = from; i < points.size(); i++) {
            int[] p = points.get(i);
            if (Math.hypot(p[0] - start[0], p[1] - start[1]) >= distance) {
                return p;
            }
        }
        return points.get(points.size() - 1);
    }

    private static int[] back(List<int[]> points, double distance) {
        int[] end = points.get(points.size() - 1);
        for (int i = points.size() - 1; i >= 0; i--) {
            int[] p = points.get(i);
            if (Math.hypot(p[0] - end[0], p[1] - end[1]) >= distance) {
                return p;
            }
        }
        return points.get(0);
    }

    /** {@return the direction from one to the other, -180..180} */
    static double degrees(int[] from, int[] to) {
        return Math.toDegrees(Math.atan2(to[1] - from[1], to[0] - from[0]));
    }

    /** {@return between two directions, 0..180} */
    static double apart(double a, double b) {
        double d = Math.abs(a - b) % 360;
        return Math.min(d, 360 - d);
    }
}
