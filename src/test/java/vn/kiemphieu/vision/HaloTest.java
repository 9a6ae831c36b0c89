package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Places of names of 40 by 8 mm; each name is two words of upright strokes under a level one, as a T has it. */
class HaloTest {

    private static final int WIDTH = 316;
    private static final int HEIGHT = 63;

    /** How far from print nothing is looked at, in pixels. */
    private static final int BESIDE = 3;

    static {
        OpenCv.load();
    }

    @Test
    void takesTheHaloOfABlurredTsBarForNoLine() {
        IntBinaryOperator blurred = (x, y) -> halo(x, y, 20);
        PaleCell name = shown(blurred);
        assertThat(lines(name)).isTrue();

        halo(blurred, blurred, blurred, blurred, blurred).wipe(name);
        assertThat(lines(name)).isFalse();
    }

    @Test
    void isNoLineThoughOneNameShowsNone() {
        IntBinaryOperator blurred = (x, y) -> halo(x, y, 20);
        PaleCell name = shown(blurred);

        halo((x, y) -> 0, blurred, blurred, blurred, blurred).wipe(name);
        assertThat(lines(name)).isFalse();
    }

    @Test
    void leavesALineThatRunsOutOfAWordOfABlurredPage() {
        IntBinaryOperator blurred = (x, y) -> halo(x, y, 20);
        PaleCell name = shown((x, y) -> halo(x, y, 20) + (x > 100 && x < 180 && Math.abs(y - 36) < 2 ? 20 : 0));

        halo(blurred, blurred, blurred, blurred, blurred).wipe(name);
        assertThat(lines(name)).isTrue();
    }

    @Test
    void leavesALineUnderEveryNameOfAShortForm() {
        IntBinaryOperator underlined = (x, y) -> underline(x, y, 14);
        PaleCell name = shown(underlined);

        halo(underlined, underlined, underlined, underlined).wipe(name);
        assertThat(lines(name)).isTrue();
    }

    @Test
    void leavesAPlainLineUnderEveryNameOfALongForm() {
        IntBinaryOperator underlined = (x, y) -> underline(x, y, 30);
        PaleCell name = shown(underlined);

        halo(underlined, underlined, underlined, underlined, underlined).wipe(name);
        assertThat(lines(name)).isTrue();
    }

    @Test
    void saysNothingOfANameByOthersThatAreUnderlined() {
        IntBinaryOperator sharp = (x, y) -> 0;
        IntBinaryOperator underlined = (x, y) -> underline(x, y, 11);
        PaleCell name = shown(underlined);

        halo(sharp, sharp, underlined, underlined, underlined).wipe(name);
        assertThat(lines(name)).isTrue();
    }

    /** {@return a line under both words that breaks off between them} */
    private static int underline(int x, int y, int darkness) {
        return x % 150 > 25 && x % 150 < 105 && Math.abs(y - 55) < 2 ? darkness : 0;
    }

    private static Halo halo(IntBinaryOperator... names) {
        return new Halo(
                List.of(names).stream().map(HaloTest::place).toList(),
                IntStream.rangeClosed(BESIDE + 1, BESIDE + Halo.RINGS)
                        .mapToObj(HaloTest::print)
                        .toList());
    }

    private static PaleCell shown(IntBinaryOperator dark) {
        PaleCell name = place(dark);
        name.show(4, 10);
        return name;
    }

    private static boolean lines(PaleCell name) {
        return name.pieces(2).stream().anyMatch(p -> p.widthPx() > 20);
    }

    private static boolean isLetter(int x, int y) {
        int letter = x % 150;
        return letter > 20 && letter < 110 && (y >= 20 && y < 24 || y >= 20 && y < 50 && letter % 12 < 3);
    }

    private static Mat print(int grownBy) {
        byte[] letters = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) (isLetter(i % WIDTH, i / WIDTH) ? 255 : 0);
        }
        Mat print = new Mat(HEIGHT, WIDTH, CvType.CV_8UC1);
        print.put(0, 0, letters);
        Imgproc.dilate(
                print,
                print,
                Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * grownBy + 1, 2 * grownBy + 1)));
        return print;
    }

    /** {@return half as dark with every pixel from the fourth beside a letter on} */
    private static int halo(int x, int y, int darkness) {
        for (int far = 1; far < 8; far++) {
            for (int dx = -far; dx <= far; dx++) {
                if (isLetter(x + dx, y - far)
                        || isLetter(x + dx, y + far)
                        || isLetter(x - far, y + dx)
                        || isLetter(x + far, y + dx)) {
                    return far < 4 ? 100 : darkness >> far - 4;
                }
            }
        }
        return 0;
    }

    private static PaleCell place(IntBinaryOperator dark) {
        Mat print = print(BESIDE);
        boolean[] hidden = new boolean[WIDTH * HEIGHT];
        int[] sums = new int[WIDTH * HEIGHT];
        Random grain = new Random(7);
        for (int i = 0; i < sums.length; i++) {
            hidden[i] = print.get(i / WIDTH, i % WIDTH)[0] != 0;
            sums[i] = (int) Math.max(0, 9 * (4 + dark.applyAsInt(i % WIDTH, i / WIDTH)) + 9 * grain.nextGaussian());
        }
        return new PaleCell(0, 0, WIDTH, HEIGHT, sums, hidden);
    }
}
