package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class FaintLinesTest {

    static {
        OpenCv.load();
    }

    private final Mat blank = new Mat(200, 300, CvType.CV_8UC1, new Scalar(255));
    private final Mat print = new Mat(200, 300, CvType.CV_8UC1, new Scalar(0));

    @Test
    void takesAPaleHairlineOfTheTableForPrint() {
        line(20, 100, 280, 100, 210);
        FaintLines.addTo(print, blank);
        assertThat(Core.countNonZero(print)).isBetween(250, 265);
    }

    @Test
    void takesOnlyTheRidgeOfABlurredLine() {
        line(20, 99, 280, 99, 225);
        line(20, 100, 280, 100, 170);
        line(20, 101, 280, 101, 225);
        FaintLines.addTo(print, blank);
        assertThat(Core.countNonZero(print)).isBetween(250, 265);
    }

    @Test
    void findsUprightLinesToo() {
        line(150, 10, 150, 190, 210);
        FaintLines.addTo(print, blank);
        assertThat(Core.countNonZero(print)).isBetween(175, 185);
    }

    @Test
    void leavesSmearsAndShortStrokesAlone() {
        line(40, 60, 58, 60, 200);
        line(40, 120, 280, 120, 240);
        FaintLines.addTo(print, blank);
        assertThat(Core.countNonZero(print)).isZero();
    }

    private void line(int x0, int y0, int x1, int y1, int grey) {
        Imgproc.line(blank, new Point(x0, y0), new Point(x1, y1), new Scalar(grey));
    }
}
