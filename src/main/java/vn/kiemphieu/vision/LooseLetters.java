package vn.kiemphieu.vision;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Letters that touch no ruled line, taken out before lines are looked for: the stem of a đ that happens to stand over a
 * column's line would lengthen it into the head above. What a weak scan left of a ruled line, dashes and corners, stays.
 */
final class LooseLetters {

    /** Of 255: above the blurred rim by which a letter hangs on to a line beside it, below the thinnest stroke. */
    private static final double INK = 70;

    /** Of 255: letters are printed black; grey lines of a faint scan break to pieces of 90 to 120. */
    private static final double BLACK = 130;

    /** Capitals of 16 points with a tone mark. */
    private static final double HIGHEST_MM = 7;

    /** A word of bold print that runs together in a coarse scan. */
    private static final double LONGEST_MM = 40;

    /** Both ways broader than the ragged dash of a line of 1.5 points; of letters only i, l and their like are narrower. */
    private static final double LEAST_MM = 0.9;

    /** Straight for so long, ink is more likely a line than a letter. */
    private static final double RUN_MM = 2.5;

    /** A line with letters hanging on to it, or crossed by others, is still mostly line. */
    private static final double LINE_SHARE = 0.5;

    /**
     * Ink for each mm along two sides of its box: 0.1 to 0.2 for corners and crossings of lines so thin that a scan breaks
     * them, 0.35 and more for letters of ten points, which turn back on themselves.
     */
    private static final double SPARSE_MM = 0.25;

    private LooseLetters() {}

    /** Takes them out of the darkness in place. */
    static void remove(Mat dark, double pixelsPerMm) {
        Mat ink = new Mat();
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        Imgproc.threshold(dark, ink, INK, 255, Imgproc.THRESH_BINARY);
        int count = Imgproc.connectedComponentsWithStats(ink, labels, stats, centroids, 8, CvType.CV_32S);
        int[] label = new int[(int) labels.total()];
        labels.get(0, 0, label);
        int[] straight = straight(ink, label, count, pixelsPerMm);
        boolean[] letter = letters(stats, straight, blackness(dark, label, count), pixelsPerMm);
        byte[] marked = new byte[label.length];
        for (int i = 0; i < label.length; i++) {
            marked[i] = (byte) (letter[label[i]] ? 255 : 0);
        }
        ink.put(0, 0, marked);
        // The blurred rim of a letter is lighter than its ink; it goes along.
        Mat rim = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3));
        Imgproc.dilate(ink, ink, rim);
        dark.setTo(new Scalar(0), ink);
        List.of(ink, labels, stats, centroids, rim).forEach(OpenCv::release);
    }

    private static boolean[] letters(Mat stats, int[] straight, long[] black, double pixelsPerMm) {
        boolean[] letter = new boolean[straight.length];
        for (int i = 1; i < letter.length; i++) {
            int[] s = new int[5];
            stats.get(i, 0, s);
            double shorter = Math.min(s[2], s[3]) / pixelsPerMm;
            double longer = Math.max(s[2], s[3]) / pixelsPerMm;
            double inkMm2 = s[4] / (pixelsPerMm * pixelsPerMm);
            letter[i] = shorter >= LEAST_MM
                    && shorter <= HIGHEST_MM
                    && longer <= LONGEST_MM
                    && black[i] >= BLACK * s[4]
                    && inkMm2 > SPARSE_MM * (shorter + longer)
                    && (longer <= HIGHEST_MM || straight[i] < LINE_SHARE * s[4]);
        }
        return letter;
    }

    /** {@return the darkness of each piece added up} */
    private static long[] blackness(Mat dark, int[] label, int count) {
        byte[] darkness = new byte[label.length];
        dark.get(0, 0, darkness);
        long[] black = new long[count];
        for (int i = 0; i < label.length; i++) {
            black[label[i]] += darkness[i] & 0xFF;
        }
        return black;
    }

    /** {@return how many pixels of each piece lie in a long straight run, level or upright} */
    private static int[] straight(Mat ink, int[] label, int count, double pixelsPerMm) {
        int side = (int) Math.round(RUN_MM * pixelsPerMm);
        Mat close = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3));
        Mat level = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, 1));
        Mat upright = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(1, side));
        Mat runs = new Mat();
        Mat others = new Mat();
        // A grey line is a band of specks in a bilevel scan.
        Mat whole = new Mat();
        Imgproc.morphologyEx(ink, whole, Imgproc.MORPH_CLOSE, close);
        Imgproc.morphologyEx(whole, runs, Imgproc.MORPH_OPEN, level);
        Imgproc.morphologyEx(whole, others, Imgproc.MORPH_OPEN, upright);
        Core.max(runs, others, runs);
        byte[] run = new byte[label.length];
        runs.get(0, 0, run);
        int[] straight = new int[count];
        for (int i = 0; i < label.length; i++) {
            if (run[i] != 0) {
                straight[label[i]]++;
            }
        }
        List.of(close, level, upright, whole, runs, others).forEach(OpenCv::release);
        return straight;
    }
}
