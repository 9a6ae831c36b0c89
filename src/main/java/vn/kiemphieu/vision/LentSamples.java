package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays of one sample a pixel, lent to a page and given back when it is closed: made anew for every page, 30 MB of them,
 * they would be copied by each collection that meets them on the way, and fill the heap until all of it is collected. Each thread keeps its
 * own; what is never given back is garbage like any other.
 */
final class LentSamples {

    /** As many as one page borrows. Pages of other sizes leave arrays nobody asks for: the oldest go first. */
    private static final int MOST = 12;

    private static final ThreadLocal<List<byte[]>> KEPT = ThreadLocal.withInitial(ArrayList::new);

    private LentSamples() {}

    /** {@return an array of just that length, all 0} */
    static byte[] lend(int length) {
        List<byte[]> kept = KEPT.get();
        for (int k = kept.size() - 1; k >= 0; k--) {
            if (kept.get(k).length == length) {
                byte[] samples = kept.remove(k);
                Arrays.fill(samples, (byte) 0);
                return samples;
            }
        }
        return new byte[length];
    }

    /** Takes arrays back, each once and for good: the next page writes into them. */
    static void giveBack(byte[]... all) {
        List<byte[]> kept = KEPT.get();
        for (byte[] samples : all) {
            if (kept.size() == MOST) {
                kept.remove(0);
            }
            kept.add(samples);
        }
    }
}
