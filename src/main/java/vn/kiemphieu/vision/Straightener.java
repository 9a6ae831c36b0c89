package vn.kiemphieu.vision;

import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.RuledLine.Direction;

/**
 * Turns a page so that its ruled lines stand level and upright: first by the angle at which rows and columns of pixels
 * tell light from dark best, then by the lines themselves, whose two directions may be off by different amounts.
 */
final class Straightener {

    /** A sheet laid askew on the glass; beyond this it is no scan but a photo. */
    private static final double WIDEST_DEGREES = 12;

    private static final double COARSE_DEGREES = 0.5;
    private static final double FINE_DEGREES = 0.05;

    /** Enough to tell lines from gaps, few enough to try a hundred angles in half a second. */
    private static final double SEARCH_PIXELS_PER_MM = 3;

    /** Shorter lines say little about an angle. */
    private static final double TELLING_MM = 25;

    /** A tenth of a degree: lines are found whole, and the rest is taken off by their own slopes. */
    private static final double NEARLY_STRAIGHT = 0.0018;

    private Straightener() {}

    /**
     * A page set straight.
     *
     * @param image belongs to the caller
     * @param degrees how far it stood askew, clockwise
     */
    record Straight(Mat image, double degrees) {}

    /**
     * {@return the page on a canvas of the same size}
     *
     * @param dark darkness, 0 is paper
     */
    static Straight straighten(Mat dark, double pixelsPerMm) {
        double degrees = alreadyStraight(LineFinder.find(dark, pixelsPerMm)) ? 0 : coarse(dark, pixelsPerMm);
        Mat first = degrees == 0 ? dark.clone() : warped(dark, rotation(dark, degrees));
        List<LineFinder.Found> lines = LineFinder.find(first, pixelsPerMm);
        double level = slope(lines, Direction.LEVEL);
        double upright = slope(lines, Direction.UPRIGHT);
        // A twentieth of a millimetre over the whole table: the page was straight as it came.
        if (degrees == 0 && Math.abs(level) < 2e-4 && Math.abs(upright) < 2e-4) {
            return new Straight(first, 0);
        }
        OpenCv.release(first);
        Mat matrix = shear(rotation(dark, degrees), dark, level, upright);
        Mat straight = warped(dark, matrix);
        OpenCv.release(matrix);
        return new Straight(straight, degrees + Math.toDegrees(Math.atan((level - upright) / 2)));
    }

    /** A table of several lines both ways that all but stand straight needs no search: print made by a computer. */
    private static boolean alreadyStraight(List<LineFinder.Found> lines) {
        for (Direction direction : Direction.values()) {
            List<LineFinder.Found> some = telling(lines, direction);
            if (some.size() < 3 || some.stream().anyMatch(l -> Math.abs(l.slope()) > NEARLY_STRAIGHT)) {
                return false;
            }
        }
        return true;
    }

    private static double coarse(Mat dark, double pixelsPerMm) {
        Mat small = new Mat();
        double scale = SEARCH_PIXELS_PER_MM / pixelsPerMm;
        Imgproc.resize(dark, small, new Size(), scale, scale, Imgproc.INTER_AREA);
        try {
            double best = sharpest(small, 0, WIDEST_DEGREES, COARSE_DEGREES);
            return sharpest(small, best, COARSE_DEGREES, FINE_DEGREES);
        } finally {
            OpenCv.release(small);
        }
    }

    private static double sharpest(Mat small, double middle, double reach, double step) {
        double best = middle;
        double sharpest = sharpness(small, middle);
        int steps = (int) Math.round(reach / step);
        for (int i = -steps; i <= steps; i++) {
            double degrees = middle + i * step;
            double sharpness = sharpness(small, degrees);
            if (sharpness > sharpest) {
                sharpest = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    /** Neighbouring rows, and columns, of a straight page differ most. */
    private static double sharpness(Mat small, double degrees) {
        Mat turned = degrees == 0 ? small.clone() : warped(small, rotation(small, degrees));
        double sum = steps(turned, 1) + steps(turned, 0);
        OpenCv.release(turned);
        return sum;
    }

    private static double steps(Mat image, int along) {
        Mat profile = new Mat();
        Core.reduce(image, profile, along, Core.REDUCE_SUM, CvType.CV_64F);
        double[] values = new double[(int) profile.total()];
        profile.get(0, 0, values);
        OpenCv.release(profile);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        }
        return sum;
    }

    private static double slope(List<LineFinder.Found> lines, Direction direction) {
        List<LineFinder.Found> telling = telling(lines, direction);
        return telling.isEmpty() ? 0 : telling.get(telling.size() / 2).slope();
    }

    private static List<LineFinder.Found> telling(List<LineFinder.Found> lines, Direction direction) {
        return lines.stream()
                .filter(l -> l.line().direction() == direction
                        && l.line().toMm() - l.line().fromMm() >= TELLING_MM)
                .sorted(Comparator.comparingDouble(LineFinder.Found::slope))
                .toList();
    }

    /** Turns counter-clockwise around the middle, as OpenCV has it. */
    private static Mat rotation(Mat image, double degrees) {
        return Imgproc.getRotationMatrix2D(
                new org.opencv.core.Point(image.cols() / 2.0, image.rows() / 2.0), degrees, 1);
    }

    /** Adds to a rotation what brings both directions of lines to right angles: y − level·x, x − upright·y. */
    private static Mat shear(Mat rotation, Mat image, double level, double upright) {
        double[] m = new double[6];
        rotation.get(0, 0, m);
        OpenCv.release(rotation);
        double cx = image.cols() / 2.0;
        double cy = image.rows() / 2.0;
        double[] out = new double[6];
        for (int i = 0; i < 3; i++) {
            double middleX = i == 2 ? cx : 0;
            double middleY = i == 2 ? cy : 0;
            out[i] = m[i] - upright * (m[3 + i] - middleY);
            out[3 + i] = m[3 + i] - level * (m[i] - middleX);
        }
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, out);
        return matrix;
    }

    private static Mat warped(Mat image, Mat matrix) {
        Mat out = new Mat();
        Imgproc.warpAffine(image, out, matrix, image.size(), Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(0));
        return out;
    }
}
