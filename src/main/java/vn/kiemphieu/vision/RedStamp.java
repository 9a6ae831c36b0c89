package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A round red stamp on a blank, if one stands there, and the page in grey without anything red. */
final class RedStamp {

    /** How much redder than the rest: stamps measure 60 to 150 on scans, coloured noise at the edge of black up to 25. */
    private static final double RED = 40;

    /** Stamps of offices measure 30 to 36 mm; worn rims make them smaller. */
    private static final double SMALLEST_MM = 22;

    private static final double LARGEST_MM = 48;

    /** Letters and rim of a stamp lie this near to each other. */
    private static final double HANGS_TOGETHER_MM = 3;

    private RedStamp() {}

    /** {@param box in pixels of the page} */
    record Removed(Mat grey, Optional<Rect> box) {}

    /** {@return the page in grey; the caller releases it} */
    static Removed removed(Mat colour, double pixelsPerMm) {
        List<Mat> channels = new ArrayList<>();
        Core.split(colour, channels);
        Mat grey = new Mat();
        Mat red = new Mat();
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        Core.max(channels.get(0), channels.get(1), red);
        Core.subtract(channels.get(2), red, red);
        Imgproc.threshold(red, red, RED, 255, Imgproc.THRESH_BINARY);
        Optional<Rect> box = round(red, pixelsPerMm);
        // In red light red ink is paper and black print stays black.
        Mat around = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5));
        Imgproc.dilate(red, red, around);
        channels.get(2).copyTo(grey, red);
        OpenCv.release(around);
        OpenCv.release(red);
        channels.forEach(OpenCv::release);
        return new Removed(grey, box);
    }

    private static Optional<Rect> round(Mat red, double pixelsPerMm) {
        int side = (int) Math.round(HANGS_TOGETHER_MM * pixelsPerMm);
        Mat joined = new Mat();
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(side, side));
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        try {
            Imgproc.morphologyEx(red, joined, Imgproc.MORPH_CLOSE, kernel);
            int count = Imgproc.connectedComponentsWithStats(joined, labels, stats, centroids, 8, CvType.CV_32S);
            for (int i = 1; i < count; i++) {
                int[] s = new int[5];
                stats.get(i, 0, s);
                double width = s[2] / pixelsPerMm;
                double height = s[3] / pixelsPerMm;
                boolean fits = Math.min(width, height) >= SMALLEST_MM && Math.max(width, height) <= LARGEST_MM;
                if (fits && Math.max(width, height) < 1.3 * Math.min(width, height)) {
                    return Optional.of(new Rect(s[0], s[1], s[2], s[3]));
                }
            }
            return Optional.empty();
        } finally {
            for (Mat mat : List.of(joined, kernel, labels, stats, centroids)) {
                OpenCv.release(mat);
            }
        }
    }

    /** {@return that box after the image was turned clockwise} */
    static Rect turned(Rect box, Size before, int quarterTurns) {
        Mat mark = new Mat(before, CvType.CV_8U, new Scalar(0));
        Imgproc.rectangle(mark, box, new Scalar(255), -1);
        Mat turned = ScannedSheet.rotated(mark, quarterTurns);
        Rect out = Imgproc.boundingRect(turned);
        OpenCv.release(mark);
        OpenCv.release(turned);
        return out;
    }
}
