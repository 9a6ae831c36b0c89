package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;

/**
 * Marks of several cells that touch, as tall ones in a column do, taken apart: each has its strokes cross deep in its own cell,
 * and what is not told by following its strokes is that mark's whose crossing is nearest along the ink. The line between the cells
 * would cut off the feet of those that run over it.
 */
final class TouchingMarks {

    /** An X whose strokes cross this deep inside a cell belongs to it, though it runs over. */
    private static final double DEEP_MM = 1.5;

    /** The margin by which each of them must be an X, by its strokes, to be parted from the others. What it is by itself is asked afterwards. */
    private static final double WHOLE = 0.15;

    /**
     * Or the odds, as logarithm, by which it looks like one, where its strokes cross: to a network half of an X that lies across two cells
     * looks like one, too, but not so much.
     */
    private static final double PLAIN = 5;

    /** Half as wide as a ruled line with its blur. */
    private static final double LINE_MM = 0.3;

    private static final int FAR = Integer.MAX_VALUE;

    /** Lengths of a step from pixel to pixel, straight and aslant, in fifths of a pixel. */
    private static final int STRAIGHT = 5;

    private static final int ASLANT = 7;

    private TouchingMarks() {}

    /** {@return where strokes cross deep in that cell} */
    static Optional<PaperPoint> crossing(InkPiece piece, PaperBox cell) {
        return MarkJudge.crossing(piece.mask().within(cell).trimmed()).filter(at -> isDeep(at, cell));
    }

    static boolean isDeep(PaperPoint at, PaperBox cell) {
        return cell.grown(-DEEP_MM).contains(at);
    }

    /**
     * Takes them apart.
     *
     * @param cells in which strokes cross
     * @return for each cell its mark, in one way or another, the likelier first; only ways by which each is surely an X in its cell
     */
    static Stream<List<InkPiece>> apart(InkPiece piece, List<PaperBox> cells) {
        return Stream.<Supplier<Optional<List<InkPiece>>>>of(
                        () -> byStrokes(piece, cells),
                        () -> Optional.of(byCrossings(piece, cells)),
                        () -> Optional.of(byLines(piece, cells)))
                .flatMap(way -> way.get().stream())
                .filter(marks -> areAll(marks, piece))
                .filter(marks -> IntStream.range(0, cells.size()).allMatch(i -> isWhole(marks.get(i), cells.get(i))));
    }

    /** {@return whether nothing is left over: it may be another cell's mark} */
    private static boolean areAll(List<InkPiece> marks, InkPiece piece) {
        return piece.mask().areaMm2() - InkPiece.together(marks).areaMm2() <= CellInk.TAIL_MM2;
    }

    private static boolean isWhole(InkPiece mark, PaperBox cell) {
        return isWhole(MarkJudge.look(mark.mask()), cell)
                || isWhole(MarkJudge.lookSlantwise(mark.mask()), cell)
                || MarkJudge.crossing(mark.mask())
                                .filter(at -> isDeep(at, cell))
                                .isPresent()
                        && Likeness.of(List.of(mark)) > PLAIN;
    }

    private static boolean isWhole(MarkJudge.Look look, PaperBox cell) {
        return look.margin() >= WHOLE
                && look.crossing().filter(at -> isDeep(at, cell)).isPresent();
    }

    private static List<InkPiece> byCrossings(InkPiece piece, List<PaperBox> cells) {
        InkMask all = piece.mask();
        List<int[]> ways = cells.stream()
                .map(cell -> ways(all, crossing(piece, cell).orElseThrow()))
                .toList();
        int width = all.widthPx();
        boolean[][] ink = new boolean[cells.size()][width * all.heightPx()];
        for (int i = 0; i < ink[0].length; i++) {
            if (all.at(i % width, i / width)) {
                ink[nearest(ways, i)][i] = true;
            }
        }
        return Arrays.stream(ink)
                .map(own -> new InkMask(all.leftPx(), all.topPx(), width, all.heightPx(), own, all.pixelsPerMm()))
                .map(own -> part(piece, own))
                .toList();
    }

    /** Of a mark that goes on far into another one's strokes the part within its own cell is the plainer. */
    private static List<InkPiece> byLines(InkPiece piece, List<PaperBox> cells) {
        return cells.stream()
                .map(cell -> part(piece, piece.mask().within(cell.grown(LINE_MM))))
                .toList();
    }

    private static Optional<List<InkPiece>> byStrokes(InkPiece piece, List<PaperBox> cells) {
        List<PaperPoint> crossings =
                cells.stream().map(cell -> crossing(piece, cell).orElseThrow()).toList();
        return TouchingStrokes.parted(piece.mask(), crossings)
                .map(marks -> marks.stream().map(mark -> part(piece, mark)).toList());
    }

    private static int nearest(List<int[]> ways, int i) {
        int best = 0;
        for (int c = 1; c < ways.size(); c++) {
            if (ways.get(c)[i] < ways.get(best)[i]) {
                best = c;
            }
        }
        return best;
    }

    private static InkPiece part(InkPiece piece, InkMask mask) {
        InkMask own = mask.trimmed();
        return new InkPiece(
                own, piece.core().in(mask).trimmed(), own.areaMm2(), piece.darkness(), piece.redness(), piece.atEdge());
    }

    /**
     * {@return how far each pixel lies from that place along the ink, in fifths of a pixel; {@link #FAR} where no ink leads there}
     * Shortest ways through the ink (E. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1, 1959).
     */
    private static int[] ways(InkMask ink, PaperPoint from) {
        int width = ink.widthPx();
        int[] ways = new int[width * ink.heightPx()];
        Arrays.fill(ways, FAR);
        PriorityQueue<Long> open = new PriorityQueue<>();
        int start = start(ink, from);
        ways[start] = 0;
        open.add((long) start);
        while (!open.isEmpty()) {
            long next = open.remove();
            int i = (int) next;
            int way = (int) (next >> 32);
            for (int d = 0; way == ways[i] && d < 9; d++) {
                int x = i % width + d % 3 - 1;
                int y = i / width + d / 3 - 1;
                int further = way + (d % 2 == 1 ? STRAIGHT : ASLANT);
                if (ink.at(x, y) && further < ways[y * width + x]) {
                    ways[y * width + x] = further;
                    open.add((long) further << 32 | y * width + x);
                }
            }
        }
        return ways;
    }

    /** {@return the pixel of ink nearest to that place} */
    private static int start(InkMask ink, PaperPoint from) {
        double fx = from.xMm() * ink.pixelsPerMm() - ink.leftPx() - 0.5;
        double fy = from.yMm() * ink.pixelsPerMm() - ink.topPx() - 0.5;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int y = 0; y < ink.heightPx(); y++) {
            for (int x = 0; x < ink.widthPx(); x++) {
                double away = Math.hypot(x - fx, y - fy);
                if (ink.at(x, y) && away < least) {
                    least = away;
                    best = y * ink.widthPx() + x;
                }
            }
        }
        return best;
    }
}
