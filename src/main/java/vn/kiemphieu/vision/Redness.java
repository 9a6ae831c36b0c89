package vn.kiemphieu.vision;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** By how much red light exceeds green and blue on a scan, at half its size: colour is coarser than light in most files. */
final class Redness {

    /** Red ink keeps its red light while green and blue are gone; brown and black do not. */
    private static final double SHARE = 0.3;

    /** Yellowed paper under warm light has up to 10. */
    private static final int LEAST = 12;

    private static final int TILE_PX = 8;

    private final ScanLight.Plane excess;
    private final int columns;
    private final boolean[] some;

    Redness(HalfColour colour) {
        this.excess = smooth(colour.excess());
        this.columns = excess.width() / TILE_PX + 1;
        this.some = new boolean[columns * (excess.height() / TILE_PX + 1)];
        byte[] samples = excess.samples();
        for (int y = 0, i = 0; y < excess.height(); y++) {
            for (int x = 0; x < excess.width(); x++, i++) {
                if ((samples[i] & 0xff) > LEAST) {
                    some[y / TILE_PX * columns + x / TILE_PX] = true;
                }
            }
        }
    }

    /** Colour in a JPEG runs out over its blocks beside strong red; what is left of it after a blur is ink. */
    private static ScanLight.Plane smooth(ScanLight.Plane excess) {
        Mat mat = excess.toMat();
        Imgproc.GaussianBlur(mat, mat, new Size(3, 3), 0.8);
        ScanLight.Plane smooth = ScanLight.Plane.of(mat);
        OpenCv.release(mat);
        return smooth;
    }

    /** Gives the samples back; nobody may ask any more. */
    void close() {
        excess.close();
    }

    /** {@return whether anything in that rectangle of the scan may be red} */
    boolean anyIn(double left, double top, double right, double bottom) {
        int x0 = tile(left, excess.width());
        int x1 = tile(right, excess.width());
        int y0 = tile(top, excess.height());
        int y1 = tile(bottom, excess.height());
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                if (some[y * columns + x]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int tile(double scanPx, int limit) {
        return Math.max(0, Math.min((int) (scanPx / 2), limit - 1)) / TILE_PX;
    }

    /** {@return by how much red light exceeds the others at that place of the full-size scan, 0..255; 0 where that is but tinted paper} */
    int excess(double scanX, double scanY) {
        double x = Math.max(0, Math.min((scanX - 0.5) / 2, excess.width() - 1.001));
        double y = Math.max(0, Math.min((scanY - 0.5) / 2, excess.height() - 1.001));
        double red = between(excess, x, y);
        return red <= LEAST ? 0 : (int) Math.round(red);
    }

    /**
     * {@return whether ink is red} A worn stamp is pale: red is red by its share of the darkness, not by its strength.
     *
     * @param excess of red light, 0..255
     * @param darkness in the darkest light, 0..255
     */
    static boolean isRed(int excess, int darkness) {
        return excess > SHARE * darkness;
    }

    private static double between(ScanLight.Plane plane, double x, double y) {
        int at = (int) y * plane.width() + (int) x;
        int below = y >= plane.height() - 1 ? 0 : plane.width();
        int right = x >= plane.width() - 1 ? 0 : 1;
        double fx = x - (int) x;
        double fy = y - (int) y;
        byte[] s = plane.samples();
        double upper = (s[at] & 0xff) * (1 - fx) + (s[at + right] & 0xff) * fx;
        double lower = (s[at + below] & 0xff) * (1 - fx) + (s[at + below + right] & 0xff) * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
