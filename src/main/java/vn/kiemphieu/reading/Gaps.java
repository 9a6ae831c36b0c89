package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.reading.StrokeGraph.Node;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Where a pen skipped: two ends that point at each other, with bare paper between. Bridged, the stroke is whole again. Ends
 * that point elsewhere are left apart, so that nothing is joined which no pen drew in one go.
 */
final class Gaps {

    /** A dry ball skips up to two millimetres, and never most of a stroke. */
    private static final double WIDEST_MM = 2.2;

    private static final double WIDEST_SHARE = 0.4;

    /** An end's direction is seen along its last 1.2 mm, as far as there are so many. */
    private static final double SEEN_MM = 1.2;

    /** A stroke may bend by this much over a gap, at either end. */
    private static final double BEND_DEGREES = 28;

    /** Where a stroke runs into another, the gap is seen from one side only. */
    private static final double AHEAD_DEGREES = 20;

    /** What is left of a stroke between two gaps may be too short to have a direction. */
    private static final double SHORT_MM = 0.45;

    private record End(double x, double y, double dx, double dy, boolean isShort, int part) {

        private boolean points(double gx, double gy, double length) {
            return isShort || (dx * gx + dy * gy) / length > Math.cos(Math.toRadians(BEND_DEGREES));
        }
    }

    private record Gap(End from, End to, double length) {}

    private Gaps() {}

    /** {@return the ink with every gap closed by a line of its pen; the same ink where there is none} */
    static InkMask bridged(InkMask mask) {
        Skeleton skeleton = Skeleton.of(mask);
        double penPx = StrokeWidth.of(mask, skeleton);
        StrokeGraph graph = GraphMender.mended(new StrokeTracer(skeleton).graph(), 0, 0.7 * penPx);
        Clusters parts = new Clusters(graph.nodes().size());
        graph.strokes().forEach(s -> parts.join(s.a(), s.b()));
        List<End> ends = ends(graph, parts, mask.pixelsPerMm());
        double widest = mask.pixelsPerMm() * Math.min(WIDEST_MM, WIDEST_SHARE * mask.diagonalMm());
        List<Gap> gaps = gaps(ends, widest);
        InkMask whole = mask;
        List<End> done = new ArrayList<>();
        for (Gap gap : gaps) {
            if (!done.contains(gap.from()) && !done.contains(gap.to())) {
                done.add(gap.from());
                done.add(gap.to());
                // The skeleton has a rim of one pixel around the mask.
                whole = whole.withLine(
                        gap.from().x() - 1,
                        gap.from().y() - 1,
                        gap.to().x() - 1,
                        gap.to().y() - 1,
                        penPx);
            }
        }
        for (End end : ends) {
            Optional<int[]> hit =
                    done.contains(end) || end.isShort() ? Optional.empty() : ahead(end, graph, parts, widest);
            if (hit.isPresent()) {
                whole = whole.withLine(end.x() - 1, end.y() - 1, hit.get()[0] - 1, hit.get()[1] - 1, penPx);
            }
        }
        return whole;
    }

    /** {@return the nearest point of another part at which an end points: it ran into a stroke there, or across it} */
    private static Optional<int[]> ahead(End end, StrokeGraph graph, Clusters parts, double widest) {
        int[] nearest = null;
        double least = widest;
        for (Stroke s : graph.strokes()) {
            if (parts.root(s.a()) == end.part()) {
                continue;
            }
            for (int[] p : s.path()) {
                double gx = p[0] - end.x();
                double gy = p[1] - end.y();
                double length = Math.hypot(gx, gy);
                if (length < least
                        && end.dx() * gx + end.dy() * gy > length * Math.cos(Math.toRadians(AHEAD_DEGREES))) {
                    least = length;
                    nearest = p;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static List<Gap> gaps(List<End> ends, double widest) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                End a = ends.get(i);
                End b = ends.get(j);
                double gx = b.x() - a.x();
                double gy = b.y() - a.y();
                double length = Math.hypot(gx, gy);
                if (a.part() != b.part()
                        && length < widest
                        && !(a.isShort() && b.isShort())
                        && a.points(gx, gy, length)
                        && b.points(-gx, -gy, length)) {
                    gaps.add(new Gap(a, b, length));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::length));
        return gaps;
    }

    private static List<End> ends(StrokeGraph graph, Clusters parts, double pixelsPerMm) {
        List<End> ends = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Node n = graph.nodes().get(node);
            if (n.degree() == 1) {
                Stroke s = graph.strokesAt(node).get(0);
                ends.add(end(s.pathFrom(s.a() == node), parts.root(node), pixelsPerMm));
            }
        }
        return ends;
    }

    private static End end(List<int[]> path, int part, double pixelsPerMm) {
        int[] tip = path.get(0);
        int[] seen = tip;
        for (int[] p : path) {
            seen = p;
            if (Math.hypot(p[0] - tip[0], p[1] - tip[1]) >= SEEN_MM * pixelsPerMm) {
                break;
            }
        }
        double length = Math.hypot(tip[0] - seen[0], tip[1] - seen[1]);
        return new End(
                tip[0],
                tip[1],
                length == 0 ? 0 : (tip[0] - seen[0]) / length,
                length == 0 ? 0 : (tip[1] - seen[1]) / length,
                length < SHORT_MM * pixelsPerMm,
                part);
    }
}
