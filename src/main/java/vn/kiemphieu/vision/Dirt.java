package vn.kiemphieu.vision;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Dust on a blank, and what hangs in from its edges. Small things near print are the print's own dots and tones. */
final class Dirt {

    /** Smaller than the dot of an i or a tone mark in ten-point print. */
    private static final double DUST_MM2 = 0.15;

    /** Dots and tone marks stand nearer to their letters than this. */
    private static final double ALONE_MM = 1.5;

    /** A coarser speck: taken off only where no print is anywhere near. */
    private static final double SPECK_MM2 = 0.6;

    private static final double FAR_MM = 8;

    /** Nothing is printed nearer to the edge than this; what touches it is the lid's shadow. */
    private static final double EDGE_MM = 1.5;

    /** Dust is often fainter than print. */
    private static final int DUST = 28;

    private final Mat dark;
    private final double pixelsPerMm;
    private final int[] label;
    private final double[] areaMm2;
    private final boolean[] edge;

    Dirt(Mat dark, double pixelsPerMm) {
        this.dark = dark;
        this.pixelsPerMm = pixelsPerMm;
        this.label = new int[dark.rows() * dark.cols()];
        Mat mask = new Mat();
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        Imgproc.threshold(dark, mask, DUST, 255, Imgproc.THRESH_BINARY);
        int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, centroids, 8, CvType.CV_32S);
        labels.get(0, 0, label);
        this.areaMm2 = new double[count];
        this.edge = new boolean[count];
        int border = px(EDGE_MM);
        for (int i = 1; i < count; i++) {
            int[] s = new int[5];
            stats.get(i, 0, s);
            areaMm2[i] = s[4] / (pixelsPerMm * pixelsPerMm);
            edge[i] = s[0] < border
                    || s[1] < border
                    || s[0] + s[2] > dark.cols() - border
                    || s[1] + s[3] > dark.rows() - border;
        }
        for (Mat mat : List.of(mask, labels, stats, centroids)) {
            OpenCv.release(mat);
        }
    }

    /** Takes the dirt out of the image, in place. */
    void remove() {
        boolean[] nearPrint = near(DUST_MM2, ALONE_MM);
        boolean[] withinReach = near(SPECK_MM2, FAR_MM);
        byte[] dirt = new byte[label.length];
        for (int i = 0; i < label.length; i++) {
            int l = label[i];
            boolean dust = areaMm2[l] < DUST_MM2 && !nearPrint[l];
            boolean speck = areaMm2[l] < SPECK_MM2 && !withinReach[l];
            dirt[i] = (byte) (l > 0 && (edge[l] || dust || speck) ? 255 : 0);
        }
        Mat mask = new Mat(dark.size(), CvType.CV_8U);
        mask.put(0, 0, dirt);
        // The blurred rim of a speck is lighter than ink; it goes along.
        Mat rim = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5));
        Imgproc.dilate(mask, mask, rim);
        dark.setTo(new Scalar(0), mask);
        OpenCv.release(mask);
        OpenCv.release(rim);
    }

    private int px(double mm) {
        return (int) Math.round(mm * pixelsPerMm);
    }

    /** {@return which pieces lie near to one that is too large for dirt} */
    private boolean[] near(double leastMm2, double reachMm) {
        byte[] print = new byte[label.length];
        for (int i = 0; i < label.length; i++) {
            int l = label[i];
            print[i] = (byte) (l > 0 && areaMm2[l] >= leastMm2 && !edge[l] ? 255 : 0);
        }
        Mat mask = new Mat(dark.size(), CvType.CV_8U);
        mask.put(0, 0, print);
        int side = 2 * px(reachMm) + 1;
        Mat around = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side));
        Imgproc.dilate(mask, mask, around);
        mask.get(0, 0, print);
        OpenCv.release(mask);
        OpenCv.release(around);
        boolean[] near = new boolean[areaMm2.length];
        for (int i = 0; i < label.length; i++) {
            near[label[i]] |= print[i] != 0;
        }
        return near;
    }
}
