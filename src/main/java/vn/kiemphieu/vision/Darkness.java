package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How much darker than the paper around it each pixel is: 0 paper, 255 no light at all. Paper colour, light gradients
 * and shadows drop out; whatever was printed or written stays.
 */
final class Darkness {

    private Darkness() {}

    /** Paper is looked for within 4 mm: a line of bold print is lower than that. */
    private static final int TILE_PX = 8;

    private static final int TILES_AROUND = 9;

    /**
     * {@return darkness of a grey or colour image of about 200 dpi; the caller releases it} Of a colour image the darkest
     * channel counts: blue ink is faint in blue light and strong in red.
     */
    static Mat of(Mat image) {
        Mat grey = image.channels() == 1 ? image : darkest(image);
        Mat paper = paper(grey);
        Mat light = new Mat();
        Core.divide(grey, paper, light, 255);
        Core.bitwise_not(light, light);
        OpenCv.release(paper);
        if (grey != image) {
            OpenCv.release(grey);
        }
        return light;
    }

    static Mat darkest(Mat colour) {
        List<Mat> channels = new ArrayList<>();
        Core.split(colour, channels);
        Mat least = channels.get(0);
        Core.min(least, channels.get(1), least);
        Core.min(least, channels.get(2), least);
        OpenCv.release(channels.get(1));
        OpenCv.release(channels.get(2));
        return least;
    }

    private static Mat paper(Mat grey) {
        Mat small = new Mat();
        Imgproc.resize(
                grey,
                small,
                new Size(Math.max(1, grey.cols() / TILE_PX), Math.max(1, grey.rows() / TILE_PX)),
                0,
                0,
                Imgproc.INTER_AREA);
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(TILES_AROUND, TILES_AROUND));
        Imgproc.dilate(small, small, kernel);
        Imgproc.blur(small, small, new Size(TILES_AROUND, TILES_AROUND));
        Core.max(small, new Scalar(1), small);
        Mat paper = new Mat();
        Imgproc.resize(small, paper, grey.size(), 0, 0, Imgproc.INTER_LINEAR);
        OpenCv.release(kernel);
        OpenCv.release(small);
        if (paper.type() != CvType.CV_8U) {
            throw new IllegalStateException("Paper light has type " + paper.type());
        }
        return paper;
    }
}
