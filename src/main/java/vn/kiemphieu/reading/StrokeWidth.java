package vn.kiemphieu.reading;

import java.util.Arrays;

/**
 * How wide a pen drew, in pixels of the mask: twice the median distance from the middle line to the edge of the ink.
 * Distances by the chamfer transform of G. Borgefors, "Distance transformations in digital images", CVGIP 34, 1986.
 */
final class StrokeWidth {

    private StrokeWidth() {}

    private static final float DIAGONAL = 1.3507f;

    private static final float STRAIGHT = 0.9551f;

    /** {@return how wide the line is whose middle lies that deep} */
    static double atDepth(double depth) {
        // From the centre of the last ink pixel to the centre of the first of paper is half a pixel too far.
        return Math.max(1, 2 * depth - 1);
    }

    /** {@return for each pixel of the skeleton's map how far the nearest paper is, in pixels} */
    static float[] depths(InkMask mask, Skeleton skeleton) {
        int w = skeleton.width;
        int h = skeleton.height;
        float[] d = new float[w * h];
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                d[y * w + x] = mask.at(x - 1, y - 1) ? Float.MAX_VALUE / 4 : 0;
            }
        }
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                d[i] = least(
                        d[i],
                        d[i - 1] + STRAIGHT,
                        d[i - w] + STRAIGHT,
                        d[i - w - 1] + DIAGONAL,
                        d[i - w + 1] + DIAGONAL);
            }
        }
        for (int y = h - 2; y > 0; y--) {
            for (int x = w - 2; x > 0; x--) {
                int i = y * w + x;
                d[i] = least(
                        d[i],
                        d[i + 1] + STRAIGHT,
                        d[i + w] + STRAIGHT,
                        d[i + w + 1] + DIAGONAL,
                        d[i + w - 1] + DIAGONAL);
            }
        }
        return d;
    }

    static double of(InkMask mask, Skeleton skeleton) {
        int w = skeleton.width;
        int h = skeleton.height;
        float[] d = depths(mask, skeleton);
        double[] widths = new double[w * h];
        int n = 0;
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                if (skeleton.at(x, y)) {
                    widths[n++] = atDepth(d[y * w + x]);
                }
            }
        }
        if (n == 0) {
            return 1;
        }
        Arrays.sort(widths, 0, n);
        return widths[n / 2];
    }

    private static float least(float a, float b, float c, float d, float e) {
        return Math.min(a, Math.min(Math.min(b, c), Math.min(d, e)));
    }
}
