package vn.kiemphieu.vision;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one sample a pixel, lent to a page and given back when it is closed: made anew for every page, 30 MB of them, they
 * would be copied by each collection that meets them on the way, and fill the heap until all of it is collected. What is
 * never given back is garbage like any other, and what is kept gives way where memory runs short, as for an A3 sheet of 600 dpi.
 */
final class LentSamples {

    /** A page in colour borrows fourteen, and one is read on each processor. Of arrays nobody asks for the oldest go first. */
    static final int MOST = 16 * Runtime.getRuntime().availableProcessors();

    private static final List<SoftReference<byte[]>> KEPT = new ArrayList<>();

    private LentSamples() {}

    /** {@return an array of just that length, all 0} */
    static byte[] lend(int length) {
        byte[] samples = kept(length);
        if (samples == null) {
            return new byte[length];
        }
        Arrays.fill(samples, (byte) 0);
        return samples;
    }

    private static synchronized byte @Nullable [] kept(int length) {
        for (int k = KEPT.size() - 1; k >= 0; k--) {
            byte[] samples = KEPT.get(k).get();
            if (samples == null || samples.length == length) {
                KEPT.remove(k);
            }
            if (samples != null && samples.length == length) {
                return samples;
            }
        }
        return null;
    }

    /** Takes arrays back, each once and for good: the next page writes into them. */
    static synchronized void giveBack(byte[]... all) {
        for (byte[] samples : all) {
            if (KEPT.size() == MOST) {
                KEPT.remove(0);
            }
            KEPT.add(new SoftReference<>(samples));
        }
    }
}
