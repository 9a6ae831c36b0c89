package vn.kiemphieu.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final double SMALLEST_X_MM = 1.5;

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

    /** Strangeness of an X that shows only when gaps are filled or the rim is left out. */
    private static final double GUESSED = 2;

    /** Strangeness of a small X that shows only at a finer resolution than the page's. */
    private static final double MAGNIFIED = 1.5;

    /** Strangeness of an X whose strokes share a way where they cross. */
    private static final double BRIDGED = 0.7;

    /** Of a blurred stroke next to nothing lies further from its core than 0.25 mm. */
    private static final double STRAY_SHARE = 0.05;

    /** An X that is one only by this much is asked about. */
    static final double DOUBT = 0.08;

    private MarkJudge() {}

    static Look look(InkPiece piece) {
        Look whole = look(piece.mask());
        boolean isSure = whole.shape() == Shape.X && whole.margin() > DOUBT;
        if (isSure || whole.shape() == Shape.REST || whole.shape() == Shape.NOTHING) {
            return whole;
        }
        if (strayShare(piece) > STRAY_SHARE) {
            return whole;
        }
        return Stream.concat(
                        Stream.of(whole, judged(piece.core().trimmed(), GUESSED, false)),
                        piece.fine().map(MarkJudge::magnified).stream())
                .filter(look -> look.shape() == Shape.X)
                .max(Comparator.comparingDouble(Look::margin))
                .orElse(whole);
    }

    private static Look magnified(InkMask fine) {
        Look look = look(fine);
        return new Look(look.shape(), clip(look.margin() - MAGNIFIED / Strangeness.SURE), look.crossing());
    }

    /** Ink that is no rim of the core: a scribble over an X is pale where it lies alone and dark where it meets the X. */
    private static double strayShare(InkPiece piece) {
        InkMask near = piece.core().dilated(2);
        int stray = 0;
        InkMask all = piece.mask();
        for (int y = 0; y < all.heightPx(); y++) {
            for (int x = 0; x < all.widthPx(); x++) {
                stray += all.at(x, y) && !near.at(x + 2, y + 2) ? 1 : 0;
            }
        }
        return stray / (double) all.count();
    }

    static Look look(InkMask mask) {
        double extent = mask.extentMm();
        if (mask.areaMm2() < DUST_MM2 || extent < REST_MM) {
            double size = Math.max(mask.areaMm2() / DUST_MM2 / 4, extent / REST_MM);
            return new Look(extent < 0.35 ? Shape.NOTHING : Shape.REST, clip(1 - Math.min(size, 1)), Optional.empty());
        }
        Look plain = judged(mask, 0, false);
        if (plain.shape() == Shape.X && plain.margin() > DOUBT) {
            return plain;
        }
        // Strokes that run along each other where they cross meet twice, and the way between is theirs in common.
        Look together = judged(mask, BRIDGED, true);
        boolean rather = plain.shape() != Shape.X || together.margin() > plain.margin();
        Look better = together.shape() == Shape.X && rather ? together : plain;
        if (better.shape() == Shape.X) {
            return better;
        }
        // Strokes drawn twice side by side, or torn by a rough pen, are one stroke once the gaps are filled.
        for (double gapMm : new double[] {0.3, 0.55}) {
            InkMask closed = mask.closed((int) Math.max(1, Math.round(gapMm / 2 * mask.pixelsPerMm())));
            if (closed.areaMm2() / mask.areaMm2() < 1.45) {
                Look mended = judged(closed, GUESSED, false);
                if (mended.shape() == Shape.X) {
                    return mended;
                }
            }
        }
        return plain;
    }

    /** {@return whether four arms meet anywhere in that ink, however strange the whole is} */
    static boolean crosses(InkMask raw) {
        InkMask mask = Gaps.bridged(raw).closed(1);
        Skeleton skeleton = Skeleton.of(mask);
        double penPx = StrokeWidth.of(mask, skeleton);
        double px = mask.pixelsPerMm();
        return Stream.concat(
                        Stream.of(StrokeGraph.of(skeleton, penPx, mask)),
                        StrokeGraph.bridged(skeleton, penPx, mask).stream())
                .map(g -> Crossing.in(g, penPx, px))
                .flatMap(Optional::stream)
                .anyMatch(c -> c.shortestArmPx() >= SHORTEST_ARM * c.longestArmPx());
    }

    private static Look judged(InkMask raw, double doubt, boolean bridged) {
        InkMask mask = raw.closed(1);
        Skeleton skeleton = Skeleton.of(mask);
        double px = mask.pixelsPerMm();
        double penPx = StrokeWidth.of(mask, skeleton);
        StrokeGraph graph = StrokeGraph.of(skeleton, penPx, mask);
        double length = graph.length();
        if (length < 0.5 * px) {
            return new Look(mask.extentMm() < SMALLEST_X_MM ? Shape.FAINT : Shape.FILLED, 0, Optional.empty());
        }
        List<StrokeGraph> graphs = bridged ? StrokeGraph.bridged(skeleton, penPx, mask) : List.of(graph);
        Optional<Crossing> crossing = Optional.empty();
        double margin = -1;
        for (StrokeGraph g : graphs) {
            Optional<Crossing> c = Crossing.in(g, penPx, px);
            double m = c.map(x -> margin(x, mask, skeleton, penPx) - doubt / Strangeness.SURE)
                    .orElse(-1.0);
            if (crossing.isEmpty() || m > margin) {
                crossing = c;
                margin = m;
            }
        }
        if (margin > 0) {
            return new Look(Shape.X, clip(margin), crossing.map(c -> at(c, mask)));
        }
        double winding = length / px / mask.diagonalMm();
        double penMm = mask.areaMm2() / (length / px);
        return new Look(otherShape(graph, crossing, winding, mask, penMm), clip(-margin / 2), Optional.empty());
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
