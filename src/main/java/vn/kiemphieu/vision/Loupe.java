package vn.kiemphieu.vision;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.reading.InkMask;

/**
 * A small mark at twice the page's resolution. The paper in the loop of a joined X two millimetres high is two grey pixels
 * wide, and its strokes have run together at any threshold; between the pixels they are still apart (cubic convolution:
 * R. Keys, "Cubic convolution interpolation for digital image processing", ASSP 29(6), 1981).
 */
final class Loupe {

    /** Loops of larger marks are wider than blur. */
    private static final double LARGEST_MM = 5;

    /** The smallest X that people draw is larger. */
    private static final double SMALLEST_MM = 0.95;

    /** Strokes are what is this much as dark as the darkest of the mark; its core is half as dark at least. */
    private static final double DARK = 0.6;

    /** Paper on every side, in pixels of the page, so that the picture goes on beyond the mark. */
    private static final int RIM_PX = 2;

    private Loupe() {}

    /**
     * The strokes of one mark.
     *
     * @param core the mark, at the page's resolution
     * @param darkest 0..255
     * @return nothing where the mark is too large or too small to need it, meets the page's edge or runs over print
     */
    static Optional<InkMask> strokes(Residue page, InkMask core, int darkest) {
        int w = core.widthPx();
        int h = core.heightPx();
        int left = core.leftPx() - RIM_PX;
        int top = core.topPx() - RIM_PX;
        int wide = w + 2 * RIM_PX;
        int high = h + 2 * RIM_PX;
        boolean onPage = left >= 0 && top >= 0 && left + wide <= page.width && top + high <= page.height;
        if (!onPage || core.extentMm() > LARGEST_MM || core.extentMm() < SMALLEST_MM) {
            return Optional.empty();
        }
        byte[] patch = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int i = (top + y) * page.width + left + x;
                if (page.ink[i] == 2) {
                    return Optional.empty();
                }
                patch[y * wide + x] = (byte) page.darkness(i);
            }
        }
        byte[] twice = twice(patch, wide, high);
        boolean[] strokes = new boolean[4 * w * h];
        for (int y = 0; y < 2 * h; y++) {
            for (int x = 0; x < 2 * w; x++) {
                int at = (y + 2 * RIM_PX) * 2 * wide + x + 2 * RIM_PX;
                strokes[y * 2 * w + x] = core.at(x / 2, y / 2) && (twice[at] & 0xff) >= DARK * darkest;
            }
        }
        InkMask fine =
                new InkMask(2 * core.leftPx(), 2 * core.topPx(), 2 * w, 2 * h, strokes, 2 * FormTemplate.PIXELS_PER_MM);
        return fine.count() == 0 ? Optional.empty() : Optional.of(fine.trimmed());
    }

    private static byte[] twice(byte[] patch, int wide, int high) {
        Mat page = new Mat(high, wide, CvType.CV_8UC1);
        page.put(0, 0, patch);
        Mat large = new Mat();
        Imgproc.resize(page, large, new Size(2.0 * wide, 2.0 * high), 0, 0, Imgproc.INTER_CUBIC);
        byte[] samples = new byte[4 * wide * high];
        large.get(0, 0, samples);
        OpenCv.release(page);
        OpenCv.release(large);
        return samples;
    }
}
