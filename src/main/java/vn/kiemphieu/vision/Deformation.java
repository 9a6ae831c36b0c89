package vn.kiemphieu.vision;

import java.util.Arrays;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;

/**
 * Where each point of the form lies on the scan, in pixels: a plane projection plus a smooth bend. The bend is a
 * bicubic polynomial plus what is left of it nearby, so a fold in one corner does not move the other.
 *
 * <p>Plane projection: R. Hartley, A. Zisserman, "Multiple View Geometry", 2nd ed., 4.7 (RANSAC). The robust weights
 * are Tukey's biweight; the rest is {@link LocalRemainder}'s.
 */
final class Deformation {

    private static final int TERMS = 10;

    /** How far, in fine pixels of the form, a whole corner may lie from the polynomial: less than a letter is wide. */
    private static final double FURTHEST_PX = 10;

    private final int widthPx;
    private final int heightPx;
    private final double[] h;
    private final double[] bendX;
    private final double[] bendY;
    private final LocalRemainder rest;

    private Deformation(int widthPx, int heightPx, double[] h, double[] bendX, double[] bendY, LocalRemainder rest) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.h = h;
        this.bendX = bendX;
        this.bendY = bendY;
        this.rest = rest;
    }

    static Deformation flat(FormTemplate form, Mat homography) {
        double[] h = new double[9];
        homography.get(0, 0, h);
        return flat(form.widthPx, form.heightPx, h);
    }

    /** @param h a plane projection, row by row */
    static Deformation flat(int widthPx, int heightPx, double... h) {
        return new Deformation(
                widthPx,
                heightPx,
                h,
                new double[TERMS],
                new double[TERMS],
                new LocalRemainder(widthPx, heightPx, new double[0][], 1));
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
        return new Deformation(widthPx, heightPx, h, bx, by, new LocalRemainder(widthPx, heightPx, near, tolerancePx));
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
        return new Point(p.x + bend(bendX, x, y) + rest.x(u, v), p.y + bend(bendY, x, y) + rest.y(u, v));
    }

    /** {@return in which column of the scan that point lies: half of {@link #at} in half the time} */
    double columnAt(double u, double v) {
        double w = h[6] * u + h[7] * v + h[8];
        return (h[0] * u + h[1] * v + h[2]) / w + bend(bendX, across(u), down(v)) + rest.x(u, v);
    }

    /** {@return how many sightings agreed} */
    int sightings() {
        return rest.sightings();
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
     * {@return the picture as it lies on the form, white where the scan ended; lent, for the caller to give back}
     *
     * @param size of the straightened page, which shows the whole form
     * @param finer how many pixels the picture has for one of the scan on which this was fitted
     */
    Mat straightened(Mat picture, Size size, double finer) {
        Mat straight = LentMats.lend((int) size.height, (int) size.width, picture.type());
        double fineX = widthPx / size.width;
        double fineY = heightPx / size.height;
        new GridRemap(FormTemplate.NODE_PX, (x, y) -> {
                    Point p = at((x + 0.5) * fineX - 0.5, (y + 0.5) * fineY - 0.5);
                    return new Point((p.x + 0.5) * finer - 0.5, (p.y + 0.5) * finer - 0.5);
                })
                .draw(picture, straight);
        return straight;
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
