package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;

/**
 * Pictures to pixels, standing as their file says and with black as 0. Every {@code Mat} that is returned belongs to
 * the caller, who releases it. A picture that comes out half grey is refused: OpenCV itself would call it decoded.
 */
public final class PictureDecoder {

    private PictureDecoder() {}

    /** {@return the page in grey, 8 bit, 0 is black} */
    public static Mat grey(Picture picture) throws UndecodablePicture {
        return grey(picture, 1);
    }

    /**
     * {@return the page in grey, at a half, a quarter or an eighth of its size} A JPEG is decoded at that size, which
     * takes a fraction of the time.
     *
     * @param reduction 1, 2, 4 or 8
     */
    public static Mat grey(Picture picture, int reduction) throws UndecodablePicture {
        return decode(picture, 1, reduction);
    }

    /** {@return the page in blue, green, red, 8 bit each; a grey page has all three alike} */
    public static Mat colour(Picture picture) throws UndecodablePicture {
        return colour(picture, 1);
    }

    /** {@return the page in blue, green, red, at a half, a quarter or an eighth of its size} */
    public static Mat colour(Picture picture, int reduction) throws UndecodablePicture {
        return decode(picture, 3, reduction);
    }

    private static Mat decode(Picture picture, int channels, int reduction) throws UndecodablePicture {
        if (reduction != 1 && reduction != 2 && reduction != 4 && reduction != 8) {
            throw new IllegalArgumentException("1, 2, 4 or 8, not " + reduction);
        }
        OpenCv.load();
        try {
            return picture instanceof Picture.Encoded encoded
                    ? encoded(encoded, channels, reduction)
                    : raster((Picture.Raster) picture, channels, reduction);
        } catch (CvException e) {
            throw new UndecodablePicture(String.valueOf(e.getMessage()));
        }
    }

    private static Mat raster(Picture.Raster raster, int channels, int reduction) {
        Mat mat =
                new Mat(raster.heightPx(), raster.widthPx(), raster.channels() == 1 ? CvType.CV_8UC1 : CvType.CV_8UC3);
        mat.put(0, 0, raster.samples());
        if (raster.channels() != channels) {
            Imgproc.cvtColor(mat, mat, channels == 1 ? Imgproc.COLOR_BGR2GRAY : Imgproc.COLOR_GRAY2BGR);
        }
        return reduced(mat, reduction);
    }

    private static Mat encoded(Picture.Encoded picture, int channels, int reduction) throws UndecodablePicture {
        boolean jpeg = isJpeg(picture.bytes());
        MatOfByte bytes = new MatOfByte(picture.bytes());
        Mat mat = Imgcodecs.imdecode(bytes, flags(channels, jpeg ? reduction : 1));
        OpenCv.release(bytes);
        try {
            check(mat, picture, jpeg ? reduction : 1);
            if (jpeg) {
                refuseGreyEnd(mat);
            }
        } catch (UndecodablePicture e) {
            OpenCv.release(mat);
            throw e;
        }
        return stood(jpeg ? mat : reduced(mat, reduction), picture);
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    private static int flags(int channels, int reduction) {
        int kind = switch (reduction) {
            case 2 -> channels == 1 ? Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2 : Imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> channels == 1 ? Imgcodecs.IMREAD_REDUCED_GRAYSCALE_4 : Imgcodecs.IMREAD_REDUCED_COLOR_4;
            case 8 -> channels == 1 ? Imgcodecs.IMREAD_REDUCED_GRAYSCALE_8 : Imgcodecs.IMREAD_REDUCED_COLOR_8;
            default -> channels == 1 ? Imgcodecs.IMREAD_GRAYSCALE : Imgcodecs.IMREAD_COLOR;
        };
        return kind | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
    }

    private static void check(Mat mat, Picture.Encoded picture, int reduction) throws UndecodablePicture {
        if (mat.empty()) {
            throw new UndecodablePicture("no image in " + picture.bytes().length + " bytes");
        }
        // A reduced JPEG has its sides rounded up or down, hence the 1.
        if (Math.abs(mat.cols() - picture.widthPx() / reduction) > 1
                || Math.abs(mat.rows() - picture.heightPx() / reduction) > 1) {
            throw new UndecodablePicture("%d x %d instead of %d x %d"
                    .formatted(mat.cols(), mat.rows(), picture.widthPx(), picture.heightPx()));
        }
    }

    /**
     * Where the data of a JPEG ends early, libjpeg warns on its own and fills the rest with 128 exactly; no scanner
     * gives a last row in which every pixel is alike and middle grey.
     */
    private static void refuseGreyEnd(Mat mat) throws UndecodablePicture {
        byte[] last = new byte[mat.cols() * mat.channels()];
        mat.get(mat.rows() - 1, 0, last);
        for (byte sample : last) {
            if ((sample & 0xFF) != 128) {
                return;
            }
        }
        throw new UndecodablePicture("the image data end early");
    }

    private static Mat reduced(Mat mat, int reduction) {
        if (reduction > 1) {
            Size size = new Size(Math.max(1, mat.cols() / reduction), Math.max(1, mat.rows() / reduction));
            Imgproc.resize(mat, mat, size, 0, 0, Imgproc.INTER_AREA);
        }
        return mat;
    }

    private static Mat stood(Mat mat, Picture.Encoded picture) {
        if (picture.inverted()) {
            Core.bitwise_not(mat, mat);
        }
        if (picture.mirrored()) {
            Core.flip(mat, mat, 1);
        }
        if (picture.quarterTurns() == 0) {
            return mat;
        }
        Mat turned = new Mat();
        Core.rotate(
                mat,
                turned,
                switch (picture.quarterTurns()) {
                    case 1 -> Core.ROTATE_90_CLOCKWISE;
                    case 2 -> Core.ROTATE_180;
                    default -> Core.ROTATE_90_COUNTERCLOCKWISE;
                });
        OpenCv.release(mat);
        return turned;
    }
}
