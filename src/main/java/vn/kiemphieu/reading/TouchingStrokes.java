package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Tells whose each stroke is where marks touch. From where the strokes of a mark cross, its arms are followed straight on, over
 * the strokes of other marks, to their ends. Where an arm of one mark goes over into an arm of another, both end in the sharpest corner
 * between them: none, and the marks cannot be told apart.
 */
final class TouchingStrokes {

    /** Where strokes meet, each goes on in the one that turns aside least, by no more than this. */
    private static final double STRAIGHT_ON_DEGREES = 45;

    /** Arms of two marks that end in each other turn by this at least. */
    private static final double CORNER_DEGREES = 40;

    /** Over this length directions are taken, in mm. */
    private static final double REACH_MM = 0.9;

    /** So near to where a mark's strokes cross their lines meet, in mm. */
    private static final double NEAR_MM = 1;

    /** A line between two marks that is no longer than this is how one of them ends, in mm. */
    private static final double END_MM = 1.5;

    private final StrokeGraph graph;
    private final InkMask mask;
    private final double penPx;
    private final List<Integer> centres = new ArrayList<>();

    /** For each mark the lines that are its, as points of the skeleton. */
    private final List<List<int[]>> lines = new ArrayList<>();

    private final List<int[]> nobodys = new ArrayList<>();
    private final Set<Stroke> claimed = new HashSet<>();

    /** Which marks' lines lead through a node. */
    private final Map<Integer, Set<Integer>> through = new HashMap<>();

    private TouchingStrokes(StrokeGraph graph, InkMask mask, double penPx) {
        this.graph = graph;
        this.mask = mask;
        this.penPx = penPx;
    }

    /**
     * {@return for each mark its ink; empty where they cannot be told apart} Ink in which strokes of several marks lie over each other is in
     * all of these, and what neither belongs to a mark nor hangs on one alone is in none.
     *
     * @param crossings where the strokes of each mark cross
     */
    static Optional<List<InkMask>> parted(InkMask piece, List<PaperPoint> crossings) {
        InkMask mask = piece.closed(1);
        Skeleton skeleton = Skeleton.of(mask);
        double penPx = StrokeWidth.of(mask, skeleton);
        return new TouchingStrokes(StrokeGraph.of(skeleton, penPx, mask), mask, penPx)
                .parted(crossings)
                .or(() -> new TouchingStrokes(StrokeGraph.ofSlantwiseCrossings(skeleton, penPx, mask), mask, penPx)
                        .parted(crossings))
                .map(strokes -> strokes.inks(piece));
    }

    private Optional<TouchingStrokes> parted(List<PaperPoint> crossings) {
        crossings.stream().flatMap(at -> centre(at).stream()).distinct().forEach(centres::add);
        if (centres.size() < crossings.size()) {
            return Optional.empty();
        }
        for (int mark = 0; mark < centres.size(); mark++) {
            lines.add(new ArrayList<>());
            for (Stroke arm : graph.strokesAt(centres.get(mark))) {
                if (!follow(mark, arm)) {
                    return Optional.empty();
                }
            }
        }
        shareOutTheRest();
        return Optional.of(this);
    }

    /** {@return the node at which the strokes cross there} The skeleton has a rim of one pixel around the mask. */
    private Optional<Integer> centre(PaperPoint at) {
        double x = at.xMm() * mask.pixelsPerMm() - mask.leftPx() + 0.5;
        double y = at.yMm() * mask.pixelsPerMm() - mask.topPx() + 0.5;
        Integer nearest = null;
        double least = NEAR_MM * mask.pixelsPerMm();
        for (int i = 0; i < graph.nodes().size(); i++) {
            StrokeGraph.Node node = graph.nodes().get(i);
            double away = Math.hypot(node.x() - x, node.y() - y);
            if (node.degree() == 4 && away < least) {
                least = away;
                nearest = i;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@return whether that arm has an end of its own} */
    private boolean follow(int mark, Stroke arm) {
        List<int[]> points = new ArrayList<>();
        Set<Stroke> seen = new HashSet<>();
        int node = centres.get(mark);
        Optional<Stroke> next = Optional.of(arm);
        while (next.filter(seen::add).isPresent()) {
            Stroke stroke = next.get();
            claimed.add(stroke);
            through.computeIfAbsent(node, n -> new HashSet<>()).add(mark);
            boolean onward = stroke.a() == node;
            points.addAll(stroke.pathFrom(onward));
            node = onward ? stroke.b() : stroke.a();
            if (centres.contains(node)) {
                int end = node == centres.get(mark) ? points.size() : corner(points);
                lines.get(mark).addAll(points.subList(0, end));
                return end > 0;
            }
            next = onward(stroke, node);
        }
        through.computeIfAbsent(node, n -> new HashSet<>()).add(mark);
        lines.get(mark).addAll(points);
        return true;
    }

    /** {@return the stroke in which that one goes on beyond a node: of all that meet there the straightest two are one, and so on} */
    private Optional<Stroke> onward(Stroke stroke, int node) {
        record Pair(Stroke one, Stroke other, double turn) {}
        List<Stroke> strokes = graph.strokesAt(node);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < strokes.size(); i++) {
            for (int j = i + 1; j < strokes.size(); j++) {
                double turn = 180 - Arm.apart(leaving(strokes.get(i), node), leaving(strokes.get(j), node));
                pairs.add(new Pair(strokes.get(i), strokes.get(j), turn));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::turn));
        Set<Stroke> paired = new HashSet<>();
        for (Pair p : pairs) {
            if ((p.turn() <= STRAIGHT_ON_DEGREES || strokes.size() == 2)
                    && !paired.contains(p.one())
                    && !paired.contains(p.other())) {
                if (p.one() == stroke || p.other() == stroke) {
                    return Optional.of(p.one() == stroke ? p.other() : p.one());
                }
                paired.add(p.one());
                paired.add(p.other());
            }
        }
        return Optional.empty();
    }

    private double leaving(Stroke stroke, int node) {
        List<int[]> points = stroke.pathFrom(stroke.a() == node);
        return Arm.degrees(points.get(0), Arm.forth(points, 0, REACH_MM * mask.pixelsPerMm()));
    }

    /** {@return how many of the points lead to where the line turns most; 0 where it runs on without a corner} */
    private int corner(List<int[]> points) {
        int reach = (int) Math.round(REACH_MM * mask.pixelsPerMm());
        int best = 0;
        double most = CORNER_DEGREES;
        for (int i = reach; i < points.size() - reach; i++) {
            double turn = Arm.apart(
                    Arm.degrees(points.get(i - reach), points.get(i)),
                    Arm.degrees(points.get(i), points.get(i + reach)));
            if (turn > most) {
                most = turn;
                best = i + 1;
            }
        }
        return best;
    }

    /** What hangs on one mark alone is that mark's; what is short between two is divided between them. */
    private void shareOutTheRest() {
        List<Stroke> open = new ArrayList<>(graph.strokes());
        open.removeAll(claimed);
        while (!open.isEmpty()) {
            List<Stroke> part = new ArrayList<>(List.of(open.remove(0)));
            Set<Integer> nodes = new HashSet<>();
            for (int n = 0; n < part.size(); n++) {
                nodes.add(part.get(n).a());
                nodes.add(part.get(n).b());
                List<Stroke> more = open.stream()
                        .filter(s -> nodes.contains(s.a()) || nodes.contains(s.b()))
                        .toList();
                open.removeAll(more);
                part.addAll(more);
            }
            Set<Integer> marks = new HashSet<>();
            nodes.forEach(node -> marks.addAll(through.getOrDefault(node, Set.of())));
            double length = part.stream().mapToDouble(Stroke::length).sum();
            if (marks.size() == 1) {
                part.forEach(s -> lines.get(marks.iterator().next()).addAll(s.path()));
            } else if (marks.isEmpty() || length > END_MM * mask.pixelsPerMm()) {
                part.forEach(s -> nobodys.addAll(s.path()));
            }
        }
    }

    /** Each pixel is its nearest line's, and every line's that is no further than a pen is wide. */
    private List<InkMask> inks(InkMask piece) {
        int width = piece.widthPx();
        boolean[][] inks = new boolean[lines.size()][width * piece.heightPx()];
        double[] away = new double[lines.size()];
        for (int i = 0; i < width * piece.heightPx(); i++) {
            int x = i % width;
            int y = i / width;
            if (piece.at(x, y)) {
                double least = away(nobodys, x + 1, y + 1);
                for (int m = 0; m < away.length; m++) {
                    away[m] = away(lines.get(m), x + 1, y + 1);
                    least = Math.min(least, away[m]);
                }
                for (int m = 0; m < away.length; m++) {
                    inks[m][i] = away[m] <= Math.max(least, penPx / 2 + 0.5);
                }
            }
        }
        return List.of(inks).stream()
                .map(ink ->
                        new InkMask(piece.leftPx(), piece.topPx(), width, piece.heightPx(), ink, piece.pixelsPerMm()))
                .toList();
    }

    private static double away(List<int[]> points, int x, int y) {
        double least = Double.POSITIVE_INFINITY;
        for (int[] p : points) {
            least = Math.min(least, Math.hypot(p[0] - x, p[1] - y));
        }
        return least;
    }
}
