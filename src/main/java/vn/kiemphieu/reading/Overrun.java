package vn.kiemphieu.reading;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
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

    private static final int DIRECTIONS = 36;

    /** Ink of the mark over the cell and a little way back. */
    private final InkMask ink;

    private final double bandPx;

    private Overrun(InkMask ink, double penPx) {
        this.ink = ink;
        this.bandPx = penPx + BEND_MM * ink.pixelsPerMm();
    }

    /** {@return the most ink in mm² that turns aside from the line of any one stroke that ends over that cell} */
    static double asideMm2(InkMask mark, PaperBox cell) {
        InkMask over = mark.within(cell);
        Overrun overrun = new Overrun(mark.within(cell.grown(BACK_MM)), StrokeWidth.of(mark, Skeleton.of(mark)));
        BitSet open = new BitSet();
        IntStream.range(0, mark.widthPx() * mark.heightPx())
                .filter(i -> over.at(i % mark.widthPx(), i / mark.widthPx()))
                .forEach(open::set);
        int most = 0;
        while (!open.isEmpty()) {
            BitSet stroke = overrun.connected(open.nextSetBit(0));
            open.andNot(stroke);
            most = Math.max(most, overrun.aside(stroke.stream().toArray()));
        }
        return most / (mark.pixelsPerMm() * mark.pixelsPerMm());
    }

    private BitSet connected(int start) {
        int w = ink.widthPx();
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        found.set(start);
        while (!open.isEmpty()) {
            int i = open.remove();
            for (int d = 0; d < 9; d++) {
                int x = i % w + d % 3 - 1;
                int y = i / w + d / 3 - 1;
                if (ink.at(x, y) && !found.get(y * w + x)) {
                    found.set(y * w + x);
                    open.add(y * w + x);
                }
            }
        }
        return found;
    }

    /** {@return how many of these pixels lie beside the straight band that holds the most} */
    private int aside(int[] pixels) {
        int most = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            double angle = Math.PI * d / DIRECTIONS;
            double[] across = Arrays.stream(pixels)
                    .mapToDouble(i -> Math.cos(angle) * (i % ink.widthPx()) + Math.sin(angle) * (i / ink.widthPx()))
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
