package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** What a page is made of. Measured on the pixels: a grey page is often stored as a colour one. */
public enum Tones {
    /** Black and white only, as a fax is. */
    BILEVEL,
    GREY,
    /** At least a little colour shows, as from a stamp or a blue pen. */
    COLOUR;

    /** Between the strongest and the weakest of blue, green and red. JPEG noise on grey stays under 15; stamp ink starts at 60. */
    private static final int COLOURED_FROM = 40;

    /** A share of the page: 3 mm² of A4, a tenth of a thin round stamp's ink. */
    private static final double COLOURED_SHARE = 1.0 / 20_000;

    /** A share of the page that may be neither black nor white, for a few stray dots. */
    private static final double GREY_SHARE = 1.0 / 1_000;

    /** {@return what the page carries} The image is blue, green, red, or grey alone. */
    public static Tones of(Mat image) {
        if (image.channels() == 3 && share(spread(image), COLOURED_FROM, 255) > COLOURED_SHARE) {
            return COLOUR;
        }
        Mat grey = new Mat();
        if (image.channels() == 3) {
            Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
        } else {
            image.copyTo(grey);
        }
        return share(grey, 1, 254) > GREY_SHARE ? GREY : BILEVEL;
    }

    /** {@return for every pixel, how far its strongest channel lies above its weakest} */
    private static Mat spread(Mat bgr) {
        List<Mat> channels = new ArrayList<>();
        Core.split(bgr, channels);
        Mat high = new Mat();
        Mat low = new Mat();
        Core.max(channels.get(0), channels.get(1), high);
        Core.max(high, channels.get(2), high);
        Core.min(channels.get(0), channels.get(1), low);
        Core.min(low, channels.get(2), low);
        Core.subtract(high, low, high);
        OpenCv.release(low);
        channels.forEach(OpenCv::release);
        return high;
    }

    private static double share(Mat values, int from, int to) {
        Mat within = new Mat();
        Core.inRange(values, new Scalar(from), new Scalar(to), within);
        double share = Core.countNonZero(within) / (double) values.total();
        OpenCv.release(within);
        OpenCv.release(values);
        return share;
    }
}
