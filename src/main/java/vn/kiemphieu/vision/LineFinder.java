package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.RuledLine;
import vn.kiemphieu.form.RuledLine.Direction;

/**
 * Finds straight printed lines, level and upright, to a fraction of a pixel. Wants the page straightened to about half a
 * degree: a line that climbs through the rows of pixels falls to pieces.
 */
final class LineFinder {

    /** Longer than any stroke of print that lies exactly level or upright, save in titles. */
    private static final double RUN_MM = 2.5;

    /** Gaps that a worn or bilevel scan tears into a thin line. */
    static final double GAP_MM = 2.5;

    /** Shorter pieces are print. The lowest row that an office rules is 5 mm high. */
    private static final double LEAST_MM = 4.5;

    /** Broader is no line: the widest border of a word processor measures 6 points. */
    private static final double BROADEST_MM = 2.2;

    /** Of 255. The thinnest ruled line, a quarter point at 150 dpi, is still this dark. */
    private static final double INK = 45;

    /** A thin line blurred by the scanner spreads over so much. */
    private static final double ACROSS_MM = 0.3;

    private static final double ALONG_MM = 0.3;

    /** Averaged over so much, a shade's grain of 12 levels shrinks to 2. */
    private static final double GRAIN_MM = 0.6;

    /** The position is measured on pieces this long, so that print touching the line spoils a few of them only. */
    private static final double PIECE_MM = 1.5;

    private final Mat thin;
    private final double pixelsPerMm;

    /**
     * One piece of a line.
     *
     * @param slope how far it moves aside for each step along: 0 is straight
     * @param bendMm the furthest that it departs from straight
     */
    record Found(RuledLine line, double slope, double bendMm) {}

    private LineFinder(Mat thin, double pixelsPerMm) {
        this.thin = thin;
        this.pixelsPerMm = pixelsPerMm;
    }

    /**
     * {@return all lines}
     *
     * @param dark darkness of the page, 0 paper to 255 black
     */
    static List<Found> find(Mat dark, double pixelsPerMm) {
        Mat broad = new Mat();
        Mat thin = new Mat();
        Mat turned = new Mat();
        int side = (int) Math.round(BROADEST_MM * pixelsPerMm);
        int grain = (int) Math.round(GRAIN_MM * pixelsPerMm) | 1;
        Mat square = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side));
        Mat around = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(grain, grain));
        try {
            // Shaded head cells are broad: without them the lines in them stand out again. The least of a grainy shade
            // lies
            // below it by all its grain, that of a smoothed one does not; widened, that reaches the shade's edge again.
            Imgproc.blur(dark, thin, new Size(grain, grain));
            Imgproc.morphologyEx(thin, thin, Imgproc.MORPH_OPEN, square);
            Imgproc.dilate(thin, thin, around);
            Imgproc.morphologyEx(dark, broad, Imgproc.MORPH_OPEN, square);
            Core.max(broad, thin, broad);
            Core.subtract(dark, broad, thin);
            LooseLetters.remove(thin, pixelsPerMm);
            List<Found> found = new ArrayList<>(new LineFinder(thin, pixelsPerMm).level(Direction.LEVEL));
            Core.transpose(thin, turned);
            found.addAll(new LineFinder(turned, pixelsPerMm).level(Direction.UPRIGHT));
            return found;
        } finally {
            OpenCv.release(broad);
            OpenCv.release(thin);
            OpenCv.release(turned);
            OpenCv.release(square);
            OpenCv.release(around);
        }
    }

    private List<Found> level(Direction name) {
        Mat ink = new Mat();
        Mat mask = new Mat();
        Mat run = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(px(RUN_MM), 1));
        Mat gap = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(px(GAP_MM), 1));
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        try {
            across(ink);
            Imgproc.threshold(ink, ink, INK, 255, Imgproc.THRESH_BINARY);
            Imgproc.morphologyEx(ink, mask, Imgproc.MORPH_OPEN, run);
            Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_CLOSE, gap);
            int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, centroids, 8, CvType.CV_32S);
            List<Found> found = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int[] s = new int[5];
                stats.get(i, 0, s);
                if (s[2] >= LEAST_MM * pixelsPerMm && s[3] <= BROADEST_MM * pixelsPerMm) {
                    found.add(measured(new Rect(s[0], s[1], s[2], s[3]), name));
                }
            }
            return DashedLines.joined(found, ink, pixelsPerMm);
        } finally {
            OpenCv.release(ink);
            OpenCv.release(mask);
            OpenCv.release(run);
            OpenCv.release(gap);
            OpenCv.release(labels);
            OpenCv.release(stats);
            OpenCv.release(centroids);
        }
    }

    /**
     * The darkness of a few pixels above one another added up: a line that lies between two rows of pixels, or climbs from
     * one to the next, is as dark there as elsewhere. Smoothed along by less than the gap between two letters.
     */
    private void across(Mat sum) {
        int rows = 2 * (int) Math.round(ACROSS_MM / 2 * pixelsPerMm) + 1;
        int along = Math.max(1, px(ALONG_MM));
        Imgproc.boxFilter(thin, sum, CvType.CV_32F, new Size(along, rows), new Point(-1, -1), true);
        sum.convertTo(sum, CvType.CV_8U, rows);
    }

    private int px(double mm) {
        return (int) Math.round(mm * pixelsPerMm);
    }

    private Found measured(Rect box, Direction name) {
        int top = Math.max(0, box.y - 1);
        int height = Math.min(thin.rows(), box.y + box.height + 1) - top;
        Mat part = thin.submat(new Rect(box.x, top, box.width, height));
        byte[] dark = new byte[box.width * height];
        try (Samples copy = new Samples(part)) {
            copy.mat().get(0, 0, dark);
        }
        OpenCv.release(part);
        double[] middle = new double[box.width];
        for (int x = 0; x < box.width; x++) {
            double sum = 0;
            double moment = 0;
            for (int y = 0; y < height; y++) {
                int d = dark[y * box.width + x] & 0xFF;
                sum += d;
                moment += d * (y + 0.5);
            }
            middle[x] = sum > 0 ? top + moment / sum : Double.NaN;
        }
        return fitted(box, middle, name);
    }

    /** A straight line through the medians of short pieces, then once more without the pieces that lie off it. */
    private Found fitted(Rect box, double[] middle, Direction name) {
        int piece = Math.max(1, px(PIECE_MM));
        List<double[]> points = new ArrayList<>();
        for (int from = 0; from + piece / 2 < middle.length; from += piece) {
            double[] some = Arrays.stream(middle, from, Math.min(middle.length, from + piece))
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            if (some.length > 0) {
                points.add(new double[] {from + piece / 2.0, some[some.length / 2]});
            }
        }
        double[] line = straight(points);
        double tolerance = 0.25 * pixelsPerMm;
        List<double[]> near = points.stream()
                .filter(p -> Math.abs(p[1] - line[0] - line[1] * p[0]) <= tolerance)
                .toList();
        double[] better = near.size() >= 2 ? straight(near) : line;
        double bend = near.stream()
                .mapToDouble(p -> Math.abs(p[1] - better[0] - better[1] * p[0]))
                .max()
                .orElse(0);
        double at = better[0] + better[1] * box.width / 2.0;
        return new Found(
                new RuledLine(name, at / pixelsPerMm, box.x / pixelsPerMm, (box.x + box.width) / pixelsPerMm),
                better[1],
                bend / pixelsPerMm);
    }

    /** {@return offset and slope by least squares} */
    private static double[] straight(List<double[]> points) {
        double n = points.size();
        double mx = points.stream().mapToDouble(p -> p[0]).sum() / n;
        double my = points.stream().mapToDouble(p -> p[1]).sum() / n;
        double xx = points.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
        double xy = points.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum();
        double slope = xx > 0 ? xy / xx : 0;
        return new double[] {my - slope * mx, slope};
    }
}
