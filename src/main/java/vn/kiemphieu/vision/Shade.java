package vn.kiemphieu.vision;

import java.util.Arrays;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Tells the shade beside a fold or a wave of the paper from what a pen drew: a stroke is darkest within half a millimetre of its
 * edge and bare paper lies close by outside, however pale or blurred it is; shade takes several millimetres to fade.
 *
 * <p>Of 266 additions by pens and stamps on photographs and poor scans none rises less than 0.58 of its own darkness at
 * its edge, of 39 shades none more than 0.27.
 */
final class Shade {

    /** How far inside a stroke is darkest, and how far outside paper is bare: 0.5 mm. */
    private static final int REACH_PX = 4;

    /** Half way between shades and strokes. */
    private static final double RISES = 0.42;

    /** Ink as dark as this, of 255, in the mean needs no second look. */
    private static final int PALE = 100;

    /** The smallest that may be an addition, 0.3 mm². */
    private static final int LEAST_PX = 19;

    /** Twice as dark as the rest of the piece on so many pixels, 0.2 mm²: writing that lies in a shade, beyond grain. */
    private static final int WRITTEN_PX = 12;

    /** Fewer places along the edge than this tell nothing. */
    private static final int LEAST_EDGE_PX = 8;

    private static final int[][] WAYS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    private final int width;
    private final int height;
    private final byte[] ink;
    private final byte[] dark;
    private final Mat print;

    /**
     * @param ink 0 paper, 1 ink, 2 the same carried over print
     * @param dark 0..255
     * @param print not 0 where the form prints, as far around as print may stray
     */
    Shade(int width, int height, byte[] ink, byte[] dark, Mat print) {
        this.width = width;
        this.height = height;
        this.ink = ink;
        this.dark = dark;
        this.print = print;
    }

    /**
     * {@return whether a piece of what is darker than paper is shade}
     *
     * @param pixels the first {@code n} of them are the whole piece
     */
    boolean is(int[] pixels, int n) {
        int[] histogram = new int[256];
        int plain = 0;
        for (int k = 0; k < n; k++) {
            if (ink[pixels[k]] == 1) {
                histogram[dark[pixels[k]] & 0xff]++;
                plain++;
            }
        }
        int median = 0;
        for (int below = histogram[0]; below <= plain / 2 && median < 255; below += histogram[median]) {
            median++;
        }
        int written = Arrays.stream(histogram, Math.min(255, 2 * median), 256).sum();
        return n >= LEAST_PX && median < PALE && written < WRITTEN_PX && rise(pixels, n) < RISES * median;
    }

    /** {@return by how much the piece is darker inside its edge than the paper outside, in the mean; above all where none tells} */
    private double rise(int[] pixels, int n) {
        Window around = new Window(pixels, n);
        double sum = 0;
        int places = 0;
        for (int k = 0; k < n; k++) {
            for (int[] way : WAYS) {
                int inside = around.inside(pixels[k], way);
                int outside = inside < 0 ? -1 : around.outside(pixels[k], way);
                if (outside >= 0) {
                    sum += inside - outside;
                    places++;
                }
            }
        }
        return places < LEAST_EDGE_PX ? Double.POSITIVE_INFINITY : sum / places;
    }

    /** The piece and what lies close around it, with the form's print there. */
    private final class Window {

        private final Rect box;
        private final byte[] printed;

        Window(int[] pixels, int n) {
            int left = width;
            int right = 0;
            int upper = height;
            int lower = 0;
            for (int k = 0; k < n; k++) {
                left = Math.min(left, pixels[k] % width);
                right = Math.max(right, pixels[k] % width);
                upper = Math.min(upper, pixels[k] / width);
                lower = Math.max(lower, pixels[k] / width);
            }
            int x = Math.max(0, left - REACH_PX - 1);
            int y = Math.max(0, upper - REACH_PX - 1);
            box = new Rect(x, y, Math.min(width, right + REACH_PX + 2) - x, Math.min(height, lower + REACH_PX + 2) - y);
            printed = new byte[box.width * box.height];
            Mat part = print.submat(box);
            part.get(0, 0, printed);
            OpenCv.release(part);
        }

        private boolean isBare(int x, int y) {
            return box.x <= x
                    && x < box.x + box.width
                    && box.y <= y
                    && y < box.y + box.height
                    && printed[(y - box.y) * box.width + x - box.x] == 0;
        }

        /** {@return the darkest close inside of an edge that lies that way; below 0 where none does or print hides it} */
        int inside(int i, int[] way) {
            int x = i % width;
            int y = i / width;
            if (!isBare(x + way[0], y + way[1]) || ink[(y + way[1]) * width + x + way[0]] != 0) {
                return -1;
            }
            int most = -1;
            for (int k = 0; k < REACH_PX; k++) {
                int u = x - k * way[0];
                int v = y - k * way[1];
                if (isBare(u, v) && ink[v * width + u] != 0) {
                    most = Math.max(most, dark[v * width + u] & 0xff);
                }
            }
            return most;
        }

        /** {@return how dark it is close outside of the edge; below 0 where print hides it} */
        int outside(int i, int[] way) {
            int sum = 0;
            int n = 0;
            for (int k = 2; k <= REACH_PX + 1; k++) {
                int u = i % width + k * way[0];
                int v = i / width + k * way[1];
                if (isBare(u, v)) {
                    sum += dark[v * width + u] & 0xff;
                    n++;
                }
            }
            return n < 2 ? -1 : sum / n;
        }
    }
}
