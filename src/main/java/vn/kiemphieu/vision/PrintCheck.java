package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Asks whether what the form prints is seen on the page. Ink beyond the print is not its question. */
final class PrintCheck {

    private PrintCheck() {}

    /** Print darker than this on the form is ink; on the page half of the page's own print is enough. */
    private static final double PRINTED = 120;

    /** {@return the share of printed pixels with ink within one pixel on the page, 0..1} */
    static double seen(FormTemplate form, Mat dark) {
        Mat printed = new Mat();
        Imgproc.threshold(form.fine, printed, 255 - PRINTED, 255, Imgproc.THRESH_BINARY_INV);
        Scalar mean = Core.mean(dark, printed);
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3));
        Mat near = new Mat();
        Imgproc.dilate(dark, near, kernel);
        Imgproc.threshold(near, near, Math.max(40, mean.val[0] * 0.5), 255, Imgproc.THRESH_BINARY);
        int all = Core.countNonZero(printed);
        Core.bitwise_and(near, printed, near);
        int met = Core.countNonZero(near);
        OpenCv.release(printed);
        OpenCv.release(kernel);
        OpenCv.release(near);
        return all == 0 ? 0 : met / (double) all;
    }
}
