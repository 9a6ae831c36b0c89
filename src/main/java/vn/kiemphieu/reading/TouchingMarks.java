package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.kiemphieu.form.PaperBox;

/**
 * Marks that touch over a ruled line, as tall ones in a column do, cut apart there. The largest part in a cell is its mark; a
 * small part that hangs on the mark of the next cell is an end of that one, which came over the line.
 */
final class TouchingMarks {

    /** An end that comes over the line is smaller than this beside the mark of the cell it comes into. */
    private static final double END = 0.35;

    private final InkMask ink;
    private final List<PaperBox> cells;
    /** For each pixel the cell it lies in or next to; −1 where there is no ink. */
    private final int[] cellOf;

    private final Clusters parts;
    private final int[] sizes;

    private TouchingMarks(InkMask ink, List<PaperBox> cells) {
        this.ink = ink;
        this.cells = cells;
        int n = ink.widthPx() * ink.heightPx();
        cellOf = new int[n];
        parts = new Clusters(n);
        sizes = new int[n];
    }

    /** {@return one piece for each of these cells, in their order, and all ink of the piece in one of them} */
    static List<InkPiece> apart(InkPiece piece, List<PaperBox> cells) {
        TouchingMarks marks = new TouchingMarks(piece.mask(), cells);
        int[] owners = marks.owners();
        List<InkPiece> apart = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            InkMask mask = marks.within(piece.mask(), cell, owners);
            InkMask core = marks.within(piece.core(), cell, owners);
            apart.add(new InkPiece(mask, core, mask.areaMm2(), piece.darkness(), piece.redness(), piece.atEdge()));
        }
        return apart;
    }

    /** {@return for each pixel the cell whose mark it belongs to; −1 where there is no ink} */
    private int[] owners() {
        int w = ink.widthPx();
        for (int i = 0; i < cellOf.length; i++) {
            cellOf[i] = ink.at(i % w, i / w) ? nearest(i % w, i / w) : -1;
        }
        forNeighbours((a, b) -> {
            if (cellOf[a] == cellOf[b]) {
                parts.join(a, b);
            }
        });
        int[] largest = new int[cells.size()];
        Arrays.fill(largest, -1);
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] >= 0) {
                int root = parts.root(i);
                sizes[root]++;
                int cell = cellOf[i];
                largest[cell] = largest[cell] < 0 || sizes[root] > sizes[largest[cell]] ? root : largest[cell];
            }
        }
        int[] ofPart = new int[cellOf.length];
        Arrays.fill(ofPart, -1);
        forNeighbours((a, b) -> {
            goesOver(a, b, largest, ofPart);
            goesOver(b, a, largest, ofPart);
        });
        int[] owners = new int[cellOf.length];
        for (int i = 0; i < owners.length; i++) {
            int over = cellOf[i] < 0 ? -1 : ofPart[parts.root(i)];
            owners[i] = over >= 0 ? over : cellOf[i];
        }
        return owners;
    }

    /** A small part at {@code a} is the end of the mark that {@code b} belongs to. */
    private void goesOver(int a, int b, int[] largest, int[] ofPart) {
        int part = parts.root(a);
        boolean small = sizes[part] < END * sizes[largest[cellOf[a]]];
        if (cellOf[a] != cellOf[b] && small && parts.root(b) == largest[cellOf[b]]) {
            ofPart[part] = cellOf[b];
        }
    }

    private interface Pair {
        void meet(int a, int b);
    }

    /** All pairs of inked pixels that touch at a side or a corner. */
    private void forNeighbours(Pair pair) {
        int w = ink.widthPx();
        for (int y = 0; y < ink.heightPx(); y++) {
            for (int x = 0; x < w; x++) {
                if (ink.at(x, y)) {
                    for (int[] to : new int[][] {{x + 1, y}, {x - 1, y + 1}, {x, y + 1}, {x + 1, y + 1}}) {
                        if (ink.at(to[0], to[1])) {
                            pair.meet(y * w + x, to[1] * w + to[0]);
                        }
                    }
                }
            }
        }
    }

    private int nearest(int x, int y) {
        double xMm = (ink.leftPx() + x + 0.5) / ink.pixelsPerMm();
        double yMm = (ink.topPx() + y + 0.5) / ink.pixelsPerMm();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cells.size(); i++) {
            PaperBox c = cells.get(i);
            double dx = Math.max(0, Math.max(c.xMm() - xMm, xMm - c.rightMm()));
            double dy = Math.max(0, Math.max(c.yMm() - yMm, yMm - c.bottomMm()));
            if (Math.hypot(dx, dy) < least) {
                least = Math.hypot(dx, dy);
                nearest = i;
            }
        }
        return nearest;
    }

    private InkMask within(InkMask some, int cell, int[] owners) {
        boolean[] kept = new boolean[some.widthPx() * some.heightPx()];
        int dx = some.leftPx() - ink.leftPx();
        int dy = some.topPx() - ink.topPx();
        for (int y = 0; y < some.heightPx(); y++) {
            for (int x = 0; x < some.widthPx(); x++) {
                kept[y * some.widthPx() + x] =
                        some.at(x, y) && ink.at(x + dx, y + dy) && owners[(y + dy) * ink.widthPx() + x + dx] == cell;
            }
        }
        return new InkMask(some.leftPx(), some.topPx(), some.widthPx(), some.heightPx(), kept, some.pixelsPerMm())
                .trimmed();
    }
}
