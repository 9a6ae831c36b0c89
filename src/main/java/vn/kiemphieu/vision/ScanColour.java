package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;

/**
 * Decodes a page with as many channels as it truly has. A grey scan that was saved as colour must not pass for a colour
 * scan without a red stamp: what a colour scanner makes of grey paper is never exactly grey.
 */
final class ScanColour {

    private ScanColour() {}

    /** Channels further apart than this are no rounding of the file format. */
    private static final double APART = 12;

    /** Of all pixels: a colour scanner's noise alone gives some thousandths. */
    private static final double COLOURED_SHARE = 0.0003;

    static Mat decode(Picture picture) throws UndecodablePicture {
        if (picture instanceof Picture.Raster raster && raster.channels() == 1) {
            return PictureDecoder.grey(picture);
        }
        if (picture instanceof Picture.Encoded encoded && jpegComponents(encoded.bytes()) == 1) {
            return PictureDecoder.grey(picture);
        }
        Mat colour = PictureDecoder.colour(picture);
        if (carriesColour(colour)) {
            return colour;
        }
        Mat grey = new Mat();
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        colour.release();
        return grey;
    }

    private static boolean carriesColour(Mat image) {
        Mat small = new Mat();
        Imgproc.resize(image, small, new Size(600, 600), 0, 0, Imgproc.INTER_NEAREST);
        List<Mat> channels = new ArrayList<>();
        Core.split(small, channels);
        Mat difference = new Mat();
        Mat far = new Mat();
        Core.absdiff(channels.get(0), channels.get(2), difference);
        Core.inRange(difference, new Scalar(APART), new Scalar(255), far);
        boolean coloured = Core.countNonZero(far) > COLOURED_SHARE * far.total();
        channels.forEach(Mat::release);
        difference.release();
        far.release();
        small.release();
        return coloured;
    }

    /** Components by the frame header of a JPEG (ITU-T T.81, B.2.2), or 0 where there is none. */
    private static int jpegComponents(byte[] b) {
        if (b.length < 4 || (b[0] & 0xff) != 0xff || (b[1] & 0xff) != 0xd8) {
            return 0;
        }
        int at = 2;
        while (at + 9 < b.length && (b[at] & 0xff) == 0xff) {
            int marker = b[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return b[at + 9] & 0xff;
            }
            at += 2 + ((b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff);
        }
        return 0;
    }
}
