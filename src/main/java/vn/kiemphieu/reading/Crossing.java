package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperPoint;

/**
 * Two strokes that cross: what makes an X an X. Measured on the graph of the middle lines; judged by {@link MarkJudge}.
 *
 * @param at where they cross, on the page
 * @param bendDegrees by how much the worse of the two strokes bends where they cross; 0 is straight through
 * @param angleDegrees between the two strokes, 0..90
 * @param uprightDegrees how far the two strokes are from lying level and upright together; 0 is a plus, 45 a perfect X
 * @param shortestArmMm the shortest of the four arms
 * @param restShare share of the line length that belongs to neither stroke, 0..1
 * @param loops arms that come back to the crossing: one in an X drawn without lifting the pen
 * @param freeShare the shorter free arm against half a loop: small where a circle's ends cross; 1 without a loop
 */
record Crossing(
        PaperPoint at,
        double bendDegrees,
        double angleDegrees,
        double uprightDegrees,
        double shortestArmMm,
        double restShare,
        int loops,
        double freeShare) {

    private record Arm(double degrees, double length, boolean loop) {}

    /** {@return the crossing of four arms that explains most of the lines, if there is one} */
    static Optional<Crossing> in(StrokeGraph graph, InkMask mask, double penPx) {
        Crossing best = null;
        for (int node = 0; node < graph.nodes().size(); node++) {
            List<Arm> arms = arms(graph, node, penPx, mask.pixelsPerMm());
            if (arms.size() == 4) {
                Crossing c = of(graph, node, arms, mask);
                if (best == null || c.restShare < best.restShare) {
                    best = c;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Arm> arms(StrokeGraph graph, int node, double penPx, double pixelsPerMm) {
        List<Arm> arms = new ArrayList<>();
        double x = graph.nodes().get(node).x();
        double y = graph.nodes().get(node).y();
        for (StrokeGraph.Stroke s : graph.strokesAt(node)) {
            boolean loop = s.isLoop() || twins(graph, s);
            // A loop leads away and back: its direction shows in the first third.
            double reach = Math.max(Math.min(s.length() * (loop ? 0.25 : 0.6), 3 * pixelsPerMm), 2 * penPx);
            if (s.a() == node) {
                arms.add(arm(s.pointFrom(true, reach), x, y, s, loop));
            }
            if (s.b() == node) {
                arms.add(arm(s.pointFrom(false, reach), x, y, s, loop));
            }
        }
        arms.sort(Comparator.comparingDouble(Arm::degrees));
        return arms;
    }

    /** Two strokes between the same two nodes close a loop just as one that comes back. */
    private static boolean twins(StrokeGraph graph, StrokeGraph.Stroke s) {
        return graph.strokesAt(s.a()).stream()
                .anyMatch(t -> t != s && (t.a() == s.a() && t.b() == s.b() || t.a() == s.b() && t.b() == s.a()));
    }

    private static Arm arm(int[] p, double x, double y, StrokeGraph.Stroke s, boolean loop) {
        return new Arm(Math.toDegrees(Math.atan2(p[1] - y, p[0] - x)), s.isLoop() ? s.length() / 2 : s.length(), loop);
    }

    private static Crossing of(StrokeGraph graph, int node, List<Arm> arms, InkMask mask) {
        double bend1 = 180 - apart(arms.get(0).degrees(), arms.get(2).degrees());
        double bend2 = 180 - apart(arms.get(1).degrees(), arms.get(3).degrees());
        double axis1 = axis(arms.get(0), arms.get(2));
        double axis2 = axis(arms.get(1), arms.get(3));
        double between = apart(2 * axis1, 2 * axis2) / 2;
        double explained = arms.stream().mapToDouble(Arm::length).sum();
        double shortest = arms.stream().mapToDouble(Arm::length).min().orElse(0);
        int loops = (int) arms.stream().filter(Arm::loop).count() / 2;
        StrokeGraph.Node n = graph.nodes().get(node);
        return new Crossing(
                new PaperPoint(
                        (mask.leftPx() + n.x() - 0.5) / mask.pixelsPerMm(),
                        (mask.topPx() + n.y() - 0.5) / mask.pixelsPerMm()),
                Math.max(bend1, bend2),
                between,
                Math.max(fromUpright(axis1), fromUpright(axis2)),
                shortest / mask.pixelsPerMm(),
                1 - explained / graph.length(),
                loops,
                freeShare(arms));
    }

    private static double freeShare(List<Arm> arms) {
        double loop =
                arms.stream().filter(Arm::loop).mapToDouble(Arm::length).max().orElse(0);
        double free = arms.stream()
                .filter(a -> !a.loop())
                .mapToDouble(Arm::length)
                .min()
                .orElse(0);
        return loop == 0 ? 1 : free / loop;
    }

    /** The direction of a stroke as a line, 0..180 degrees. */
    private static double axis(Arm a, Arm b) {
        double x =
                a.length() * Math.cos(Math.toRadians(a.degrees())) - b.length() * Math.cos(Math.toRadians(b.degrees()));
        double y =
                a.length() * Math.sin(Math.toRadians(a.degrees())) - b.length() * Math.sin(Math.toRadians(b.degrees()));
        return (Math.toDegrees(Math.atan2(y, x)) + 360) % 180;
    }

    private static double fromUpright(double axis) {
        double within = axis % 90;
        return Math.min(within, 90 - within);
    }

    private static double apart(double a, double b) {
        double d = Math.abs(a - b) % 360;
        return Math.min(d, 360 - d);
    }
}
