package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/** Upright bands on grainy paper at 200 dpi, as dark across as they are said to be. */
class ShadeTest {

    private static final int SIDE = 200;
    private static final int FAINT = 30;

    private final byte[] dark = new byte[SIDE * SIDE];
    private final byte[] ink = new byte[SIDE * SIDE];
    private final Mat print = Mat.zeros(SIDE, SIDE, CvType.CV_8U);

    static {
        OpenCv.load();
    }

    @Test
    void knowsTheShadeBesideAFold() {
        band(100, x -> 48 * Math.exp(-x * x / 450));

        assertThat(isShade()).isTrue();
    }

    @Test
    void knowsShadeNextToPrint() {
        band(100, x -> 48 * Math.exp(-x * x / 450));
        print.submat(new Rect(0, 80, SIDE, 12)).setTo(new Scalar(255));
        for (int i = 82 * SIDE; i < 90 * SIDE; i++) {
            dark[i] = (byte) 180;
            ink[i] = 0;
        }

        assertThat(isShade()).isTrue();
    }

    @Test
    void takesAPencilLineForNoneHoweverBlurredThePhotograph() {
        band(100, x -> 60 * Math.exp(-x * x / 9));

        assertThat(isShade()).isFalse();
    }

    @Test
    void takesABroadPaleMarkerForNone() {
        band(100, x -> Math.abs(x) < 12 ? 50 : 0);

        assertThat(isShade()).isFalse();
    }

    @Test
    void takesWritingThatLiesInAShadeForNone() {
        band(100, x -> 48 * Math.exp(-x * x / 450) + (Math.abs(x) < 2 ? 60 : 0));

        assertThat(isShade()).isFalse();
    }

    @Test
    void takesWritingCloseToPrintInAShadeForNone() {
        band(100, x -> 48 * Math.exp(-x * x / 450));
        print.submat(new Rect(0, 70, SIDE, 30)).setTo(new Scalar(255));
        for (int y = 84; y < 87; y++) {
            for (int x = 95; x < 105; x++) {
                dark[y * SIDE + x] = (byte) 150;
            }
        }

        assertThat(isShade()).isFalse();
    }

    @Test
    void takesDarkInkForNoneWithoutASecondLook() {
        band(100, x -> 160 * Math.exp(-x * x / 450));

        assertThat(isShade()).isFalse();
    }

    private void band(int middle, DoubleUnaryOperator darkness) {
        Random grain = new Random(7);
        for (int i = 0; i < dark.length; i++) {
            double d = darkness.applyAsDouble(i % SIDE - middle) + 4 * grain.nextGaussian();
            dark[i] = (byte) Math.max(0, Math.min(255, Math.round(d)));
            ink[i] = (byte) (d >= FAINT ? 1 : 0);
        }
    }

    private boolean isShade() {
        int[] pixels = IntStream.range(0, ink.length).filter(i -> ink[i] != 0).toArray();
        return new Shade(SIDE, SIDE, ink, dark, print).is(pixels, pixels.length);
    }
}
