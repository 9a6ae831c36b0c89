package vn.kiemphieu.vision;

import org.opencv.core.Mat;

/**
 * The colour of a scan at half its size, taken apart into what reading asks: the darkest channel, by how much it is darker
 * than the light ({@code tint}), and by how much red light exceeds green and blue ({@code excess}).
 */
record HalfColour(ScanLight.Plane darkest, ScanLight.Plane tint, ScanLight.Plane excess) {

    /** @param half blue, green, red; it stays the caller's */
    static HalfColour of(Mat half) {
        int width = half.cols();
        int pixels = (int) half.total();
        byte[] darkest = LentSamples.lend(pixels);
        byte[] tint = LentSamples.lend(pixels);
        byte[] excess = LentSamples.lend(pixels);
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
                excess[i] = (byte) Math.max(0, r - Math.max(g, b));
            }
        }
        return new HalfColour(plane(darkest, half), plane(tint, half), plane(excess, half));
    }

    private static ScanLight.Plane plane(byte[] samples, Mat like) {
        return new ScanLight.Plane(samples, like.cols(), like.rows());
    }
}
