package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes out of a scanned blank what the scanner put in: noise, streaks, dark edges, dust. What stays would be looked for
 * on every ballot, and print that goes would be taken for writing there, so it removes only what stands alone.
 */
final class ScanCleaner {

    /** A streak runs over the whole length of the feed, from edge to edge; a wide table may come near to that. */
    private static final double STREAK_SHARE = 0.85;

    /** No printer prints nearer to the edge than this, so no line of a table ends there. */
    private static final double STREAK_ENDS_MM = 5;

    /** Dirt on the scanner's glass is a few tenths wide. A broader band is print or shadow. */
    private static final double STREAK_BROADEST_MM = 1.2;

    private static final double STREAK_GAP_MM = 2;

    /** Of 255; the darkness of one streak varies by less. */
    private static final int PLAINLY_DARKER = 60;

    private static final int INK = 60;

    private ScanCleaner() {}

    /** {@return the darkness with paper noise taken off and print brought to full black; the caller releases it} */
    static Mat levelled(Mat dark) {
        Mat histogram = new Mat();
        Mat everywhere = new Mat();
        MatOfInt channel = new MatOfInt(0);
        MatOfInt bins = new MatOfInt(256);
        MatOfFloat range = new MatOfFloat(0, 256);
        Imgproc.calcHist(List.of(dark), channel, everywhere, histogram, bins, range);
        List.of(everywhere, channel, bins, range).forEach(OpenCv::release);
        float[] counts = new float[256];
        histogram.get(0, 0, counts);
        OpenCv.release(histogram);
        // Print covers a tenth of a page at most, so nine tenths of the pixels are paper and its noise.
        double noise = quantile(counts, 0, 0.88);
        double black = quantile(counts, INK, 0.7);
        double from = noise <= 2 ? 0 : Math.min(noise + 6, 45);
        double to = Math.max(from + 60, black);
        Mat levelled = new Mat();
        dark.convertTo(levelled, CvType.CV_8U, 255 / (to - from), -from * 255 / (to - from));
        return levelled;
    }

    private static double quantile(float[] counts, int first, double share) {
        double all = 0;
        for (int i = first; i < counts.length; i++) {
            all += counts[i];
        }
        double sum = 0;
        for (int i = first; i < counts.length; i++) {
            sum += counts[i];
            if (sum >= share * all) {
                return i;
            }
        }
        return counts.length - 1;
    }

    /** Takes streaks out of the darkness in place; to be done while the page still lies as it went through the scanner. */
    static void removeStreaks(Mat dark, double pixelsPerMm) {
        removeUprightStreaks(dark, pixelsPerMm);
        Mat turned = new Mat();
        Core.transpose(dark, turned);
        removeUprightStreaks(turned, pixelsPerMm);
        Core.transpose(turned, dark);
        OpenCv.release(turned);
    }

    private static void removeUprightStreaks(Mat dark, double pixelsPerMm) {
        for (int[] streak : streaks(dark, pixelsPerMm)) {
            int left = streak[0] - 2;
            int right = streak[1] + 2;
            if (left < 0 || right >= dark.cols()) {
                continue;
            }
            Mat before = dark.col(left);
            Mat after = dark.col(right);
            Mat under = new Mat();
            // What lies under a streak shows on both sides of it, where it is a line across.
            Core.min(before, after, under);
            for (int x = left + 1; x < right; x++) {
                Mat column = dark.col(x);
                uncover(column, under);
                OpenCv.release(column);
            }
            OpenCv.release(before);
            OpenCv.release(after);
            OpenCv.release(under);
        }
    }

    /** Puts what lies under a streak in its place, save where print is plainly darker than the streak. */
    private static void uncover(Mat column, Mat under) {
        byte[] seen = new byte[column.rows()];
        byte[] below = new byte[column.rows()];
        try (Samples samples = new Samples(column)) {
            samples.mat().get(0, 0, seen);
        }
        under.get(0, 0, below);
        int[] sorted = new int[seen.length];
        for (int i = 0; i < seen.length; i++) {
            sorted[i] = seen[i] & 0xFF;
        }
        Arrays.sort(sorted);
        int streak = sorted[sorted.length / 2];
        for (int i = 0; i < seen.length; i++) {
            int most = (seen[i] & 0xFF) > streak + PLAINLY_DARKER ? seen[i] & 0xFF : below[i] & 0xFF;
            seen[i] = (byte) most;
        }
        Mat out = new Mat(column.rows(), 1, CvType.CV_8U);
        out.put(0, 0, seen);
        out.copyTo(column);
        OpenCv.release(out);
    }

    private static List<int[]> streaks(Mat dark, double pixelsPerMm) {
        Mat mask = new Mat();
        Mat gap =
                Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(1, Math.round(STREAK_GAP_MM * pixelsPerMm)));
        Imgproc.threshold(dark, mask, 24, 1, Imgproc.THRESH_BINARY);
        Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_CLOSE, gap);
        int[] perColumn = inkedRows(mask, 0, mask.rows());
        int ends = (int) Math.round(STREAK_ENDS_MM * pixelsPerMm);
        int[] atTop = inkedRows(mask, 0, ends);
        int[] atBottom = inkedRows(mask, mask.rows() - ends, mask.rows());
        OpenCv.release(mask);
        OpenCv.release(gap);
        List<int[]> streaks = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= perColumn.length; x++) {
            boolean dense = x < perColumn.length
                    && perColumn[x] >= STREAK_SHARE * dark.rows()
                    && atTop[x] > 0
                    && atBottom[x] > 0;
            if (dense && start < 0) {
                start = x;
            } else if (!dense && start >= 0) {
                if (x - start <= STREAK_BROADEST_MM * pixelsPerMm) {
                    streaks.add(new int[] {start, x - 1});
                }
                start = -1;
            }
        }
        return streaks;
    }

    private static int[] inkedRows(Mat mask, int from, int to) {
        Mat part = mask.rowRange(from, to);
        Mat sums = new Mat();
        Core.reduce(part, sums, 0, Core.REDUCE_SUM, CvType.CV_32S);
        int[] perColumn = new int[mask.cols()];
        sums.get(0, 0, perColumn);
        OpenCv.release(sums);
        OpenCv.release(part);
        return perColumn;
    }

    /** Takes dust and what hangs in from the edges out of the darkness, in place. */
    static void removeDirt(Mat dark, double pixelsPerMm) {
        new Dirt(dark, pixelsPerMm).remove();
    }
}
