package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.features2d.ORB;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.FormPage;

/**
 * One page of the form, prepared once for laying many scans over it: its image at the two working resolutions, the
 * points that are easy to find again, and where print is to be expected. Read by many threads, never changed.
 *
 * <p>Its native memory lives as long as the program: a meeting has a handful of form pages.
 */
final class FormTemplate {

    /** 200 dpi: the thinnest pen line, 0.15 mm, is still more than one pixel wide. */
    static final double PIXELS_PER_MM = 200 / 25.4;

    /** The coarse step works on half of that: a quarter of the pixels, and print is still legible. */
    static final double COARSE_PER_FINE = 0.5;

    /** Distance of the nodes of the deformation field: a sheet bends over centimetres, not millimetres. */
    static final int NODE_PX = 32;

    final FormPage page;
    final int widthPx;
    final int heightPx;
    final Mat fine;
    final Mat coarse;
    final MatOfKeyPoint keypoints;
    final Mat descriptors;
    final Point[] anchors;

    /** Darkness of the print, 0 paper to 255 black, one byte a pixel, row by row. */
    final byte[] print;

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
        this.print = new byte[widthPx * heightPx];
        Mat dark = new Mat();
        Core.bitwise_not(fine, dark);
        dark.get(0, 0, print);
        dark.release();
    }

    private static Mat blank(FormPage page, int widthPx, int heightPx) {
        MatOfByte png = new MatOfByte(page.blank().png());
        Mat image = Imgcodecs.imdecode(png, Imgcodecs.IMREAD_GRAYSCALE);
        png.release();
        if (image.empty()) {
            throw new IllegalStateException("The blank of form page %d is no PNG".formatted(page.number()));
        }
        Mat sized = new Mat();
        Imgproc.resize(image, sized, new Size(widthPx, heightPx), 0, 0, Imgproc.INTER_AREA);
        image.release();
        return sized;
    }

    /**
     * Oriented FAST corners with rotated BRIEF (Rublee et al., "ORB: an efficient alternative to SIFT or SURF", ICCV
     * 2011): they do not care which way up a page was fed.
     */
    static void features(Mat coarse, MatOfKeyPoint keypoints, Mat descriptors) {
        ORB orb = ORB.create(1800, 1.25f, 4, 25, 0, 2, ORB.HARRIS_SCORE, 31, 15);
        Mat smooth = new Mat();
        Mat none = new Mat();
        Imgproc.GaussianBlur(coarse, smooth, new Size(3, 3), 0.8);
        orb.detectAndCompute(smooth, none, keypoints, descriptors);
        smooth.release();
        none.release();
    }

    /** Corners of the print (J. Shi, C. Tomasi, "Good features to track", CVPR 1994), spread over the page. */
    private static Point[] anchors(Mat fine) {
        Mat smooth = new Mat();
        MatOfPoint found = new MatOfPoint();
        Imgproc.GaussianBlur(fine, smooth, new Size(5, 5), 1.2);
        Imgproc.goodFeaturesToTrack(smooth, found, 600, 0.03, 24, new Mat(), 7);
        Point[] points = found.toArray();
        smooth.release();
        found.release();
        return points;
    }

    int px(double mm) {
        return (int) Math.round(mm * PIXELS_PER_MM);
    }
}
