package vn.kiemphieu.vision;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Where paper ends and ink begins on one page, as darkness 0..255. Taken from the page itself, because scanners and pens
 * differ more than any fixed number allows.
 *
 * @param print how dark the page's own print is where it is solid
 * @param faint ink may be as light as this where it belongs to something darker
 * @param sure nothing on bare paper is as dark as this
 * @param thickenedPx by how much the page's print is wider than the form's, each side: printers bleed, 1-bit scans swell
 */
record InkLevels(double print, double faint, double sure, int thickenedPx) {

    /** Grain of office scans: 2–5; of photos up to 12. Six times that never is paper. */
    private static final double GRAINS = 5;

    private static final double LEAST_FAINT = 26;

    private static final double LEAST_SURE = 48;

    /** Half grey after straightening: in 1-bit scans all else is an edge between black and white. */
    private static final InkLevels BILEVEL = new InkLevels(255, 90, 150, 0);

    static InkLevels of(AlignedPage page) {
        Mat printed = page.template.printedMask();
        double print = quantile(page.dark, printed, 0.95);
        InkLevels levels;
        if (page.bilevel()) {
            levels = BILEVEL;
        } else {
            double grain = grain(page);
            double faint = Math.max(LEAST_FAINT, GRAINS * grain);
            levels = new InkLevels(print, faint, Math.max(LEAST_SURE, 1.6 * faint), 0);
        }
        return new InkLevels(print, levels.faint, levels.sure, thickened(page, levels.sure));
    }

    /** The spread of the bare paper, away from print: the lighter half tells it, the darker half has handwriting in it. */
    private static double grain(AlignedPage page) {
        Mat bare = page.template.bareMask();
        Mat light = new Mat();
        // Pixels that a pen may have darkened do not tell of the paper.
        Core.inRange(page.dark, new Scalar(0), new Scalar(60), light);
        Core.bitwise_and(light, bare, light);
        Core.bitwise_and(light, page.onSheet, light);
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        Core.meanStdDev(page.dark, mean, deviation, light);
        double grain = mean.toArray()[0] + deviation.toArray()[0];
        OpenCv.release(mean);
        OpenCv.release(deviation);
        OpenCv.release(light);
        return grain;
    }

    /** Rings of one pixel around the print: as long as most tiles of the page show ink in them, it is the print's. */
    private static int thickened(AlignedPage page, double sure) {
        Mat ink = new Mat();
        Imgproc.threshold(page.dark, ink, sure, 255, Imgproc.THRESH_BINARY);
        int by = 0;
        while (by < 4 && shareOfTiles(ink, page.template, by + 1) > 0.12) {
            by++;
        }
        OpenCv.release(ink);
        return by;
    }

    /** The median over tiles of 24 mm of the share of the ring that is inked. */
    private static double shareOfTiles(Mat ink, FormTemplate form, int distancePx) {
        Mat both = new Mat();
        Core.bitwise_and(ink, form.ring(distancePx), both);
        byte[] inked = FormTemplate.tiles(both);
        byte[] all = form.ringTiles(distancePx);
        OpenCv.release(both);
        double[] shares = new double[inked.length];
        int n = 0;
        for (int i = 0; i < inked.length; i++) {
            if ((all[i] & 0xff) > 6) {
                shares[n++] = (inked[i] & 0xff) / (double) (all[i] & 0xff);
            }
        }
        java.util.Arrays.sort(shares, 0, n);
        return n == 0 ? 0 : shares[n / 2];
    }

    private static double quantile(Mat image, Mat where, double share) {
        Mat histogram = new Mat();
        MatOfInt channels = new MatOfInt(0);
        MatOfInt bins = new MatOfInt(256);
        MatOfFloat range = new MatOfFloat(0, 256);
        Imgproc.calcHist(List.of(image), channels, where, histogram, bins, range);
        float[] counts = new float[256];
        histogram.get(0, 0, counts);
        for (Mat m : new Mat[] {histogram, channels, bins, range}) {
            OpenCv.release(m);
        }
        double wanted = share * Core.countNonZero(where);
        int level = 0;
        double sum = counts[0];
        while (sum < wanted && level < 255) {
            sum += counts[++level];
        }
        return level;
    }
}
