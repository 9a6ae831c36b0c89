package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Ruled lines that a blank shows only in grey, as blanks learned from a scan do. Print is what the form shows darker
 * than a smear; a hairline of a copied table is no darker than one, so it is told by its length.
 */
final class FaintLines {

    /** Blanks are cleaned when they are learned: paper is white, and a line this dark hangs together. */
    private static final double SEEN = 24;

    /** Longer than the level strokes of print at 14 point, 3 mm. */
    private static final int LONG_PX = 25;

    /** Of a line and its blur the ridge is the line; beside it a hairline has half of that. */
    private static final double RIDGE = 0.6;

    private FaintLines() {}

    /** Marks the level and the upright lines of a blank in {@code print}. */
    static void addTo(Mat print, Mat blank) {
        Mat dark = new Mat();
        Core.bitwise_not(blank, dark);
        add(print, dark, new Size(LONG_PX, 1), new Size(1, 5));
        add(print, dark, new Size(1, LONG_PX), new Size(5, 1));
        OpenCv.release(dark);
    }

    private static void add(Mat print, Mat dark, Size along, Size across) {
        Mat ridge = new Mat();
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, across);
        Imgproc.dilate(dark, ridge, kernel);
        OpenCv.release(kernel);
        Core.multiply(ridge, new Scalar(RIDGE), ridge);
        Core.max(ridge, new Scalar(SEEN), ridge);
        Core.compare(dark, ridge, ridge, Core.CMP_GT);
        kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, along);
        Imgproc.morphologyEx(ridge, ridge, Imgproc.MORPH_OPEN, kernel);
        OpenCv.release(kernel);
        Core.bitwise_or(print, ridge, print);
        OpenCv.release(ridge);
    }
}
