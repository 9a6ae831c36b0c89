package vn.kiemphieu.vision;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;

/** A page as it came, small enough to be shown to a person whatever its resolution. For eyes only, never for reading. */
public final class ScanView {

    /** Print and thin strokes stay clean of blocks; a page is about 250 kB. */
    private static final int QUALITY = 90;

    private ScanView() {}

    /** {@return a JPEG exactly that wide} */
    public static byte[] jpeg(Picture picture, int widthPx) throws UndecodablePicture {
        int width =
                picture instanceof Picture.Encoded encoded ? encoded.widthPx() : ((Picture.Raster) picture).widthPx();
        int reduction = 1;
        while (reduction < 8 && width / (reduction * 2) >= widthPx) {
            reduction *= 2;
        }
        Mat page = PictureDecoder.colour(picture, reduction);
        Mat small = new Mat();
        try {
            double scale = (double) widthPx / page.cols();
            Size size = new Size(widthPx, Math.max(1, Math.round(page.rows() * scale)));
            Imgproc.resize(page, small, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            return jpeg(small);
        } finally {
            OpenCv.release(page);
            OpenCv.release(small);
        }
    }

    /** {@return a JPEG of just that page} */
    static byte[] jpeg(Mat page) {
        MatOfByte bytes = new MatOfByte();
        MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
        try {
            Imgcodecs.imencode(".jpg", page, bytes, quality);
            return bytes.toArray();
        } finally {
            OpenCv.release(bytes);
            OpenCv.release(quality);
        }
    }
}
