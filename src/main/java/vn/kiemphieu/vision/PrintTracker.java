package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/**
 * Follows corners of the print from the form to the scan and bends the form to where they are seen. Handwriting and
 * dirt mislead single corners, so the fit outvotes them.
 *
 * <p>B. Lucas, T. Kanade, IJCAI 1981, in pyramids after J.-Y. Bouguet, "Pyramidal implementation of the Lucas Kanade
 * feature tracker", 2000; a corner counts only if it is followed back to where it came from (Z. Kalal et al.,
 * "Forward-backward error", ICPR 2010).
 */
final class PrintTracker {

    /** @param medianPx of the distance between fit and sightings, in fine pixels; {@code worstPx} its 95th percentile */
    record Tracked(Deformation deformation, double medianPx, double worstPx) {}

    private static final int FEWEST = 40;

    private final FormTemplate form;

    PrintTracker(FormTemplate form) {
        this.form = form;
    }

    Optional<Tracked> track(Mat dark, Deformation rough) {
        Mat print = smooth(form.fine, true);
        Deformation now = rough;
        // Wide windows first: the guess may be 2 mm off; then narrow ones, which see the bend.
        int[] window = {21, 17};
        int[] levels = {3, 1};
        double[] tolerance = {5, 1.6};
        // On grainy scans of 150 dpi few corners come back to the pixel. The first fit asks none to: it outvotes them.
        double[] stray = {Double.MAX_VALUE, 1.2};
        List<Double> errors = List.of();
        for (int pass = 0; pass < window.length; pass++) {
            Point[] anchors = pass == 0 ? everyOther(form.anchors) : form.anchors;
            Sightings seen = follow(print, anchors, dark, now, window[pass], levels[pass], stray[pass]);
            if (seen.on().length < FEWEST) {
                OpenCv.release(print);
                return Optional.empty();
            }
            Deformation next = Deformation.fit(form, seen.on(), seen.at(), tolerance[pass] * now.scale());
            if (next == null || next.sightings() < FEWEST) {
                OpenCv.release(print);
                return Optional.empty();
            }
            now = next;
            errors = errors(now, seen);
        }
        OpenCv.release(print);
        return Optional.of(new Tracked(now, errors.get(errors.size() / 2), errors.get((int) (errors.size() * 0.95))));
    }

    private static Point[] everyOther(Point[] anchors) {
        return IntStream.range(0, anchors.length / 2)
                .mapToObj(i -> anchors[2 * i])
                .toArray(Point[]::new);
    }

    private record Sightings(Point[] on, Point[] at) {}

    private Sightings follow(
            Mat print, Point[] anchors, Mat dark, Deformation now, int window, int levels, double strayPx) {
        Mat[] maps = now.maps();
        Mat laid = new Mat();
        Imgproc.remap(dark, laid, maps[0], maps[1], Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(0));
        Mat page = smooth(laid, false);
        OpenCv.release(laid);
        OpenCv.release(maps[0]);
        OpenCv.release(maps[1]);

        MatOfPoint2f from = new MatOfPoint2f(anchors);
        MatOfPoint2f to = new MatOfPoint2f();
        MatOfPoint2f back = new MatOfPoint2f();
        MatOfByte found = new MatOfByte();
        MatOfByte foundBack = new MatOfByte();
        MatOfFloat error = new MatOfFloat();
        Size size = new Size(window, window);
        TermCriteria until = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 12, 0.03);
        Video.calcOpticalFlowPyrLK(print, page, from, to, found, error, size, levels, until, 0, 1e-3);
        boolean first = now.sightings() == 0;
        if (!first) {
            Video.calcOpticalFlowPyrLK(page, print, to, back, foundBack, error, size, levels, until, 0, 1e-3);
        }

        Point[] ends = to.toArray();
        Point[] returns = first ? anchors : back.toArray();
        byte[] ok = found.toArray();
        byte[] okBack = first ? ok : foundBack.toArray();
        List<Point> on = new ArrayList<>();
        List<Point> at = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            Point start = anchors[i];
            boolean returned = Math.hypot(returns[i].x - start.x, returns[i].y - start.y) < strayPx;
            if (ok[i] != 0 && okBack[i] != 0 && returned) {
                on.add(start);
                at.add(now.at(ends[i].x, ends[i].y));
            }
        }
        for (Mat m : new Mat[] {page, from, to, back, found, foundBack, error}) {
            OpenCv.release(m);
        }
        return new Sightings(on.toArray(Point[]::new), at.toArray(Point[]::new));
    }

    /** Distances between fit and sightings in fine pixels, ascending. */
    private static List<Double> errors(Deformation now, Sightings seen) {
        double[] d = new double[seen.on().length];
        for (int i = 0; i < d.length; i++) {
            Point p = now.at(seen.on()[i].x, seen.on()[i].y);
            d[i] = Math.hypot(p.x - seen.at()[i].x, p.y - seen.at()[i].y) / now.scale();
        }
        Arrays.sort(d);
        return Arrays.stream(d).boxed().toList();
    }

    private static Mat smooth(Mat image, boolean invert) {
        Mat smooth = new Mat();
        Imgproc.GaussianBlur(image, smooth, new Size(5, 5), 1.2);
        if (invert) {
            Core.bitwise_not(smooth, smooth);
        }
        return smooth;
    }
}
