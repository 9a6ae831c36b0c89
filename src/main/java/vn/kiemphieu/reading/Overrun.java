package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import vn.kiemphieu.form.PaperBox;

/**
 * What a mark leaves in a cell that it runs over into: ends of its strokes, which go straight on, or more than those. What turns
 * aside there may be a stroke that somebody drew in that cell and that happens to touch.
 */
final class Overrun {

    /** So far back a stroke shows where it comes from. */
    private static final double BACK_MM = 1;

    /** A stroke that bends as much as people's do stays within its pen's width and this. */
    private static final double BEND_MM = 0.35;

    /** One in 5 degrees: an end of 4 mm strays from the nearest by 0.2 mm at most. */
    private static final int DIRECTIONS = 36;

    private final InkMask mark;
    private final InkMask over;
    private final double bandPx;

    private Overrun(InkMask mark, PaperBox cell) {
        this.mark = mark;
        this.over = mark.within(cell);
        this.bandPx = StrokeWidth.of(mark, Skeleton.of(mark)) + BEND_MM * mark.pixelsPerMm();
    }

    /** {@return the most ink in mm² that turns aside from the line of any one stroke that ends over that cell} */
    static double asideMm2(InkMask mark, PaperBox cell) {
        Overrun overrun = new Overrun(mark, cell);
        BitSet open = new BitSet();
        IntStream.range(0, mark.widthPx() * mark.heightPx())
                .filter(overrun::isOver)
                .forEach(open::set);
        int most = 0;
        while (!open.isEmpty()) {
            BitSet stroke = overrun.stroke(open.nextSetBit(0));
            open.andNot(stroke);
            most = Math.max(most, overrun.aside(stroke.stream().toArray()));
        }
        return most / (mark.pixelsPerMm() * mark.pixelsPerMm());
    }

    private boolean isOver(int i) {
        return over.at(i % mark.widthPx(), i / mark.widthPx());
    }

    /** {@return what hangs together over the cell from that pixel on, and the way that leads there} */
    private BitSet stroke(int start) {
        BitSet stroke = new BitSet();
        stroke.set(start);
        for (BitSet rim = stroke; !rim.isEmpty(); rim = next(rim, stroke, true)) {
            stroke.or(rim);
        }
        BitSet rim = (BitSet) stroke.clone();
        for (int step = 0; step < BACK_MM * mark.pixelsPerMm(); step++) {
            rim = next(rim, stroke, false);
            stroke.or(rim);
        }
        return stroke;
    }

    /** {@return the ink over the cell, or else beside it, that touches those pixels and is not known} */
    private BitSet next(BitSet rim, BitSet known, boolean overIt) {
        int w = mark.widthPx();
        BitSet next = new BitSet();
        rim.stream().forEach(i -> {
            for (int d = 0; d < 9; d++) {
                int x = i % w + d % 3 - 1;
                int y = i / w + d / 3 - 1;
                if (mark.at(x, y) && isOver(y * w + x) == overIt && !known.get(y * w + x)) {
                    next.set(y * w + x);
                }
            }
        });
        return next;
    }

    /** {@return how many of these pixels lie beside the straight band that holds the most} */
    private int aside(int[] pixels) {
        int most = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            double angle = Math.PI * d / DIRECTIONS;
            double[] across = Arrays.stream(pixels)
                    .mapToDouble(i -> Math.cos(angle) * (i % mark.widthPx()) + Math.sin(angle) * (i / mark.widthPx()))
                    .sorted()
                    .toArray();
            int first = 0;
            for (int last = 0; last < across.length; last++) {
                while (across[last] - across[first] > bandPx) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
        }
        return pixels.length - most;
    }
}
