package vn.kiemphieu.vision;

import org.opencv.core.Mat;
import vn.kiemphieu.intake.Picture;

/**
 * Decodes a page with as many channels as the file has. A file of three channels in which nothing is coloured stays a
 * colour scan: on it a black ring may be a copied stamp, so no red means no certain stamp, and a person looks.
 */
final class ScanColour {

    private ScanColour() {}

    static Mat decode(Picture picture) throws UndecodablePicture {
        if (picture instanceof Picture.Raster raster && raster.channels() == 1) {
            return PictureDecoder.grey(picture);
        }
        if (picture instanceof Picture.Encoded encoded && jpegComponents(encoded.bytes()) == 1) {
            return PictureDecoder.grey(picture);
        }
        return PictureDecoder.colour(picture);
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
