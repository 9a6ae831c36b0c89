package vn.kiemphieu.vision;

import java.util.Arrays;

/** How wide a fold or a streak is and how dark: its core, and the shadow of a soft fold, which fades out on one side or both. */
final class FoldShadow {

    /** Half the width of the core, that is wiped of every line. */
    static final int CORE_PX = 3;

    /** No shadow reaches further from the middle, 2 mm. */
    static final int REACH_PX = 16;

    /** Its darker grains: so many times as dark as it is, or by so much of 255 darker. What is darker still is ink. */
    private static final double GRAIN_TIMES = 1.6;

    private static final int GRAIN = 40;

    /** By how far a pixel lies aside, {@link #REACH_PX} being the middle; 0 where it is paper. */
    private final int[] across;

    private FoldShadow(int[] across) {
        this.across = across;
    }

    /** {@return that of a line which is a core alone, of that darkness, 0..255} */
    static FoldShadow core(double darkness) {
        int[] across = new int[2 * REACH_PX + 1];
        Arrays.fill(across, REACH_PX - CORE_PX, REACH_PX + CORE_PX + 1, Math.max(1, (int) Math.round(darkness)));
        return new FoldShadow(across);
    }

    /**
     * {@return that of a fold} Beside the core it is as dark as the middle one of all places along the fold: nothing that somebody wrote or drew
     * lies along half of it.
     *
     * @param print not 0 where the form prints: no shadow can be seen there
     * @param least darkness of a shadow, 0..255
     */
    static FoldShadow of(
            byte[] dark, byte[] print, double least, StraightLine along, FollowedLine line, FollowedLine.Run run) {
        FoldShadow shadow = core(line.darkness(run));
        for (int side = -1; side <= 1; side += 2) {
            int middle = Integer.MAX_VALUE;
            for (int d = CORE_PX + 1; d <= REACH_PX && middle >= least; d++) {
                middle = middle(dark, print, along, line, run, side * d);
                shadow.across[REACH_PX + side * d] = middle < least ? 0 : middle;
            }
        }
        return shadow;
    }

    private static int middle(
            byte[] dark, byte[] print, StraightLine along, FollowedLine line, FollowedLine.Run run, int aside) {
        int[] counts = new int[256];
        int n = 0;
        for (int a = run.from(); a < run.to(); a++) {
            int i = along.pixel(a, line.middle(a) + aside);
            if (i >= 0 && print[i] == 0) {
                counts[dark[i] & 0xff]++;
                n++;
            }
        }
        return CellLight.quantile(counts, n, 0.5);
    }

    /** {@return whether it reaches so far aside, in pixels} */
    boolean covers(int asidePx) {
        return at(asidePx) > 0;
    }

    /** {@return whether it makes a pixel so far aside that dark, 0..255} */
    boolean explains(int asidePx, int darkness) {
        int dark = at(asidePx);
        return dark > 0 && darkness < Math.max(dark * GRAIN_TIMES, dark + GRAIN);
    }

    private int at(int asidePx) {
        return Math.abs(asidePx) > REACH_PX ? 0 : across[REACH_PX + asidePx];
    }
}
