package vn.kiemphieu.vision;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.Survey.Depth;

/**
 * A page as reading needs it: the light of every pixel, and colour at half that size. A colour JPEG is decoded twice for
 * it, once for its light and once at half size, which together takes less time than mixing every pixel's colour once.
 *
 * @param shrunk by how much the scan was made smaller to be worked on
 */
record Scan(ScanLight light, Optional<Redness> redness, Depth depth, double shrunk) {

    /** Finer than this many times the form's working size brings nothing: 220 dpi for an A4 page. */
    private static final double FINEST = 1.1;

    /** From so many pixels for one of the form on, one in between would be passed over if they were not blurred first. */
    private static final double SPARSE = 1.25;

    /** @param usualPx the longer side of the form's page at its working size */
    static Scan of(Picture picture, int usualPx) throws UndecodablePicture {
        if (picture instanceof Picture.Encoded jpeg && ScanColour.isColourJpeg(jpeg)) {
            return ofColourJpeg(jpeg, usualPx);
        }
        Mat image = ScanColour.decode(picture);
        try {
            return of(image, usualPx);
        } finally {
            OpenCv.release(image);
        }
    }

    private static Scan ofColourJpeg(Picture.Encoded jpeg, int usualPx) throws UndecodablePicture {
        int reduction = 1;
        while (reduction < 4 && Math.max(jpeg.widthPx(), jpeg.heightPx()) / (2.0 * reduction) >= 0.98 * usualPx) {
            reduction *= 2;
        }
        Mat light = PictureDecoder.grey(jpeg, reduction);
        try {
            if (Math.max(light.cols(), light.rows()) > SPARSE * usualPx) {
                Imgproc.GaussianBlur(light, light, new Size(3, 3), 0.6);
            }
            Mat half = PictureDecoder.colour(jpeg, 2 * reduction);
            HalfColour colour = HalfColour.of(half);
            OpenCv.release(half);
            Scan scan =
                    new Scan(ScanLight.of(light, colour), Optional.of(new Redness(colour)), Depth.COLOUR, reduction);
            colour.darkest().close();
            colour.excess().close();
            return scan;
        } finally {
            OpenCv.release(light);
        }
    }

    private static Scan of(Mat image, int usualPx) {
        Depth depth = depth(image);
        Mat scan = shrunk(image, Math.max(image.cols(), image.rows()) / (double) usualPx);
        double shrunk = (double) image.cols() / scan.cols();
        try {
            if (depth != Depth.COLOUR) {
                return new Scan(ScanLight.of(scan), Optional.empty(), depth, shrunk);
            }
            Mat darkest = Darkness.darkest(scan);
            Mat half = new Mat();
            Imgproc.resize(scan, half, new Size(scan.cols() / 2, scan.rows() / 2), 0, 0, Imgproc.INTER_AREA);
            Redness redness = new Redness(HalfColour.of(half));
            ScanLight light = ScanLight.of(darkest);
            OpenCv.release(darkest);
            OpenCv.release(half);
            return new Scan(light, Optional.of(redness), depth, shrunk);
        } finally {
            OpenCv.release(scan);
        }
    }

    /** {@return the image, smaller where it is finer than needed; never larger} */
    private static Mat shrunk(Mat image, double finer) {
        Mat scan = new Mat();
        if (finer <= FINEST) {
            image.copyTo(scan);
        } else {
            double by = finer / FINEST;
            Size size = new Size(image.cols() / by, image.rows() / by);
            Imgproc.resize(image, scan, size, 0, 0, Imgproc.INTER_AREA);
        }
        return scan;
    }

    private static Depth depth(Mat image) {
        if (image.channels() != 1) {
            return Depth.COLOUR;
        }
        Mat middle = new Mat();
        Core.inRange(image, new Scalar(1), new Scalar(254), middle);
        int grey = Core.countNonZero(middle);
        OpenCv.release(middle);
        return grey == 0 ? Depth.BILEVEL : Depth.GREY;
    }
}
