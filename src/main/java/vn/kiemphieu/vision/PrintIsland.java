package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Print that stands far from all other, as the number of a page below a short table: there a fit to the rest is a guess.
 * It is looked for as a whole. Its letters are like each other and mislead one by one; the whole is like nothing else.
 * Normalized cross-correlation: J. P. Lewis, "Fast template matching", Vision Interface 1995.
 */
final class PrintIsland {

    /** A guess from the other end of a page bent in the feeder is off by this at most. */
    private static final int SEARCH_PX = (int) (5 * FormTemplate.PIXELS_PER_MM);

    /** What stands around the corners of its print belongs to it. */
    private static final int RIM_PX = (int) (1.5 * FormTemplate.PIXELS_PER_MM);

    /** Wider than this it is no island, but print that something lies over. */
    private static final int WIDEST_PX = (int) (60 * FormTemplate.PIXELS_PER_MM);

    /** Corners of print: with fewer it is a letter or a stroke, which stands in many places. */
    private static final int FEWEST = 4;

    /** Correlation with the form at its place, and how much less there may be at any other. */
    private static final double ALIKE = 0.5;

    private static final double ALONE = 0.1;

    /** No further from the peak than this it is the same place. */
    private static final int PEAK_PX = (int) FormTemplate.PIXELS_PER_MM / 2;

    private final List<Point> corners;

    private PrintIsland(List<Point> corners) {
        this.corners = corners;
    }

    /** {@return those corners of print in groups, each corner no further than that from another of its group} */
    static List<PrintIsland> of(List<Point> corners, double withinPx) {
        List<PrintIsland> islands = new ArrayList<>();
        List<Point> open = new ArrayList<>(corners);
        while (!open.isEmpty()) {
            List<Point> group = new ArrayList<>(List.of(open.remove(open.size() - 1)));
            for (int i = 0; i < group.size(); i++) {
                Point p = group.get(i);
                List<Point> near = open.stream()
                        .filter(q -> PrintPatches.near(p, List.of(q), withinPx) > 0)
                        .toList();
                group.addAll(near);
                open.removeAll(near);
            }
            islands.add(new PrintIsland(group));
        }
        return islands;
    }

    boolean isNear(Point place, double withinPx) {
        return PrintPatches.near(place, corners, withinPx) > 0;
    }

    List<Point> corners() {
        return corners;
    }

    /** {@return how far from the fit it lies, in fine pixels of the form; nothing where it is not seen, or in more than one place} */
    Optional<Point> shift(FormTemplate form, ScanLight scan, Deformation fit) {
        Rect box = box(form);
        if (corners.size() < FEWEST || box.width > WIDEST_PX || box.height > WIDEST_PX) {
            return Optional.empty();
        }
        Mat print = new Mat();
        Mat part = form.fine.submat(box);
        Imgproc.GaussianBlur(part, print, new Size(5, 5), 0.8);
        Mat seen = around(box, scan, fit);
        Mat alike = new Mat();
        Imgproc.matchTemplate(seen, print, alike, Imgproc.TM_CCOEFF_NORMED);
        Core.MinMaxLocResult best = Core.minMaxLoc(alike);
        Imgproc.circle(alike, best.maxLoc, PEAK_PX, new Scalar(-1), -1);
        double other = Core.minMaxLoc(alike).maxVal;
        for (Mat m : new Mat[] {print, part, seen, alike}) {
            OpenCv.release(m);
        }
        return best.maxVal >= ALIKE && other <= best.maxVal - ALONE
                ? Optional.of(new Point(best.maxLoc.x - SEARCH_PX, best.maxLoc.y - SEARCH_PX))
                : Optional.empty();
    }

    private Rect box(FormTemplate form) {
        int left = form.widthPx;
        int top = form.heightPx;
        int right = 0;
        int bottom = 0;
        for (Point p : corners) {
            left = Math.min(left, (int) p.x);
            top = Math.min(top, (int) p.y);
            right = Math.max(right, (int) p.x + 1);
            bottom = Math.max(bottom, (int) p.y + 1);
        }
        left = Math.max(0, left - RIM_PX);
        top = Math.max(0, top - RIM_PX);
        right = Math.min(form.widthPx, right + RIM_PX);
        bottom = Math.min(form.heightPx, bottom + RIM_PX);
        return new Rect(left, top, right - left, bottom - top);
    }

    /** {@return the scan where the fit has that part of the form, and as far around it as is searched} */
    private static Mat around(Rect box, ScanLight scan, Deformation fit) {
        int size = fit.scale() >= 4 ? 4 : fit.scale() >= 2 ? 2 : 1;
        ScanLight.Plane plane = scan.shrunk(size);
        int w = box.width + 2 * SEARCH_PX;
        int h = box.height + 2 * SEARCH_PX;
        byte[] samples = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                Point at = fit.at(box.x + x - SEARCH_PX, box.y + y - SEARCH_PX);
                int px = Math.max(0, Math.min(plane.width() - 1, (int) Math.round((at.x - (size - 1) / 2.0) / size)));
                int py = Math.max(0, Math.min(plane.height() - 1, (int) Math.round((at.y - (size - 1) / 2.0) / size)));
                samples[y * w + x] = plane.samples()[py * plane.width() + px];
            }
        }
        Mat seen = new Mat(h, w, CvType.CV_8UC1);
        seen.put(0, 0, samples);
        return seen;
    }
}
