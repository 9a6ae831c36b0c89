package vn.kiemphieu.vision;

import org.opencv.core.Mat;

/**
 * The colour of a scan at half its size, taken apart into what reading asks: the darkest channel, by how much it is darker
 * than the light ({@code tint}), and by how much red light exceeds green and blue where the paper is white ({@code excess}).
 */
record HalfColour(ScanLight.Plane darkest, ScanLight.Plane tint, ScanLight.Plane excess) {

    /** @param half blue, green, red; it stays the caller's */
    static HalfColour of(Mat half) {
        int width = half.cols();
        int pixels = (int) half.total();
        byte[] darkest = LentSamples.lend(pixels);
        byte[] tint = LentSamples.lend(pixels);
        byte[] excess = LentSamples.lend(pixels);
        int[][] white = Paper.of(half).white();
        byte[] bgr = new byte[3 * width];
        for (int row = 0; row < pixels; row += width) {
            half.get(row / width, 0, bgr);
            for (int i = row, k = 0; k < bgr.length; i++, k += 3) {
                int b = bgr[k] & 0xff;
                int g = bgr[k + 1] & 0xff;
                int r = bgr[k + 2] & 0xff;
                int least = Math.min(Math.min(b, g), r);
                // The weights of ITU-R BT.601, by which a JPEG's light is mixed.
                int light = 19595 * r + 38470 * g + 7471 * b + 32768 >> 16;
                darkest[i] = (byte) least;
                tint[i] = (byte) (light - least);
                excess[i] = (byte) Math.max(0, white[2][r] - Math.max(white[1][g], white[0][b]));
            }
        }
        return new HalfColour(plane(darkest, half), plane(tint, half), plane(excess, half));
    }

    private static ScanLight.Plane plane(byte[] samples, Mat like) {
        return new ScanLight.Plane(samples, like.cols(), like.rows());
    }

    /** The colour of the paper: blue, green, red, 0 to 255. Tinted paper, or warm light, takes red from a stamp or lends it to a pen. */
    private record Paper(int[] levels) {

        /** More than half of a page is paper, and nothing is lighter; on a photograph some of it may be a table's. */
        private static final double LIGHTER_THAN = 0.7;

        /** Of a page's rows and columns that many tell as much as all. */
        private static final int EVERY = 7;

        static Paper of(Mat half) {
            int[][] counts = new int[3][256];
            byte[] bgr = new byte[3 * half.cols()];
            int n = 0;
            for (int y = 0; y < half.rows(); y += EVERY) {
                half.get(y, 0, bgr);
                for (int k = 0; k < bgr.length; k += 3 * EVERY, n++) {
                    for (int c = 0; c < 3; c++) {
                        counts[c][bgr[k + c] & 0xff]++;
                    }
                }
            }
            int[] levels = new int[3];
            for (int c = 0; c < 3; c++) {
                for (int sum = 0; sum < LIGHTER_THAN * n; levels[c]++) {
                    sum += counts[c][levels[c]];
                }
            }
            return new Paper(levels);
        }

        /** {@return for each of blue, green and red what its levels would be if the paper had no colour} */
        int[][] white() {
            int lightest = Math.max(levels[0], Math.max(levels[1], levels[2]));
            int[][] white = new int[3][256];
            for (int c = 0; c < 3; c++) {
                for (int v = 0; v < 256; v++) {
                    white[c][v] = Math.min(255, v * lightest / Math.max(1, levels[c]));
                }
            }
            return white;
        }
    }
}
