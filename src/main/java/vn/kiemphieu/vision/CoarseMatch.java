package vn.kiemphieu.vision;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.DMatch;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDMatch;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.features2d.BFMatcher;
import org.opencv.imgproc.Imgproc;

/**
 * A first guess where a form page lies on a scan: any shift, turn, scale or perspective. Good to about 1 mm where features
 * agree, and worse away from them; never to be relied on unrefined.
 *
 * @param agreeing where on the form the features lie that agree, in fine pixels
 */
record CoarseMatch(FormTemplate template, Deformation deformation, List<Point> agreeing) {

    /** D. Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 2004, 7.1; rows look alike, so stricter. */
    private static final double RATIO = 0.86;

    /** Fewer agreeing features than this and the position is chance. */
    private static final int AGREEING_NEEDED = 14;

    /** {@return guesses that are worth refining, best first} */
    static List<CoarseMatch> of(ScanLight scan, List<FormTemplate> templates, Look look) {
        Mat small = small(scan, look);
        double shrink = Math.max(scan.width, scan.height) / (double) Math.max(small.cols(), small.rows());
        Look.Features onScan = look.features(small, shrink);
        List<CoarseMatch> found = new ArrayList<>();
        for (FormTemplate template : templates) {
            match(template, template.features(look), onScan, found);
        }
        OpenCv.release(small);
        OpenCv.release(onScan.descriptors());
        found.sort(Comparator.comparingInt((CoarseMatch m) -> m.agreeing.size()).reversed());
        return found;
    }

    private static Mat small(ScanLight scan, Look look) {
        int longer = Math.max(scan.width, scan.height);
        double finer = longer / (0.9 * look.longerSidePx);
        Mat mat = scan.shrunk(finer >= 4 ? 4 : finer >= 2 ? 2 : 1).toMat();
        double shrink = Math.max(mat.cols(), mat.rows()) / (double) look.longerSidePx;
        if (shrink > 1.1 || shrink < 0.9) {
            Size size = new Size(mat.cols() / shrink, mat.rows() / shrink);
            Imgproc.resize(mat, mat, size, 0, 0, Imgproc.INTER_AREA);
        }
        return mat;
    }

    private static void match(
            FormTemplate template, Look.Features onForm, Look.Features onScan, List<CoarseMatch> found) {
        if (onScan.descriptors().rows() < AGREEING_NEEDED
                || onForm.descriptors().rows() < AGREEING_NEEDED) {
            return;
        }
        List<MatOfDMatch> pairs = new ArrayList<>();
        BFMatcher matcher = BFMatcher.create(Core.NORM_HAMMING, false);
        matcher.knnMatch(onForm.descriptors(), onScan.descriptors(), pairs, 2);
        Reference.reachabilityFence(matcher); // or it is finalised while it still matches
        List<Point> from = new ArrayList<>();
        List<Point> to = new ArrayList<>();
        for (MatOfDMatch pair : pairs) {
            DMatch[] two = pair.toArray();
            OpenCv.release(pair);
            if (two.length == 2 && two[0].distance < RATIO * two[1].distance) {
                from.add(grown(onForm.points()[two[0].queryIdx].pt, onForm.shrunk()));
                to.add(grown(onScan.points()[two[0].trainIdx].pt, onScan.shrunk()));
            }
        }
        if (from.size() < AGREEING_NEEDED) {
            return;
        }
        MatOfPoint2f a = new MatOfPoint2f(from.toArray(Point[]::new));
        MatOfPoint2f b = new MatOfPoint2f(to.toArray(Point[]::new));
        Mat agree = new Mat();
        Mat homography = Calib3d.findHomography(a, b, Calib3d.RANSAC, 3.5 * onScan.shrunk(), agree, 3000, 0.999);
        OpenCv.release(a);
        OpenCv.release(b);
        List<Point> agreeing = homography.empty() ? List.of() : marked(from, agree);
        OpenCv.release(agree);
        if (agreeing.size() >= AGREEING_NEEDED && isSheetLike(homography, template)) {
            found.add(new CoarseMatch(template, Deformation.flat(template, homography), agreeing));
        }
        OpenCv.release(homography);
    }

    private static List<Point> marked(List<Point> points, Mat mask) {
        byte[] marks = new byte[points.size()];
        mask.get(0, 0, marks);
        return IntStream.range(0, marks.length)
                .filter(i -> marks[i] != 0)
                .mapToObj(points::get)
                .toList();
    }

    private static Point grown(Point p, double by) {
        return new Point((p.x + 0.5) * by - 0.5, (p.y + 0.5) * by - 0.5);
    }

    /** A sheet of paper in front of a lens stays convex, is not mirrored, and its sides keep their proportion. */
    private static boolean isSheetLike(Mat homography, FormTemplate template) {
        Deformation d = Deformation.flat(template, homography);
        double w = template.widthPx;
        double h = template.heightPx;
        Point[] corner = {d.at(0, 0), d.at(w, 0), d.at(w, h), d.at(0, h)};
        for (int i = 0; i < 4; i++) {
            Point a = corner[i];
            Point b = corner[(i + 1) % 4];
            Point c = corner[(i + 2) % 4];
            if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) {
                return false;
            }
        }
        double top = distance(corner[0], corner[1]) / w;
        double bottom = distance(corner[3], corner[2]) / w;
        double left = distance(corner[0], corner[3]) / h;
        double right = distance(corner[1], corner[2]) / h;
        double least = Math.min(Math.min(top, bottom), Math.min(left, right));
        double most = Math.max(Math.max(top, bottom), Math.max(left, right));
        return most / least < 1.8;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }
}
