package vn.kiemphieu.vision;

import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The noise of a sensor. One tile is drawn once and laid at another place each time: drawing it anew would cost half the budget of a page. */
final class ScanNoise {

    private static final int TILE = 768;

    /** Standard deviation of the tile, in grey levels around 128. */
    private static final double SPREAD = 24;

    private final Mat colour;
    private final Mat grey;
    private final Mat specks;

    ScanNoise() {
        Random random = new Random(20230720);
        byte[] samples = new byte[TILE * TILE * 3];
        for (int i = 0; i < samples.length; i += 3) {
            // A sensor's channels share most of their noise.
            double common = random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                double v = 128 + SPREAD * (0.8 * common + 0.6 * random.nextGaussian());
                samples[i + c] = (byte) Math.max(0, Math.min(255, Math.round(v)));
            }
        }
        colour = new Mat(TILE, TILE, CvType.CV_8UC3);
        colour.put(0, 0, samples);
        grey = new Mat();
        Core.extractChannel(colour, grey, 1);
        Mat soft = new Mat();
        Imgproc.GaussianBlur(grey, soft, new Size(5, 5), 1);
        specks = new Mat();
        Imgproc.threshold(soft, specks, 146, 150, Imgproc.THRESH_BINARY);
        OpenCv.release(soft);
    }

    /** Adds noise of that standard deviation. */
    void add(Mat page, double deviation, long seed) {
        Mat tile = page.channels() == 3 ? colour : grey;
        double k = deviation / SPREAD;
        overTiles(page, tile, seed, (part, noise) -> Core.addWeighted(part, 1, noise, k, -128 * k, part));
    }

    /** Leaves toner away in specks. */
    void speckle(Mat plane, double strength, long seed) {
        overTiles(plane, specks, seed + 1, (part, noise) -> {
            Mat weak = new Mat();
            noise.convertTo(weak, -1, Math.min(1, 3 * strength));
            Core.max(part, weak, part);
            OpenCv.release(weak);
        });
    }

    private static void overTiles(Mat page, Mat tile, long seed, Laying laying) {
        Random random = new Random(seed);
        int cut = TILE - 64;
        for (int y = 0; y < page.rows(); y += cut) {
            for (int x = 0; x < page.cols(); x += cut) {
                int w = Math.min(cut, page.cols() - x);
                int h = Math.min(cut, page.rows() - y);
                Mat part = page.submat(new Rect(x, y, w, h));
                Mat noise = tile.submat(new Rect(random.nextInt(64), random.nextInt(64), w, h));
                laying.lay(part, noise);
                OpenCv.release(part);
                OpenCv.release(noise);
            }
        }
    }

    private interface Laying {
        void lay(Mat part, Mat noise);
    }
}
