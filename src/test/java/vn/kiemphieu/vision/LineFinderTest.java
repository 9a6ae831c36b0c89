package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import vn.kiemphieu.form.RuledLine;
import vn.kiemphieu.form.RuledLine.Direction;

/** Lines as weak scans show them, drawn at 10 pixels a millimetre. */
class LineFinderTest {

    private static final double PIXELS_PER_MM = 10;

    static {
        OpenCv.load();
    }

    private final Mat dark = new Mat(600, 1000, CvType.CV_8U, new Scalar(0));

    @AfterEach
    void release() {
        OpenCv.release(dark);
    }

    @Test
    void seesAFaintLineThatClimbsFromOneRowOfPixelsToTheNext() {
        for (int x = 100; x < 900; x++) {
            double lower = (x - 100) / 800.0;
            dark.put(300, x, (byte) (60 * (1 - lower)));
            dark.put(301, x, (byte) (60 * lower));
        }
        assertThat(level()).singleElement().satisfies(l -> {
            assertThat(l.atMm()).isCloseTo(30.1, offset(0.03));
            assertThat(l.fromMm()).isCloseTo(10, offset(0.3));
            assertThat(l.toMm()).isCloseTo(90, offset(0.3));
        });
    }

    @Test
    void joinsWhatDashesShowToBeOneLine() {
        fill(100, 300, 300, 2, 255);
        for (int x = 400; x < 470; x += 15) {
            fill(x, 300, 6, 2, 255);
        }
        fill(470, 300, 300, 2, 255);
        assertThat(level())
                .singleElement()
                .satisfies(l -> assertThat(l.lengthMm()).isCloseTo(67, offset(0.2)));
    }

    @Test
    void leavesATornLineTorn() {
        fill(100, 300, 300, 2, 255);
        fill(420, 300, 6, 2, 255);
        fill(470, 300, 300, 2, 255);
        assertThat(level()).hasSize(2);
    }

    @Test
    void isNotLengthenedByAStemThatStandsOverIt() {
        fill(500, 200, 2, 300, 255);
        letterD(500, 155);
        assertThat(lines(Direction.UPRIGHT))
                .singleElement()
                .satisfies(l -> assertThat(l.fromMm()).isCloseTo(20, offset(0.2)));
    }

    @Test
    void seesTheLineBesideAGrainyShade() {
        Random grain = new Random(1);
        for (int y = 200; y < 260; y++) {
            for (int x = 200; x < 800; x++) {
                dark.put(y, x, (byte) Math.max(0, 55 + 12 * grain.nextGaussian()));
            }
        }
        fill(200, 256, 600, 5, 110);
        assertThat(level()).singleElement().satisfies(l -> {
            assertThat(l.atMm()).isCloseTo(25.85, offset(0.1));
            assertThat(l.lengthMm()).isCloseTo(60, offset(0.5));
        });
    }

    /** A stem of 3.6 mm with a bowl at its left, as in đ. */
    private void letterD(int stem, int top) {
        fill(stem - 2, top, 5, 36, 255);
        fill(stem - 18, top + 14, 18, 4, 255);
        fill(stem - 18, top + 32, 18, 4, 255);
        fill(stem - 20, top + 14, 5, 22, 255);
    }

    private void fill(int x, int y, int width, int height, int darkness) {
        Mat part = dark.submat(new Rect(x, y, width, height));
        part.setTo(new Scalar(darkness));
        OpenCv.release(part);
    }

    private List<RuledLine> level() {
        return lines(Direction.LEVEL);
    }

    private List<RuledLine> lines(Direction direction) {
        return LineFinder.find(dark, PIXELS_PER_MM).stream()
                .map(LineFinder.Found::line)
                .filter(l -> l.direction() == direction)
                .toList();
    }
}
