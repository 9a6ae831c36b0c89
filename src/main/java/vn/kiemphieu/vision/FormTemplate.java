package vn.kiemphieu.vision;

import java.lang.ref.Reference;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.features2d.ORB;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;

/**
 * One page of the form, prepared once for laying many scans over it: its image at the two working resolutions, the
 * points that are easy to find again, and where print is to be expected. Read by many threads, never changed.
 *
 * <p>Its native memory lives as long as the program: a meeting has a handful of form pages.
 */
final class FormTemplate {

    static {
        OpenCv.load();
    }

    /** 200 dpi: the thinnest pen line, 0.15 mm, is still more than one pixel wide. */
    static final double PIXELS_PER_MM = 200 / 25.4;

    /** The coarse step works on half of that: a quarter of the pixels, and print is still legible. */
    static final double COARSE_PER_FINE = 0.5;

    /** Distance of the nodes of the deformation field: a sheet bends over centimetres, not millimetres. */
    static final int NODE_PX = 32;

    /** Print is never looked for further from its place than this: slack, thickening and one to see that it ended. */
    private static final int FURTHEST_PX = 8;

    /** Darker than this of 255 the form prints; lighter than the next it does not even smear. */
    private static final double SOLID = 150;

    private static final double TOUCHED = 60;

    /** Side of the tiles over which the page's print is compared with the form's. */
    private static final double TILE_MM = 24;

    final FormPage page;
    final int widthPx;
    final int heightPx;
    final Mat fine;
    final Mat coarse;
    final MatOfKeyPoint keypoints;
    final Mat descriptors;
    final Point[] anchors;

    private final Mat printed = new Mat();
    private final Mat bare;
    private final Mat[] grown = new Mat[FURTHEST_PX + 1];
    private final Mat[] rings = new Mat[FURTHEST_PX + 1];
    private final byte[][] ringTiles = new byte[FURTHEST_PX + 1][];

    FormTemplate(FormPage page) {
        OpenCv.load();
        this.page = page;
        this.widthPx = (int) Math.round(page.widthMm() * PIXELS_PER_MM);
        this.heightPx = (int) Math.round(page.heightMm() * PIXELS_PER_MM);
        this.fine = blank(page, widthPx, heightPx);
        this.coarse = new Mat();
        Imgproc.resize(
                fine,
                coarse,
                new Size(widthPx * COARSE_PER_FINE, heightPx * COARSE_PER_FINE),
                0,
                0,
                Imgproc.INTER_AREA);

        this.keypoints = new MatOfKeyPoint();
        this.descriptors = new Mat();
        features(coarse, keypoints, descriptors);
        this.anchors = anchors(fine);
        Imgproc.threshold(fine, printed, 255 - SOLID, 255, Imgproc.THRESH_BINARY_INV);
        Mat touched = new Mat();
        Imgproc.threshold(fine, touched, 255 - TOUCHED, 255, Imgproc.THRESH_BINARY_INV);
        for (int by = 0; by <= FURTHEST_PX; by++) {
            Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * by + 1, 2 * by + 1));
            grown[by] = new Mat();
            Imgproc.dilate(touched, grown[by], kernel);
            OpenCv.release(kernel);
            rings[by] = new Mat();
            if (by > 0) {
                Core.subtract(grown[by], grown[by - 1], rings[by]);
                ringTiles[by] = tiles(rings[by]);
            }
        }
        this.bare = new Mat();
        Core.bitwise_not(grown[FURTHEST_PX], bare);
        OpenCv.release(touched);
    }

    private static Mat blank(FormPage page, int widthPx, int heightPx) {
        MatOfByte png = new MatOfByte(page.blank().png());
        Mat image = Imgcodecs.imdecode(png, Imgcodecs.IMREAD_GRAYSCALE);
        OpenCv.release(png);
        if (image.empty()) {
            throw new IllegalStateException("The blank of form page %d is no PNG".formatted(page.number()));
        }
        Mat sized = new Mat();
        Imgproc.resize(image, sized, new Size(widthPx, heightPx), 0, 0, Imgproc.INTER_AREA);
        OpenCv.release(image);
        return sized;
    }

    /**
     * Oriented FAST corners with rotated BRIEF (Rublee et al., "ORB: an efficient alternative to SIFT or SURF", ICCV
     * 2011): they do not care which way up a page was fed.
     */
    static void features(Mat coarse, MatOfKeyPoint keypoints, Mat descriptors) {
        ORB orb = ORB.create(1300, 1.25f, 4, 25, 0, 2, ORB.HARRIS_SCORE, 31, 15);
        Mat smooth = new Mat();
        Mat none = new Mat();
        Imgproc.GaussianBlur(coarse, smooth, new Size(3, 3), 0.8);
        orb.detectAndCompute(smooth, none, keypoints, descriptors);
        OpenCv.release(smooth);
        OpenCv.release(none);
        Reference.reachabilityFence(orb); // or it is finalised while it still detects
    }

    /** Corners of the print (J. Shi, C. Tomasi, "Good features to track", CVPR 1994), spread over the page. */
    private static Point[] anchors(Mat fine) {
        Mat smooth = new Mat();
        MatOfPoint found = new MatOfPoint();
        Imgproc.GaussianBlur(fine, smooth, new Size(5, 5), 1.2);
        Mat anywhere = new Mat();
        Imgproc.goodFeaturesToTrack(smooth, found, 420, 0.03, 28, anywhere, 7);
        OpenCv.release(anywhere);
        Point[] points = found.toArray();
        OpenCv.release(smooth);
        OpenCv.release(found);
        return points;
    }

    /** {@return 255 where the form prints solidly; not to be changed or released} */
    Mat printedMask() {
        return printed;
    }

    /** {@return 255 where the form prints anything within that many pixels; not to be changed or released} */
    Mat printGrown(int byPx) {
        return grown[byPx];
    }

    /** {@return 255 on the ring of one pixel that lies that far from print; not to be changed or released} */
    Mat ring(int distancePx) {
        return rings[distancePx];
    }

    /** {@return how much of each tile that ring covers, see {@link #tiles}} */
    byte[] ringTiles(int distancePx) {
        return ringTiles[distancePx];
    }

    /** {@return the mean of every tile of 24 mm, 0..255, row by row} */
    static byte[] tiles(Mat mask) {
        double tile = TILE_MM * PIXELS_PER_MM;
        Mat small = new Mat();
        Size size = new Size(Math.ceil(mask.cols() / tile), Math.ceil(mask.rows() / tile));
        Imgproc.resize(mask, small, size, 0, 0, Imgproc.INTER_AREA);
        byte[] means = new byte[(int) small.total()];
        small.get(0, 0, means);
        OpenCv.release(small);
        return means;
    }

    /** {@return 255 where the form leaves bare paper; not to be changed or released} */
    Mat bareMask() {
        return bare;
    }

    /** {@return the rectangle of what is printed inside a cell, its ruled lines left out} */
    Rect printedIn(PaperBox cell) {
        PaperBox inner = cell.grown(-0.8);
        Rect rect = new Rect(px(inner.xMm()), px(inner.yMm()), px(inner.widthMm()), px(inner.heightMm()));
        Mat part = printed.submat(rect);
        Mat points = new Mat();
        Core.findNonZero(part, points);
        OpenCv.release(part);
        if (points.empty()) {
            return rect;
        }
        Rect tight = Imgproc.boundingRect(points);
        OpenCv.release(points);
        return new Rect(rect.x + tight.x, rect.y + tight.y, tight.width, tight.height);
    }

    int px(double mm) {
        return (int) Math.round(mm * PIXELS_PER_MM);
    }
}
