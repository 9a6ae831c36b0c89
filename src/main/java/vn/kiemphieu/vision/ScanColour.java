package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import vn.kiemphieu.intake.Picture;

/**
 * Decodes a page with as many channels as the file has. A file of three channels in which nothing is coloured stays a
 * colour scan: on it a black ring may be a copied stamp, so no red means no certain stamp, and a person looks.
 */
final class ScanColour {

    private ScanColour() {}

    /** {@return whether the file is a JPEG of three components} */
    static boolean isColourJpeg(Picture.Encoded picture) {
        return jpegComponents(picture.bytes()) == 3;
    }

    static Mat decode(Picture picture) throws UndecodablePicture {
        if (picture instanceof Picture.Raster raster && raster.channels() == 1) {
            return PictureDecoder.grey(picture);
        }
        if (picture instanceof Picture.Encoded encoded && jpegComponents(encoded.bytes()) == 1) {
            return PictureDecoder.grey(picture);
        }
        Mat colour = PictureDecoder.colour(picture);
        if (picture instanceof Picture.Encoded encoded && !isRgb(encoded.bytes()) && isGrey(colour)) {
            Mat grey = new Mat();
            Core.extractChannel(colour, grey, 0);
            OpenCv.release(colour);
            return grey;
        }
        return colour;
    }

    /** JPEG of three components, PNG of colour type 2 or 6 (ISO/IEC 15948, 11.2.1): the file itself says colour. */
    private static boolean isRgb(byte[] b) {
        boolean png = b.length > 25 && (b[0] & 0xff) == 0x89 && b[1] == 'P';
        return png ? b[25] == 2 || b[25] == 6 : jpegComponents(b) > 0;
    }

    private static boolean isGrey(Mat colour) {
        List<Mat> channels = new ArrayList<>();
        Core.split(colour, channels);
        boolean same = Core.norm(channels.get(0), channels.get(1), Core.NORM_INF) == 0
                && Core.norm(channels.get(0), channels.get(2), Core.NORM_INF) == 0;
        channels.forEach(OpenCv::release);
        return same;
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
