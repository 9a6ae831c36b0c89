package vn.kiemphieu.vision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The light of one scan: how bright each pixel is in its darkest channel, at full size and smaller, and how bright the
 * paper is around it. Most of a page is bare paper; {@link #busy} tells where it is not, so that nobody need look.
 *
 * <p>Of a colour scan the darkest channel counts, because blue ink is faint in blue light and strong in red. In most files
 * colour is only half as fine as light; so full size holds the light, and {@link #tint} what the darkest channel is darker.
 */
final class ScanLight {

    /** Paper is looked for within 4 mm of a 200-dpi page: a line of bold print is lower than that. */
    private static final int TILES_AROUND = 9;

    private static final int USUAL_LONGER_PX = 2339;

    /** Paper in a shadow is brighter than this against the paper around; ink and black lids are darker. */
    private static final double DARKEST_SHADOW = 0.45;

    /** Darker than this against the brightest around it is plainly in a shadow. */
    private static final double PALEST_SHADOW = 0.88;

    /** Brighter than this is what grain leaves of even light; between both a shadow begins. */
    private static final double EVEN_LIGHT = 0.97;

    /** Side of the squares for which the paper's light is kept, and the side of the squares that are busy or bare. */
    static final int TILE_PX = 8;

    /**
     * Bare is what is nowhere darker than the paper by this, at half size. A pixel that is sure ink (48, see
     * {@link InkLevels}) darkens its half-size pixel by 12; the grain of office scans reaches 6 there.
     */
    private static final int BARE = 8;

    final int width;
    final int height;

    /** The scan at full size: its light, to which {@link #tint} belongs. */
    final Plane full;

    /** At half size, how much darker than its light a place is in its darkest channel; empty where nothing has colour. */
    final Optional<Plane> tint;

    private final Map<Integer, Plane> smaller = new HashMap<>();

    /** The paper's light, one value for each square of {@link #TILE_PX}. */
    final Plane paper;

    private final boolean[] busy;

    /** Grey samples, row by row. */
    record Plane(byte[] samples, int width, int height) {

        static Plane of(Mat mat) {
            byte[] samples = LentSamples.lend((int) mat.total());
            mat.get(0, 0, samples);
            return new Plane(samples, mat.cols(), mat.rows());
        }

        Mat toMat() {
            Mat mat = new Mat(height, width, CvType.CV_8UC1);
            mat.put(0, 0, samples);
            return mat;
        }

        /** Gives the samples back to be lent again; nobody may look at them any more. */
        void close() {
            LentSamples.giveBack(samples);
        }
    }

    private ScanLight(Plane full, Optional<Plane> tint, Mat half) {
        this.width = full.width;
        this.height = full.height;
        this.full = full;
        this.tint = tint;
        Mat quarter = halved(half);
        Mat eighth = halved(quarter);
        Mat around = paper(eighth, Math.max(width, height));
        this.paper = Plane.of(around);
        smaller.put(1, full);
        smaller.put(2, Plane.of(half));
        smaller.put(4, Plane.of(quarter));
        smaller.put(8, Plane.of(eighth));
        for (Mat m : new Mat[] {quarter, eighth, around}) {
            OpenCv.release(m);
        }
        this.busy = busy(shrunk(2), paper);
    }

    /** @param light one channel, 0 is black; it stays the caller's */
    static ScanLight of(Mat light) {
        Mat half = halved(light);
        try {
            return new ScanLight(Plane.of(light), Optional.empty(), half);
        } finally {
            OpenCv.release(half);
        }
    }

    /** @param light at full size; {@code colour} at half of it; both stay the caller's */
    static ScanLight of(Mat light, HalfColour colour) {
        Mat half = colour.darkest().toMat();
        try {
            return new ScanLight(Plane.of(light), Optional.of(colour.tint()), half);
        } finally {
            OpenCv.release(half);
        }
    }

    /** Gives all samples back; nobody may look at this light any more. */
    void close() {
        smaller.values().forEach(Plane::close);
        tint.ifPresent(Plane::close);
        paper.close();
    }

    /** {@return the scan made smaller by 1, 2, 4 or 8} At 1 it is the light alone. */
    Plane shrunk(int by) {
        return Objects.requireNonNull(smaller.get(by));
    }

    /** By exactly two, so that the centres of pixels stay where they are; an odd last row or column is left out. */
    private static Mat halved(Mat mat) {
        int w = Math.max(1, mat.cols() / 2);
        int h = Math.max(1, mat.rows() / 2);
        Mat even = mat.submat(new Rect(0, 0, Math.min(mat.cols(), 2 * w), Math.min(mat.rows(), 2 * h)));
        Mat half = new Mat();
        Imgproc.resize(even, half, new Size(w, h), 0, 0, Imgproc.INTER_AREA);
        OpenCv.release(even);
        return half;
    }

    private static Mat paper(Mat eighth, int longerPx) {
        Mat paper = new Mat();
        Mat shadowed = new Mat();
        int around = Math.max(TILES_AROUND, TILES_AROUND * longerPx / USUAL_LONGER_PX | 1);
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(around, around));
        Mat round = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(around, around));
        Imgproc.dilate(eighth, paper, kernel);
        Imgproc.blur(paper, paper, new Size(around, around));
        Imgproc.morphologyEx(eighth, shadowed, Imgproc.MORPH_CLOSE, round);
        dimInShadows(paper, shadowed, around);
        Core.max(paper, new Scalar(1), paper);
        List.of(kernel, round, shadowed).forEach(OpenCv::release);
        return paper;
    }

    /**
     * Close to the edge of a shadow the brightest paper around is not that of the same light. What is dark over more than {@link #TILES_AROUND}
     * each way, and not nearly black, is no ink but lies in a shadow, and there its own paper is the brightest.
     *
     * @param shadowed the closing of the scan (J. Serra, "Image Analysis and Mathematical Morphology", 1982): as bright as the paper
     *     up to the edges of what is that large
     * @param rim so near to the edge of the scan nothing is told: a grey lid looks like a shadow
     */
    private static void dimInShadows(Mat paper, Mat shadowed, int rim) {
        int width = paper.cols();
        int height = paper.rows();
        byte[] lit = new byte[width * height];
        byte[] dim = new byte[lit.length];
        paper.get(0, 0, lit);
        shadowed.get(0, 0, dim);
        for (int i = 0; i < lit.length; i++) {
            double share = (dim[i] & 0xff) / (double) Math.max(1, lit[i] & 0xff);
            int x = i % width;
            int y = i / width;
            boolean inside = Math.min(x, width - 1 - x) > rim && Math.min(y, height - 1 - y) > rim;
            if (inside && share > DARKEST_SHADOW && share < EVEN_LIGHT) {
                double shadow = Math.min(1, (EVEN_LIGHT - share) / (EVEN_LIGHT - PALEST_SHADOW));
                lit[i] = (byte) Math.round((lit[i] & 0xff) + shadow * ((dim[i] & 0xff) - (lit[i] & 0xff)));
            }
        }
        paper.put(0, 0, lit);
    }

    private static boolean[] busy(Plane half, Plane paper) {
        boolean[] busy = new boolean[paper.width * paper.height];
        int side = TILE_PX / 2;
        for (int ty = 0; ty < paper.height; ty++) {
            for (int tx = 0; tx < paper.width; tx++) {
                int bare = (paper.samples[ty * paper.width + tx] & 0xff) * (255 - BARE) / 255;
                int least = 255;
                for (int y = ty * side; y < Math.min(half.height, (ty + 1) * side); y++) {
                    int row = y * half.width;
                    for (int x = tx * side; x < Math.min(half.width, (tx + 1) * side); x++) {
                        least = Math.min(least, half.samples[row + x] & 0xff);
                    }
                }
                busy[ty * paper.width + tx] = least < bare;
            }
        }
        return busy;
    }

    /** {@return whether anything but bare paper lies in that rectangle of the scan, which may reach over its edges} */
    boolean busy(double left, double top, double right, double bottom) {
        int x0 = clamp((int) Math.floor(left) / TILE_PX, paper.width);
        int x1 = clamp((int) Math.ceil(right) / TILE_PX, paper.width);
        int y0 = clamp((int) Math.floor(top) / TILE_PX, paper.height);
        int y1 = clamp((int) Math.ceil(bottom) / TILE_PX, paper.height);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                if (busy[y * paper.width + x]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return the darkest channel at full size; the caller releases it} */
    Mat darkest() {
        if (tint.isEmpty()) {
            return full.toMat();
        }
        Plane half = tint.get();
        byte[] darkest = new byte[full.samples.length];
        for (int y = 0, i = 0; y < height; y++) {
            int row = Math.min(y / 2, half.height - 1) * half.width;
            for (int x = 0; x < width; x++, i++) {
                int darker = half.samples[row + Math.min(x / 2, half.width - 1)] & 0xff;
                darkest[i] = (byte) Math.max(0, (full.samples[i] & 0xff) - darker);
            }
        }
        return new Plane(darkest, width, height).toMat();
    }

    /** {@return by how much the darkest channel of a pixel is darker than its light} */
    int tintAt(int x, int y) {
        if (tint.isEmpty()) {
            return 0;
        }
        Plane half = tint.get();
        return half.samples[Math.min(y / 2, half.height - 1) * half.width + Math.min(x / 2, half.width - 1)] & 0xff;
    }

    /**
     * {@return the tint of all that rectangle of the scan, -1 where it is not the same everywhere} A JPEG holds the colour
     * of paper and of black print as one number for many pixels.
     */
    int evenTint(double left, double top, double right, double bottom) {
        if (tint.isEmpty()) {
            return 0;
        }
        Plane half = tint.get();
        int x0 = Math.max(0, (int) (left / 2) - 1);
        int y0 = Math.max(0, (int) (top / 2) - 1);
        int x1 = (int) (right / 2) + 1;
        int y1 = (int) (bottom / 2) + 1;
        if (x1 >= half.width || y1 >= half.height) {
            return -1;
        }
        byte even = half.samples[y0 * half.width + x0];
        for (int y = y0; y <= y1; y++) {
            for (int i = y * half.width + x0; i <= y * half.width + x1; i++) {
                if (half.samples[i] != even) {
                    return -1;
                }
            }
        }
        return even & 0xff;
    }

    /** {@return the paper's light around a pixel, between the squares' middles} */
    double paperAt(double x, double y) {
        double gx = Math.max(0, Math.min((x + 0.5) / TILE_PX - 0.5, paper.width - 1.001));
        double gy = Math.max(0, Math.min((y + 0.5) / TILE_PX - 0.5, paper.height - 1.001));
        int ix = (int) gx;
        int iy = (int) gy;
        int right = Math.min(ix + 1, paper.width - 1);
        int below = Math.min(iy + 1, paper.height - 1);
        double fx = gx - ix;
        double fy = gy - iy;
        double upper = at(ix, iy) * (1 - fx) + at(right, iy) * fx;
        double lower = at(ix, below) * (1 - fx) + at(right, below) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private int at(int x, int y) {
        return paper.samples[y * paper.width + x] & 0xff;
    }

    private static int clamp(int at, int limit) {
        return Math.max(0, Math.min(at, limit - 1));
    }
}
