package vn.kiemphieu.vision;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;

/** A page as it came, small enough to look at: for pages that could not be laid over the form. */
public final class PagePreview {

    private PagePreview() {}

    /** {@return the page as a colour PNG of at most that width} */
    public static byte[] png(Picture picture, int widthPx) throws UndecodablePicture {
        OpenCv.load();
        Mat page = PictureDecoder.colour(picture);
        Mat small = new Mat();
        MatOfByte png = new MatOfByte();
        try {
            double scale = Math.min(1, (double) widthPx / page.cols());
            Imgproc.resize(page, small, new Size(), scale, scale, Imgproc.INTER_AREA);
            Imgcodecs.imencode(".png", small, png);
            return png.toArray();
        } finally {
            OpenCv.release(page);
            OpenCv.release(small);
            OpenCv.release(png);
        }
    }
}
