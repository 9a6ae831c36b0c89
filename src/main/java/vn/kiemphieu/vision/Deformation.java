package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Where each point of the form lies on the scan, in pixels: a plane projection plus a smooth bend. The bend is a
 * bicubic polynomial plus what is left of it nearby, so a fold in one corner does not move the other.
 *
 * <p>Plane projection: R. Hartley, A. Zisserman, "Multiple View Geometry", 2nd ed., 4.7 (RANSAC). The robust weights
 * are Tukey's biweight; the remainder is averaged with a Gaussian kernel that shrinks to nothing where no print is.
 */
final class Deformation {

    private static final int TERMS = 10;

    /** Side of the squares on which the remainder is kept: it changes over {@link #REACH_PX}. */
    private static final int REST_PX = 48;

    /** Reach of the local remainder: feeder bend and folds change over two centimetres. */
    private static final double REACH_PX = 14 * FormTemplate.PIXELS_PER_MM;

    /** Weight of "no remainder" against the sightings: with fewer than two nearby, hardly anything moves. */
    private static final double STILLNESS = 1.5;

    /** How far, in fine pixels of the form, a whole corner may lie from the polynomial: less than a letter is wide. */
    private static final double FURTHEST_PX = 10;

    /** How many of the nearest are asked about a sighting, and how many it takes to outvote it. */
    private static final int VOTERS = 5;

    private static final int LEAST_VOTERS = 3;

    private static final int PASSES = 4;

    private final int widthPx;
    private final int heightPx;
    private final double[] h;
    private final double[] bendX;
    private final double[] bendY;
    private final int sightings;
    private final int restColumns;

    /** What the polynomial leaves, at the corners of squares of {@link #REST_PX}: x and y in turn. */
    private final double[] rest;

    /**
     * @param left what the polynomial leaves at each sighting: x and y on the form, in fine pixels, and by how much it misses, in
     *     scan pixels
     * @param tolerancePx how far sightings around each other may disagree, in scan pixels
     */
    private Deformation(
            int widthPx,
            int heightPx,
            double[] h,
            double[] bendX,
            double[] bendY,
            double[][] left,
            double tolerancePx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.h = h;
        this.bendX = bendX;
        this.bendY = bendY;
        this.restColumns = widthPx / REST_PX + 2;
        this.rest = new double[2 * restColumns * (heightPx / REST_PX + 2)];
        add(agreeing(left, tolerancePx));
        int near = 0;
        // Averaging flattens what bends most; what it leaves is averaged in turn, and so the fit reaches into corners.
        for (int pass = 1; pass < PASSES; pass++) {
            double[][] still = Arrays.stream(left)
                    .map(s -> new double[] {s[0], s[1], s[2] - rest(s[0], s[1], 0), s[3] - rest(s[0], s[1], 1)})
                    .filter(s -> Math.hypot(s[2], s[3]) < 1.5 * tolerancePx)
                    .toArray(double[][]::new);
            add(still);
            near = still.length;
        }
        this.sightings = near;
    }

    /** Adds the average of these to the remainder. */
    private void add(double[][] seen) {
        double[] more = spread(seen, restColumns, rest.length / 2 / restColumns);
        for (int i = 0; i < rest.length; i++) {
            rest[i] += more[i];
        }
    }

    private static double[] spread(double[][] seen, int columns, int rows) {
        double[] sum = new double[columns * rows * 2];
        double[] weights = new double[columns * rows];
        Arrays.fill(weights, STILLNESS);
        int reach = (int) (2.4 * REACH_PX / REST_PX);
        for (double[] s : seen) {
            int left = Math.max(0, (int) (s[0] / REST_PX) - reach);
            int top = Math.max(0, (int) (s[1] / REST_PX) - reach);
            // The kernel of two ways is the product of its kernels of one.
            double[] across = kernel(s[0], left, Math.min(columns - 1, (int) (s[0] / REST_PX) + reach));
            double[] down = kernel(s[1], top, Math.min(rows - 1, (int) (s[1] / REST_PX) + reach));
            for (int j = 0; j < down.length; j++) {
                for (int i = 0; i < across.length; i++) {
                    double weight = down[j] * across[i];
                    int at = (top + j) * columns + left + i;
                    weights[at] += weight;
                    sum[2 * at] += weight * s[2];
                    sum[2 * at + 1] += weight * s[3];
                }
            }
        }
        for (int at = 0; at < weights.length; at++) {
            sum[2 * at] /= weights[at];
            sum[2 * at + 1] /= weights[at];
        }
        return sum;
    }

    /** {@return how much a sighting at that place weighs at each of the corners of squares from the first to the last} */
    private static double[] kernel(double place, int first, int last) {
        double[] weights = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < weights.length; i++) {
            double d = ((first + i) * REST_PX - place) / REACH_PX;
            weights[i] = Math.exp(-d * d);
        }
        return weights;
    }

    static Deformation flat(FormTemplate form, Mat homography) {
        double[] h = new double[9];
        homography.get(0, 0, h);
        return flat(form.widthPx, form.heightPx, h);
    }

    /** @param h a plane projection, row by row */
    static Deformation flat(int widthPx, int heightPx, double... h) {
        return new Deformation(widthPx, heightPx, h, new double[TERMS], new double[TERMS], new double[0][], 1);
    }

    /**
     * Fits to sightings of print.
     *
     * @param on where print is on the form, fine pixels
     * @param at where it was seen on the scan
     * @param tolerancePx beyond this a sighting is a mistake
     * @return null where too few sightings agree
     */
    static @org.jspecify.annotations.Nullable Deformation fit(
            FormTemplate form, Point[] on, Point[] at, double tolerancePx) {
        if (on.length < 12) {
            return null;
        }
        MatOfPoint2f from = new MatOfPoint2f(on);
        MatOfPoint2f to = new MatOfPoint2f(at);
        Mat inliers = new Mat();
        Mat homography = Calib3d.findHomography(from, to, Calib3d.RANSAC, tolerancePx * 2, inliers, 500, 0.995);
        OpenCv.release(inliers);
        OpenCv.release(from);
        OpenCv.release(to);
        if (homography.empty()) {
            return null;
        }
        Deformation flat = flat(form, homography);
        OpenCv.release(homography);
        return flat.bentTo(on, at, tolerancePx);
    }

    private Deformation bentTo(Point[] on, Point[] at, double tolerancePx) {
        int n = on.length;
        double[] dx = new double[n];
        double[] dy = new double[n];
        double[][] basis = new double[n][];
        for (int i = 0; i < n; i++) {
            Point p = project(on[i].x, on[i].y);
            dx[i] = at[i].x - p.x;
            dy[i] = at[i].y - p.y;
            basis[i] = basis(on[i].x, on[i].y);
        }
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        double[] bx = new double[TERMS];
        double[] by = new double[TERMS];
        for (int round = 0; round < 6; round++) {
            bx = solve(basis, dx, weight);
            by = solve(basis, dy, weight);
            double reach = round < 3 ? Math.max(3 * tolerancePx, FURTHEST_PX * scale()) : 1.5 * tolerancePx;
            for (int i = 0; i < n; i++) {
                double r = Math.hypot(dx[i] - dot(bx, basis[i]), dy[i] - dot(by, basis[i])) / reach;
                weight[i] = r < 1 ? (1 - r * r) * (1 - r * r) : 0;
            }
        }
        double[][] left = new double[n][];
        for (int i = 0; i < n; i++) {
            left[i] = new double[] {on[i].x, on[i].y, dx[i] - dot(bx, basis[i]), dy[i] - dot(by, basis[i])};
        }
        double furthest = Math.max(1.5 * tolerancePx, FURTHEST_PX * scale());
        double[][] near = Arrays.stream(left)
                .filter(s -> Math.hypot(s[2], s[3]) < furthest)
                .toArray(double[][]::new);
        return new Deformation(widthPx, heightPx, h, bx, by, near, tolerancePx);
    }

    /**
     * {@return those sightings that agree with most of the nearest around them, or, where there are too few around, with the
     * polynomial} A corner of a sheet that lay crooked is told so from mistakes: all its print moved alike.
     */
    private static double[][] agreeing(double[][] left, double tolerancePx) {
        return Arrays.stream(left)
                .filter(s -> {
                    List<double[]> around = nearest(s, left);
                    long agree = around.stream()
                            .filter(o -> Math.hypot(o[2] - s[2], o[3] - s[3]) < tolerancePx)
                            .count();
                    return around.size() < LEAST_VOTERS
                            ? Math.hypot(s[2], s[3]) < 1.5 * tolerancePx
                            : 2 * agree > around.size();
                })
                .toArray(double[][]::new);
    }

    /** {@return the nearest others within reach, nearest first, {@link #VOTERS} at most} */
    private static List<double[]> nearest(double[] s, double[][] all) {
        List<double[]> nearest = new ArrayList<>();
        for (double[] o : all) {
            double d = squared(o, s);
            if (o != s && d < REACH_PX * REACH_PX) {
                int at = nearest.size();
                while (at > 0 && squared(nearest.get(at - 1), s) > d) {
                    at--;
                }
                if (at < VOTERS) {
                    nearest.add(at, o);
                }
                if (nearest.size() > VOTERS) {
                    nearest.remove(VOTERS);
                }
            }
        }
        return nearest;
    }

    private static double squared(double[] a, double[] b) {
        return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
    }

    private Point project(double u, double v) {
        double w = h[6] * u + h[7] * v + h[8];
        return new Point((h[0] * u + h[1] * v + h[2]) / w, (h[3] * u + h[4] * v + h[5]) / w);
    }

    /** {@return where a point of the form (fine pixels) lies on the scan (pixels)} */
    Point at(double u, double v) {
        Point p = project(u, v);
        double x = across(u);
        double y = down(v);
        return new Point(p.x + bend(bendX, x, y) + rest(u, v, 0), p.y + bend(bendY, x, y) + rest(u, v, 1));
    }

    /** {@return the remainder there, in scan pixels: 0 for x, 1 for y} */
    private double rest(double u, double v, int axis) {
        double gx = Math.max(0, Math.min(u / REST_PX, restColumns - 1.001));
        double gy = Math.max(0, Math.min(v / REST_PX, rest.length / 2.0 / restColumns - 1.001));
        double fx = gx - (int) gx;
        double fy = gy - (int) gy;
        int k = 2 * ((int) gy * restColumns + (int) gx) + axis;
        int below = k + 2 * restColumns;
        double upper = rest[k] * (1 - fx) + rest[k + 2] * fx;
        double lower = rest[below] * (1 - fx) + rest[below + 2] * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** {@return how many sightings agreed} */
    int sightings() {
        return sightings;
    }

    /** {@return scan pixels for one fine pixel of the form, at the middle of the page} */
    double scale() {
        Point o = project(widthPx / 2.0, heightPx / 2.0);
        Point a = project(widthPx / 2.0 + 50, heightPx / 2.0);
        Point b = project(widthPx / 2.0, heightPx / 2.0 + 50);
        return (Math.hypot(a.x - o.x, a.y - o.y) + Math.hypot(b.x - o.x, b.y - o.y)) / 100;
    }

    /** {@return by how much the page is turned on the scan, clockwise in degrees} */
    double turnDegrees() {
        Point a = project(widthPx * 0.2, heightPx / 2.0);
        Point b = project(widthPx * 0.8, heightPx / 2.0);
        return Math.toDegrees(Math.atan2(b.y - a.y, b.x - a.x));
    }

    /** {@return the largest departure from the plane on the sheet, in scan pixels} */
    double bendPx() {
        double worst = 0;
        for (double v = 0; v <= heightPx; v += heightPx / 8.0) {
            for (double u = 0; u <= widthPx; u += widthPx / 6.0) {
                double x = across(u);
                double y = down(v);
                worst = Math.max(worst, Math.hypot(bend(bendX, x, y), bend(bendY, x, y)));
            }
        }
        return worst;
    }

    /**
     * {@return two maps for {@code Imgproc.remap}, columns and rows on the picture; the caller releases both}
     *
     * @param size of the straightened page, which shows the whole form
     * @param finer how many pixels the picture has for one of the scan on which this was fitted
     */
    Mat[] maps(Size size, double finer) {
        int node = FormTemplate.NODE_PX;
        int nodesX = (int) size.width / node + 4;
        int nodesY = (int) size.height / node + 4;
        double fineX = widthPx / size.width;
        double fineY = heightPx / size.height;
        float[] xs = new float[nodesX * nodesY];
        float[] ys = new float[nodesX * nodesY];
        for (int j = 0; j < nodesY; j++) {
            for (int i = 0; i < nodesX; i++) {
                // Node (i, j) stands at the centre of the block that resize makes of it; the first lies off the page.
                Point p = at((i - 0.5) * node * fineX - 0.5, (j - 0.5) * node * fineY - 0.5);
                xs[j * nodesX + i] = (float) ((p.x + 0.5) * finer - 0.5);
                ys[j * nodesX + i] = (float) ((p.y + 0.5) * finer - 0.5);
            }
        }
        return new Mat[] {full(xs, nodesX, nodesY, size), full(ys, nodesX, nodesY, size)};
    }

    private static Mat full(float[] nodes, int nodesX, int nodesY, Size size) {
        int node = FormTemplate.NODE_PX;
        Mat small = new Mat(nodesY, nodesX, CvType.CV_32F);
        small.put(0, 0, nodes);
        Mat large = new Mat();
        Size whole = new Size((double) nodesX * node, (double) nodesY * node);
        Imgproc.resize(small, large, whole, 0, 0, Imgproc.INTER_LINEAR);
        Mat map = large.submat(new Rect(node, node, (int) size.width, (int) size.height));
        OpenCv.release(small);
        OpenCv.release(large);
        return map;
    }

    /** Ridge: where no print is seen the bend stays small. */
    private static double[] solve(double[][] basis, double[] value, double[] weight) {
        double[] normal = new double[TERMS * TERMS];
        double[] right = new double[TERMS];
        for (int i = 0; i < basis.length; i++) {
            for (int r = 0; r < TERMS; r++) {
                double wr = weight[i] * basis[i][r];
                right[r] += wr * value[i];
                for (int c = 0; c < TERMS; c++) {
                    normal[r * TERMS + c] += wr * basis[i][c];
                }
            }
        }
        for (int r = 0; r < TERMS; r++) {
            // Cubic terms swing wildest off the print, so they are held most.
            normal[r * TERMS + r] += r < 3 ? 0.01 : r < 6 ? 0.5 : 2;
        }
        Mat a = new Mat(TERMS, TERMS, CvType.CV_64F);
        Mat b = new Mat(TERMS, 1, CvType.CV_64F);
        Mat x = new Mat();
        a.put(0, 0, normal);
        b.put(0, 0, right);
        Core.solve(a, b, x, Core.DECOMP_CHOLESKY);
        double[] solution = new double[TERMS];
        x.get(0, 0, solution);
        OpenCv.release(a);
        OpenCv.release(b);
        OpenCv.release(x);
        return solution;
    }

    private double across(double u) {
        return 2 * u / widthPx - 1;
    }

    private double down(double v) {
        return 2 * v / heightPx - 1;
    }

    /** The product of {@link #dot} with {@link #basis}, without an array for each of ten thousand points of a page. */
    private static double bend(double[] a, double x, double y) {
        return a[0]
                + a[1] * x
                + a[2] * y
                + a[3] * (x * x)
                + a[4] * (x * y)
                + a[5] * (y * y)
                + a[6] * (x * x * x)
                + a[7] * (x * x * y)
                + a[8] * (x * y * y)
                + a[9] * (y * y * y);
    }

    private double[] basis(double u, double v) {
        double x = across(u);
        double y = down(v);
        return new double[] {1, x, y, x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
