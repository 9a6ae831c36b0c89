package vn.kiemphieu.ruling;

import java.util.BitSet;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.InkTrace;

/**
 * The ink of one mark, cut out of a page's {@link InkTrace}, small enough to keep for every mark of a meeting.
 *
 * @param place the cell it stands in, or negative for ink outside the cells, which is told by where it lies
 * @param leftPx where the patch begins on the page, in pixels of the trace
 * @param ink row by row
 */
record InkPatch(int place, int leftPx, int topPx, int widthPx, int heightPx, BitSet ink, double xPx, double yPx) {

    /** Ink runs a little over the box that the reader drew around it. */
    private static final double AROUND_MM = 0.5;

    /** Under this many pixels (1.3 mm² at 3 px/mm) a dot looks like any other dot. */
    private static final int LEAST_INK_PX = 12;

    static Optional<InkPatch> cut(InkTrace trace, PaperBox where, int place) {
        PaperBox box = where.grown(AROUND_MM);
        int left = Math.max(0, (int) Math.floor(box.xMm() * trace.pixelsPerMm()));
        int top = Math.max(0, (int) Math.floor(box.yMm() * trace.pixelsPerMm()));
        int right = Math.min(trace.widthPx(), (int) Math.ceil(box.rightMm() * trace.pixelsPerMm()));
        int bottom = Math.min(trace.heightPx(), (int) Math.ceil(box.bottomMm() * trace.pixelsPerMm()));
        BitSet ink = new BitSet();
        long sumX = 0;
        long sumY = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (trace.inked(x, y)) {
                    ink.set((y - top) * (right - left) + x - left);
                    sumX += x;
                    sumY += y;
                }
            }
        }
        int count = ink.cardinality();
        return count < LEAST_INK_PX
                ? Optional.empty()
                : Optional.of(new InkPatch(
                        place,
                        left,
                        top,
                        right - left,
                        bottom - top,
                        ink,
                        sumX / (double) count,
                        sumY / (double) count));
    }

    int inkPx() {
        return ink.cardinality();
    }

    /** {@return whether that pixel of the page is inked; off the patch nothing is} */
    boolean inked(int xPx, int yPx) {
        int x = xPx - leftPx;
        int y = yPx - topPx;
        return x >= 0 && x < widthPx && y >= 0 && y < heightPx && ink.get(y * widthPx + x);
    }
}
