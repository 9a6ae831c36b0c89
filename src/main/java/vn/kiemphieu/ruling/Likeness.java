package vn.kiemphieu.ruling;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far the ink of two patches lies apart once one is moved over the other, by at most a pixel: two scans of one sheet,
 * registered, are never further apart than that.
 *
 * @param apartPx the mean distance from the ink of one to the nearest ink of the other, the worse of both ways; distances
 *     beyond {@link #REACH_PX} count as that
 * @param shared twice the common ink by the ink of both (Dice), 0..1
 */
record Likeness(double apartPx, double shared) {

    /** Ink with nothing nearer than this has no partner, however far the nearest is. */
    private static final int REACH_PX = 3;

    /** A first look that is worse than this will not become a likeness by moving a pixel. */
    private static final double HOPELESS_PX = 1.5;

    /** Offsets within reach by rising distance: dx, dy. */
    private static final int[][] AROUND = around();

    static Likeness of(InkPatch a, InkPatch b) {
        Likeness best = at(a, b, 0, 0);
        for (int dy = -1; dy <= 1 && best.apartPx < HOPELESS_PX; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                Likeness moved = at(a, b, dx, dy);
                best = moved.apartPx < best.apartPx ? moved : best;
            }
        }
        return best;
    }

    private static Likeness at(InkPatch a, InkPatch b, int dx, int dy) {
        double fromA = 0;
        int common = 0;
        for (int i = a.ink().nextSetBit(0); i >= 0; i = a.ink().nextSetBit(i + 1)) {
            double apart = nearest(b, a.leftPx() + i % a.widthPx() + dx, a.topPx() + i / a.widthPx() + dy);
            fromA += apart;
            common += apart == 0 ? 1 : 0;
        }
        double fromB = 0;
        for (int i = b.ink().nextSetBit(0); i >= 0; i = b.ink().nextSetBit(i + 1)) {
            fromB += nearest(a, b.leftPx() + i % b.widthPx() - dx, b.topPx() + i / b.widthPx() - dy);
        }
        int inkA = a.inkPx();
        int inkB = b.inkPx();
        return new Likeness(Math.max(fromA / inkA, fromB / inkB), 2.0 * common / (inkA + inkB));
    }

    private static double nearest(InkPatch patch, int xPx, int yPx) {
        for (int[] offset : AROUND) {
            if (patch.inked(xPx + offset[0], yPx + offset[1])) {
                return Math.hypot(offset[0], offset[1]);
            }
        }
        return REACH_PX;
    }

    private static int[][] around() {
        return IntStream.range(0, (2 * REACH_PX + 1) * (2 * REACH_PX + 1))
                .mapToObj(i -> new int[] {i % (2 * REACH_PX + 1) - REACH_PX, i / (2 * REACH_PX + 1) - REACH_PX})
                .filter(offset -> Math.hypot(offset[0], offset[1]) < REACH_PX)
                .sorted(Comparator.comparingDouble(offset -> Math.hypot(offset[0], offset[1])))
                .toArray(int[][]::new);
    }
}
