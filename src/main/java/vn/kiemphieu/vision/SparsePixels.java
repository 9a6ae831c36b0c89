package vn.kiemphieu.vision;

import java.util.Arrays;

/** Looks for the few pixels of a page that are not 0. Bare stretches are passed over many bytes at a time. */
final class SparsePixels {

    private static final byte[] BARE = new byte[1 << 12];

    private SparsePixels() {}

    /** {@return the first place from {@code from} on that is not 0; the length where there is none} */
    static int next(byte[] pixels, int from) {
        int at = from;
        while (at < pixels.length && pixels[at] == 0) {
            int end = Math.min(pixels.length, at + BARE.length);
            int bare = Arrays.mismatch(pixels, at, end, BARE, 0, end - at);
            at = bare < 0 ? end : at + bare;
        }
        return at;
    }
}
