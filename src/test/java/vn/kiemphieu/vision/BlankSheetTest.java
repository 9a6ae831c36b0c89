package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Darkness of an A4 page at 150 dpi, on which things are drawn. */
class BlankSheetTest {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final double PX_PER_MM = HEIGHT / 297.0;

    private Mat dark = new Mat();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @AfterEach
    void release() {
        OpenCv.release(dark);
    }

    @Test
    void countsNothingOnBarePaper() {
        dark = paper(WIDTH, HEIGHT);

        assertThat(BlankSheet.inkMm2(dark)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void leavesOutStreaksThatNoiseTearsApart(int widthPx) {
        dark = paper(WIDTH, HEIGHT);
        dashes(900, widthPx, 0);
        dashes(37, widthPx, 0);

        assertThat(BlankSheet.inkMm2(dark)).isLessThan(BlankSheet.MOST_MM2);
    }

    @Test
    void leavesOutAStreakOfAPageThatLayAcrossTheScanner() {
        dark = paper(HEIGHT, WIDTH);
        dashes(700, 1, 0);
        Mat upright = dark;
        dark = upright.t();
        OpenCv.release(upright);

        assertThat(BlankSheet.inkMm2(dark)).isLessThan(BlankSheet.MOST_MM2);
    }

    @Test
    void countsWhatIsWrittenBesideAStreak() {
        dark = paper(WIDTH, HEIGHT);
        dashes(600, 1, 0);
        word(580, 400);

        assertThat(BlankSheet.inkMm2(dark)).isGreaterThan(BlankSheet.MOST_MM2);
    }

    @Test
    void countsALineOfDashesThatWandersAsAHandDoes() {
        dark = paper(WIDTH, HEIGHT);
        dashes(600, 2, 9);

        assertThat(BlankSheet.inkMm2(dark)).isGreaterThan(BlankSheet.MOST_MM2);
    }

    @Test
    void countsUprightStrokesUnderOneAnother() {
        dark = paper(WIDTH, HEIGHT);
        Random random = new Random(7);
        for (int line = 0; line < 20; line++) {
            int x = 500 + (int) (4 * random.nextGaussian());
            stroke(x, 200 + 60 * line, x, 200 + 60 * line + (int) (4 * PX_PER_MM), 2);
        }

        assertThat(BlankSheet.inkMm2(dark)).isGreaterThan(BlankSheet.MOST_MM2);
    }

    @Test
    void leavesOutTheFewPiecesOfAPaleStreakThatStandUnderOneAnother() {
        dark = paper(WIDTH, HEIGHT);
        for (int y = 60; y < HEIGHT; y += 80) {
            stroke(820, y, 820, y + 6, 1);
        }

        assertThat(BlankSheet.inkMm2(dark)).isZero();
    }

    @Test
    void leavesOutTheShadowsOfTwoEdgesWithTheFoldsThatEndInThem() {
        dark = paper(WIDTH, HEIGHT);
        stroke(WIDTH - 25, 0, WIDTH - 25, HEIGHT, 50);
        stroke(0, HEIGHT - 20, WIDTH, HEIGHT - 20, 40);
        stroke(600, 0, 603, HEIGHT, 1);
        stroke(0, 800, WIDTH, 806, 1);

        assertThat(BlankSheet.inkMm2(dark)).isLessThan(BlankSheet.MOST_MM2);
    }

    @Test
    void countsWhatIsWrittenAcrossAFoldBesideTheShadowOfAnEdge() {
        dark = paper(WIDTH, HEIGHT);
        stroke(WIDTH - 25, 0, WIDTH - 25, HEIGHT, 50);
        stroke(0, 800, WIDTH, 806, 2);
        word(WIDTH - 180, 790);

        assertThat(BlankSheet.inkMm2(dark)).isGreaterThan(BlankSheet.MOST_MM2);
    }

    @Test
    void leavesOutTheSpecksOfAnEdgeButNoWordBesideIt() {
        dark = paper(WIDTH, HEIGHT);
        for (int y = 700; y < HEIGHT; y += 12) {
            stroke(WIDTH - 40 + y % 5, y, WIDTH - 38 + y % 5, y + 4, 2);
        }
        assertThat(BlankSheet.inkMm2(dark)).isZero();

        word(WIDTH - 110, 400);
        assertThat(BlankSheet.inkMm2(dark)).isGreaterThan(BlankSheet.MOST_MM2);
    }

    private static Mat paper(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC1, new Scalar(0));
    }

    /** Half of a column from top to bottom, in pieces of 1 to 5 mm, which may wander by so many pixels. */
    private void dashes(int x, int widthPx, int wanderPx) {
        Random random = new Random(5);
        int y = 0;
        while (y < dark.rows()) {
            int length = (int) ((1 + 4 * random.nextDouble()) * PX_PER_MM);
            int aside = wanderPx == 0 ? 0 : random.nextInt(2 * wanderPx + 1) - wanderPx;
            for (int k = 0; k < widthPx; k++) {
                stroke(x + aside + k, y, x + aside + k, Math.min(dark.rows() - 1, y + length), 1);
            }
            y += 2 * length;
        }
    }

    private void word(int x, int y) {
        for (int k = 0; k < 4; k++) {
            stroke(x + 16 * k, y, x + 16 * k + 8, y + 18, 2);
            stroke(x + 16 * k + 8, y + 18, x + 16 * k + 16, y, 2);
        }
    }

    private void stroke(int x1, int y1, int x2, int y2, int thick) {
        Imgproc.line(dark, new Point(x1, y1), new Point(x2, y2), new Scalar(140), thick);
    }
}
