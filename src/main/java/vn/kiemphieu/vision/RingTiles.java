package vn.kiemphieu.vision;

import java.util.Arrays;
import org.opencv.core.Mat;

/**
 * A ring of one pixel around all print of a form, sorted by tiles of 24 mm. It answers how much of the ring is inked on a
 * page in the usual tile, which handwriting in a few tiles does not change.
 */
final class RingTiles {

    private static final int TILE_PX = (int) Math.round(24 * FormTemplate.PIXELS_PER_MM);

    /** A tile with less of the ring than this share of its area says nothing. */
    private static final double LEAST = 7 / 255.0;

    /** The ring's pixels, tile by tile; those of tile t begin at {@code from[t]}. */
    private final int[] pixels;

    private final int[] from;

    /** @param ring not 0 on the ring; it stays the caller's */
    RingTiles(Mat ring) {
        int width = ring.cols();
        byte[] samples = new byte[(int) ring.total()];
        ring.get(0, 0, samples);
        int columns = (width + TILE_PX - 1) / TILE_PX;
        int rows = (ring.rows() + TILE_PX - 1) / TILE_PX;
        int[] next = new int[columns * rows + 1];
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] != 0) {
                next[tile(i, width, columns) + 1]++;
            }
        }
        for (int t = 1; t < next.length; t++) {
            next[t] += next[t - 1];
        }
        from = next.clone();
        pixels = new int[next[next.length - 1]];
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] != 0) {
                pixels[next[tile(i, width, columns)]++] = i;
            }
        }
    }

    private static int tile(int i, int width, int columns) {
        return i / width / TILE_PX * columns + i % width / TILE_PX;
    }

    /** {@return the median over the tiles of the share of the ring that is darker than that} */
    double usualShare(byte[] dark, double ink) {
        double[] shares = new double[from.length - 1];
        int n = 0;
        for (int t = 0; t < shares.length; t++) {
            int all = from[t + 1] - from[t];
            if (all > LEAST * TILE_PX * TILE_PX) {
                int inked = 0;
                for (int k = from[t]; k < from[t + 1]; k++) {
                    inked += (dark[pixels[k]] & 0xff) > ink ? 1 : 0;
                }
                shares[n++] = inked / (double) all;
            }
        }
        Arrays.sort(shares, 0, n);
        return n == 0 ? 0 : shares[n / 2];
    }
}
