package vn.kiemphieu.vision;

import java.lang.ref.Reference;
import org.opencv.core.KeyPoint;
import org.opencv.core.Mat;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.Size;
import org.opencv.features2d.ORB;
import org.opencv.imgproc.Imgproc;

/**
 * How closely a page is looked at to find the form on it. A glance does for nearly all; whatever it does not find is
 * looked at closely, so a glance may fail but decides nothing.
 *
 * <p>Features are oriented FAST corners with rotated BRIEF (Rublee et al., "ORB: an efficient alternative to SIFT or
 * SURF", ICCV 2011): they do not care which way up a page was fed.
 */
enum Look {
    /** 50 dpi for an A4 page: words and the table's corners are seen, letters are not. */
    GLANCE(585, 500, 3),
    /** 100 dpi: print is still legible. */
    CLOSE(1170, 1300, 4);

    /** A page's longer side is brought to about this. */
    final int longerSidePx;

    private final int most;
    private final int levels;

    Look(int longerSidePx, int most, int levels) {
        this.longerSidePx = longerSidePx;
        this.most = most;
        this.levels = levels;
    }

    /** What is easily found again on a page; {@code shrunk} is by how much the image was made smaller for it. */
    record Features(KeyPoint[] points, Mat descriptors, double shrunk) {}

    /** {@return features whose native memory the caller releases} */
    Features features(Mat small, double shrunk) {
        ORB orb = ORB.create(most, 1.25f, levels, 25, 0, 2, ORB.HARRIS_SCORE, 31, 15);
        Mat smooth = new Mat();
        Mat anywhere = new Mat();
        MatOfKeyPoint points = new MatOfKeyPoint();
        Mat descriptors = new Mat();
        Imgproc.GaussianBlur(small, smooth, new Size(3, 3), 0.8);
        orb.detectAndCompute(smooth, anywhere, points, descriptors);
        Features features = new Features(points.toArray(), descriptors, shrunk);
        for (Mat m : new Mat[] {smooth, anywhere, points}) {
            OpenCv.release(m);
        }
        Reference.reachabilityFence(orb); // or it is finalised while it still detects
        return features;
    }
}
