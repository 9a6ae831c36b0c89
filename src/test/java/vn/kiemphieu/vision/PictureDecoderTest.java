package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;

class PictureDecoderTest {

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void turnsClockwise() throws Exception {
        Mat turned = PictureDecoder.grey(new Picture.Encoded(png(fourCorners()), 2, 2, 1, false, 0));
        assertThat(values(turned)).containsExactly(30, 10, 40, 20);
    }

    @Test
    void mirrorsBeforeItTurns() throws Exception {
        Mat turned = PictureDecoder.grey(new Picture.Encoded(png(fourCorners()), 2, 2, true, 1, false, 0));
        assertThat(values(turned)).containsExactly(40, 20, 30, 10);
    }

    @Test
    void swapsBlackAndWhite() throws Exception {
        Mat swapped = PictureDecoder.grey(new Picture.Encoded(png(fourCorners()), 2, 2, 0, true, 0));
        assertThat(values(swapped)).containsExactly(245, 235, 225, 215);
    }

    @Test
    void givesRastersInGreyAndColour() throws Exception {
        Picture raster = new Picture.Raster(new byte[] {10, 20, 30, 40}, 2, 2, 1, 0);
        assertThat(values(PictureDecoder.grey(raster))).containsExactly(10, 20, 30, 40);
        assertThat(PictureDecoder.colour(raster).channels()).isEqualTo(3);
    }

    @Test
    void decodesSmaller() throws Exception {
        byte[] jpeg = encode(".jpg", new Mat(101, 203, CvType.CV_8UC1, new Scalar(200)));
        Mat small = PictureDecoder.grey(new Picture.Encoded(jpeg, 203, 101, 0, false, 0), 4);
        assertThat(small.cols()).isBetween(50, 51);
        assertThat(small.rows()).isBetween(25, 26);
    }

    @Test
    void refusesAJpegThatEndsInGrey() {
        Mat noise = new Mat(400, 400, CvType.CV_8UC1, new Scalar(255));
        Imgproc.circle(noise, new org.opencv.core.Point(200, 200), 150, new Scalar(0), 5);
        byte[] whole = encode(".jpg", noise);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        assertThatThrownBy(() -> PictureDecoder.grey(new Picture.Encoded(cut, 400, 400, 0, false, 0)))
                .isInstanceOf(UndecodablePicture.class);
    }

    @Test
    void refusesWhatIsNoImage() {
        assertThatThrownBy(() -> PictureDecoder.grey(new Picture.Encoded(new byte[] {1, 2, 3}, 4, 4, 0, false, 0)))
                .isInstanceOf(UndecodablePicture.class);
    }

    @Test
    void tellsColourFromGreyFromBlackAndWhite() {
        Mat page = new Mat(200, 200, CvType.CV_8UC3, new Scalar(255, 255, 255));
        assertThat(Tones.of(page)).isEqualTo(Tones.BILEVEL);
        page.submat(0, 50, 0, 50).setTo(new Scalar(90, 90, 90));
        assertThat(Tones.of(page)).isEqualTo(Tones.GREY);
        page.submat(100, 110, 100, 110).setTo(new Scalar(40, 40, 220));
        assertThat(Tones.of(page)).isEqualTo(Tones.COLOUR);
    }

    private static Mat fourCorners() {
        Mat mat = new Mat(2, 2, CvType.CV_8UC1);
        mat.put(0, 0, new byte[] {10, 20, 30, 40});
        return mat;
    }

    private static byte[] png(Mat mat) {
        return encode(".png", mat);
    }

    private static byte[] encode(String ending, Mat mat) {
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(ending, mat, bytes);
        return bytes.toArray();
    }

    private static int[] values(Mat mat) {
        byte[] bytes = new byte[(int) mat.total()];
        mat.get(0, 0, bytes);
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }
}
