package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Pages at 200 dpi, of paper that is 220 bright. */
class ScanLightTest {

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void knowsThePaperOnBothSidesOfAShadowsHardEdge() {
        Mat page = page();
        Imgproc.rectangle(page, new Rect(0, 0, 800, 2339), new Scalar(140), -1);
        ScanLight light = ScanLight.of(page);
        assertThat(light.paperAt(760, 1200)).isCloseTo(140, within(4.0));
        assertThat(light.paperAt(400, 1200)).isCloseTo(140, within(4.0));
        assertThat(light.paperAt(840, 1200)).isCloseTo(220, within(4.0));
        OpenCv.release(page);
    }

    @Test
    void takesAHandwrittenLineAndACellFilledInForNoShadow() {
        Mat page = page();
        Imgproc.line(page, new Point(300, 300), new Point(900, 800), new Scalar(140), 12);
        Imgproc.rectangle(page, new Rect(500, 1500, 100, 60), new Scalar(140), -1);
        ScanLight light = ScanLight.of(page);
        assertThat(light.paperAt(600, 550)).isCloseTo(220, within(2.0));
        assertThat(light.paperAt(550, 1530)).isCloseTo(220, within(2.0));
        OpenCv.release(page);
    }

    @Test
    void takesABlackLidForNoShadow() {
        Mat page = page();
        Imgproc.rectangle(page, new Rect(0, 0, 300, 2339), new Scalar(30), -1);
        ScanLight light = ScanLight.of(page);
        assertThat(light.paperAt(290, 1200)).isGreaterThan(150);
        OpenCv.release(page);
    }

    private static Mat page() {
        return new Mat(2339, 1654, CvType.CV_8UC1, new Scalar(220));
    }
}
