package vn.kiemphieu.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Two strokes that cross: what makes an X an X. Measured on the graph of the middle lines; judged by {@link MarkJudge}.
 *
 * @param xPx where they cross, in pixels of the skeleton
 * @param yPx the same downwards
 * @param arms the four arms, clockwise
 * @param bendDegrees by how much the worse of the two strokes bends where they cross; 0 is straight through
 * @param angleDegrees between the two strokes, 0..90
 * @param uprightDegrees how far the two strokes are from lying level and upright together; 0 is a plus, 45 a perfect X
 * @param restShare share of the line length that belongs to neither stroke, nor to what joins or ends them, 0..1
 */
record Crossing(
        double xPx,
        double yPx,
        List<Arm> arms,
        double bendDegrees,
        double angleDegrees,
        double uprightDegrees,
        double restShare) {

    /** A hook, or the tip of a corner, is shorter against its arm. */
    private static final double LONG_WAY = 0.75;

    /** Two ways end together, but for a spur, where they are this near against their arms. */
    private static final double TOGETHER = 0.3;

    /** {@return the crossing of four arms that explains most of the lines, if there is one} */
    static Optional<Crossing> in(StrokeGraph graph, double penPx, double pixelsPerMm) {
        Crossing best = null;
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node).degree() == 4) {
                Crossing c = of(graph, node, Arm.at(graph, node, penPx, pixelsPerMm), penPx);
                if (best == null || c.restShare < best.restShare) {
                    best = c;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Crossing of(StrokeGraph graph, int node, List<Arm> unsorted, double penPx) {
        StrokeGraph.Node n = graph.nodes().get(node);
        List<Arm> sorted = unsorted.stream()
                .sorted(Comparator.comparingDouble(Arm::degrees))
                .toList();
        List<Arm> arms = Join.found(graph, n, sorted, penPx);
        double bend1 = 180 - apart(arms.get(0).degrees(), arms.get(2).degrees());
        double bend2 = 180 - apart(arms.get(1).degrees(), arms.get(3).degrees());
        double axis1 = axis(arms.get(0), arms.get(2));
        double axis2 = axis(arms.get(1), arms.get(3));
        double explained = arms.stream()
                .mapToDouble(a -> Stroke.lengthOf(a.path()) + Stroke.lengthOf(a.beyond()))
                .sum();
        return new Crossing(
                n.x(),
                n.y(),
                arms,
                Math.max(bend1, bend2),
                apart(2 * axis1, 2 * axis2) / 2,
                Math.max(fromUpright(axis1), fromUpright(axis2)),
                Math.max(0, 1 - explained / graph.length()));
    }

    double shortestArmPx() {
        return arms.stream().mapToDouble(Arm::chordPx).min().orElse(0);
    }

    double longestArmPx() {
        return arms.stream().mapToDouble(Arm::chordPx).max().orElse(0);
    }

    /** The shorter stroke against the longer, 0..1. */
    double strokeRatio() {
        double first = arms.get(0).chordPx() + arms.get(2).chordPx();
        double second = arms.get(1).chordPx() + arms.get(3).chordPx();
        return Math.min(first, second) / Math.max(first, second);
    }

    /** How straight the most curved arm is, 0..1. */
    double straightness() {
        return arms.stream().mapToDouble(Arm::straightness).min().orElse(0);
    }

    double meanStraightness() {
        return arms.stream().mapToDouble(Arm::straightness).average().orElse(0);
    }

    /** How many lines leave the crossing and come back: one in an X drawn without lifting the pen. */
    int loops() {
        return (int) arms.stream().filter(Arm::loop).count() / 2;
    }

    /**
     * How many arms go over into a long way of the pen's: one in an X drawn without lifting the pen; an hourglass has two.
     */
    int joins() {
        int joins = 0;
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            Arm next = arms.get((i + 1) % arms.size());
            joins += isLongWay(arm) ? 1 : 0;
            // From both its ends the same way is seen, where a spur at its corner parts it.
            joins -= isLongWay(arm) && isLongWay(next) && meet(arm, next) ? 1 : 0;
        }
        return joins;
    }

    private static boolean isLongWay(Arm arm) {
        return Stroke.lengthOf(arm.beyond()) > LONG_WAY * arm.chordPx();
    }

    private static boolean meet(Arm a, Arm b) {
        int[] p = a.beyond().get(a.beyond().size() - 1);
        int[] q = b.beyond().get(b.beyond().size() - 1);
        return Math.hypot(p[0] - q[0], p[1] - q[1]) < TOGETHER * Math.min(a.chordPx(), b.chordPx());
    }

    /**
     * How unlike two opposite angles between the arms are, in degrees: the bends of both strokes together. One stroke of an X may
     * bend; a K leaves all of one side bare.
     */
    double lopsidedDegrees() {
        double[] angles = new double[4];
        for (int i = 0; i < 4; i++) {
            angles[i] = (arms.get((i + 1) % 4).degrees() - arms.get(i).degrees() + 360) % 360;
        }
        return Math.max(Math.abs(angles[0] - angles[2]), Math.abs(angles[1] - angles[3]));
    }

    /** The shorter free arm against the longer one of a loop: small where a circle's ends cross; 1 without a loop. */
    double freeShare() {
        double loop =
                arms.stream().filter(Arm::loop).mapToDouble(Arm::chordPx).max().orElse(0);
        double free = arms.stream()
                .filter(a -> !a.loop())
                .mapToDouble(Arm::chordPx)
                .min()
                .orElse(0);
        return loop == 0 ? 1 : free / loop;
    }

    /** The direction of a stroke as a line, 0..180 degrees. */
    private static double axis(Arm a, Arm b) {
        double x = a.chordPx() * Math.cos(Math.toRadians(a.degrees()))
                - b.chordPx() * Math.cos(Math.toRadians(b.degrees()));
        double y = a.chordPx() * Math.sin(Math.toRadians(a.degrees()))
                - b.chordPx() * Math.sin(Math.toRadians(b.degrees()));
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
