package vn.kiemphieu.reading;

import java.util.Optional;
import vn.kiemphieu.form.PaperPoint;

/**
 * Says what the ink of one cell is, by its shape: two strokes that cross, and hardly anything else. Never by how dark
 * the cell is: a bold X covers more paper than a scribbled-out thin one.
 */
final class MarkJudge {

    /**
     * What ink looks like.
     *
     * @param margin 0..1 to the nearest other verdict
     * @param crossing where its two strokes cross; there when {@code shape} is {@link Shape#X}
     */
    record Look(Shape shape, double margin, Optional<PaperPoint> crossing) {}

    /** A pen that rests leaves up to 0.9 mm; the smallest X that people draw spans 1.7 mm. */
    private static final double REST_MM = 0.95;

    /** Nothing that spans less is an X, whatever it looks like. */
    static final double SMALLEST_X_MM = 1.5;

    /** Dust: what a scanner makes of nothing. */
    private static final double DUST_MM2 = 0.12;

    /** An X is two diagonals: its line is about twice as long as its box's diagonal; a scribble's 4 times and more. */
    private static final double LONGEST_X = 2.9;

    private static final double CANCELLED_FROM = 3.4;

    /** Pens write up to 1 mm, and scanners add to it. Wider "strokes" are several: a word written in a cell with a felt pen. */
    private static final double WIDEST_PEN_MM = 1.45;

    /** Ink outside the two strokes, hooks and joins counted. */
    private static final double REST_SHARE = 0.22;

    /** Where the ends of a circle cross, they are short against it. */
    private static final double LEAST_FREE = 0.35;

    /** An arm this short against the longest is where the pen ran over: a Y, a K or a T. */
    private static final double SHORTEST_ARM = 0.13;

    /** An X that is one only by this much is asked about. */
    static final double DOUBT = 0.08;

    private MarkJudge() {}

    /** What makes lines of a skeleton. */
    private interface Lines {
        StrokeGraph of(Skeleton skeleton, double penPx, InkMask mask);
    }

    static Look look(InkMask raw) {
        return look(raw, StrokeGraph::of);
    }

    /** {@return what it looks like if strokes that run together for a while cross there} */
    static Look lookSlantwise(InkMask raw) {
        return look(raw, StrokeGraph::ofSlantwiseCrossings);
    }

    private static Look look(InkMask raw, Lines lines) {
        double extent = raw.extentMm();
        if (raw.areaMm2() < DUST_MM2 || extent < REST_MM) {
            double size = Math.max(raw.areaMm2() / DUST_MM2 / 4, extent / REST_MM);
            return new Look(extent < 0.35 ? Shape.NOTHING : Shape.REST, clip(1 - Math.min(size, 1)), Optional.empty());
        }
        InkMask mask = raw.closed(1);
        Skeleton skeleton = Skeleton.of(mask);
        double px = mask.pixelsPerMm();
        double penPx = StrokeWidth.of(mask, skeleton);
        StrokeGraph graph = lines.of(skeleton, penPx, mask);
        double length = graph.length();
        if (length < 0.5 * px) {
            return new Look(mask.extentMm() < SMALLEST_X_MM ? Shape.FAINT : Shape.FILLED, 0, Optional.empty());
        }
        Optional<Crossing> crossing = Crossing.in(graph, penPx, px);
        double margin = crossing.map(c -> margin(c, mask, skeleton, penPx)).orElse(-1.0);
        if (margin > 0) {
            return new Look(Shape.X, clip(margin), crossing.map(c -> at(c, mask)));
        }
        double winding = length / px / mask.diagonalMm();
        double penMm = mask.areaMm2() / (length / px);
        return new Look(otherShape(graph, crossing, winding, mask, penMm), clip(-margin / 2), Optional.empty());
    }

    /** {@return where two strokes cross that explain most of its lines, whatever they are} */
    static Optional<PaperPoint> crossing(InkMask raw) {
        InkMask mask = raw.closed(1);
        Skeleton skeleton = Skeleton.of(mask);
        double penPx = StrokeWidth.of(mask, skeleton);
        double px = mask.pixelsPerMm();
        return Crossing.in(StrokeGraph.of(skeleton, penPx, mask), penPx, px)
                .or(() -> Crossing.in(StrokeGraph.ofSlantwiseCrossings(skeleton, penPx, mask), penPx, px))
                .map(c -> at(c, mask));
    }

    /** The skeleton has a rim of one pixel around the mask. */
    private static PaperPoint at(Crossing c, InkMask mask) {
        return new PaperPoint(
                (mask.leftPx() + c.xPx() - 0.5) / mask.pixelsPerMm(),
                (mask.topPx() + c.yPx() - 0.5) / mask.pixelsPerMm());
    }

    /** How far the crossing is from being no X: 1 for the X's most people draw, negative for what is none. */
    private static double margin(Crossing c, InkMask mask, Skeleton skeleton, double penPx) {
        InkAccount ink = InkAccount.of(mask, skeleton, c, penPx);
        double px = mask.pixelsPerMm();
        if (c.loops() > 1
                || c.joins() > 1
                || c.freeShare() < LEAST_FREE
                || c.shortestArmPx() < SHORTEST_ARM * c.longestArmPx()
                || ink.penPx() / px > WIDEST_PEN_MM
                || mask.extentMm() < SMALLEST_X_MM) {
            return -1;
        }
        double strangeness =
                Strangeness.of(new Strangeness.Evidence(c, ink, Wedges.of(mask, c, ink.explained(), penPx), mask));
        return 1 - strangeness / Strangeness.SURE;
    }

    private static Shape otherShape(
            StrokeGraph graph, Optional<Crossing> crossing, double winding, InkMask mask, double penMm) {
        double diagonal = mask.diagonalMm();
        double solid = mask.count() / (double) (mask.widthPx() * mask.heightPx());
        if (diagonal < SMALLEST_X_MM) {
            return Shape.FAINT;
        }
        if (penMm > 1.6 && solid > 0.55) {
            return Shape.FILLED;
        }
        int holes = graph.holes();
        if (winding > CANCELLED_FROM || holes > 3 || graph.strokes().size() > 12) {
            return Shape.CANCELLED;
        }
        long ends = graph.nodes().stream().filter(n -> n.degree() == 1).count();
        long meetings = graph.nodes().stream().filter(n -> n.degree() > 2).count();
        if (meetings == 0 && holes == 1) {
            return Shape.CIRCLE;
        }
        if (meetings == 0 && ends == 2) {
            return winding < 1.12 ? Shape.LINE : Shape.TICK;
        }
        if (crossing.isPresent()
                && crossing.get().uprightDegrees() < 18
                && crossing.get().restShare() < REST_SHARE) {
            return Shape.PLUS;
        }
        return winding > LONGEST_X ? Shape.CANCELLED : Shape.OTHER;
    }

    private static double clip(double margin) {
        return Math.max(0, Math.min(1, margin));
    }
}
