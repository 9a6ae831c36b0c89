package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;

class GridRemapTest {

    static {
        OpenCv.load();
    }

    /** Three strips and a part of one, and no whole number of nodes either way. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void leavesNoSeamBetweenStrips(int nodePx) {
        Mat picture = new Mat(231, 157, CvType.CV_8UC3);
        Core.setRNGSeed(20261129);
        Core.randu(picture, 0, 256);
        Mat drawn = new Mat(231, 157, CvType.CV_8UC3, new Scalar(7, 7, 7));
        new GridRemap(nodePx, Point::new).draw(picture, drawn);
        assertThat(Core.norm(picture, drawn, Core.NORM_INF)).isZero();
    }

    @Test
    void isWhiteWhereThePictureEnds() {
        Mat picture = new Mat(100, 100, CvType.CV_8UC1, new Scalar(40));
        Mat drawn = new Mat(100, 100, CvType.CV_8UC1, new Scalar(7));
        new GridRemap(32, (x, y) -> new Point(x + 30, y)).draw(picture, drawn);
        assertThat(drawn.get(90, 69)).containsExactly(40);
        assertThat(drawn.get(90, 70)).containsExactly(255);
    }

    @Test
    void refusesNodesThatNoStripEndsOn() {
        assertThatThrownBy(() -> new GridRemap(24, Point::new)).isInstanceOf(IllegalArgumentException.class);
    }
}
