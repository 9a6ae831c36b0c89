package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** A cell of 20 by 10 mm on paper of an office scan's grain, as dark as it is said to be. */
class PaleCellTest {

    private static final int WIDTH = 158;
    private static final int HEIGHT = 79;

    /** Rises by 40 of 255 over 10 mm: the edge of a shadow on a photograph. */
    private static final IntBinaryOperator SHADOW = (x, y) -> (int) (40 / (1 + Math.exp((60 - x - y / 2) / 12.0)));

    @Test
    void isEmptyOnBarePaper() {
        assertThat(shows((x, y) -> 0)).isFalse();
    }

    @Test
    void showsAPencilsX() {
        assertThat(shows((x, y) -> 9 * cross(x, y))).isTrue();
    }

    @Test
    void isEmptyAtTheSoftEdgeOfAShadow() {
        assertThat(shows(SHADOW)).isFalse();
    }

    @Test
    void showsAPencilsXThatIsPalerThanTheShadowWhoseEdgeItLiesOn() {
        assertThat(shows((x, y) -> SHADOW.applyAsInt(x, y) + 14 * cross(x, y))).isTrue();
    }

    @Test
    void showsALineBetweenLettersThatHideThePaperOnBothItsSides() {
        boolean[] letters = new boolean[WIDTH * HEIGHT];
        for (int i = 0; i < letters.length; i++) {
            int y = i / WIDTH;
            letters[i] = i % WIDTH % 20 < 15 && y >= 20 && y < 60 && Math.abs(y - 40) > 3;
        }
        PaleCell cell = cell((x, y) -> letters[y * WIDTH + x] ? 200 : Math.abs(y - 40) < 3 ? 14 : 0, letters);
        cell.show(4, 6);
        cell.wipeSlopes();

        assertThat(cell.pieces(2)).anyMatch(p -> p.widthPx() > WIDTH / 2);
    }

    @Test
    void isEmptyAroundAnEmblemOnTintedPaper() {
        boolean[] emblem = new boolean[WIDTH * HEIGHT];
        for (int i = 0; i < emblem.length; i++) {
            emblem[i] = Math.abs(i % WIDTH - 79) < 40 && Math.abs(i / WIDTH - 39) < 30;
        }

        PaleCell cell = cell((x, y) -> emblem[y * WIDTH + x] ? 200 : 60, emblem);
        cell.show(4, 6);

        assertThat(cell.pieces(2)).noneMatch(p -> p.heightPx() > 8);
    }

    private static boolean shows(IntBinaryOperator dark) {
        PaleCell cell = cell(dark, new boolean[WIDTH * HEIGHT]);
        cell.show(4, 6);
        cell.wipeSlopes();
        return cell.pieces(2).stream().anyMatch(p -> p.widthPx() > 8 && p.heightPx() > 8);
    }

    /** Two strokes of 0.4 mm, 5 mm long, around the middle of the shadow's edge. */
    private static int cross(int x, int y) {
        int u = x - 45;
        int v = y - 30;
        return Math.abs(u) < 20 && (Math.abs(u - v) < 3 || Math.abs(u + v) < 3) ? 1 : 0;
    }

    private static PaleCell cell(IntBinaryOperator dark, boolean[] hidden) {
        Random grain = new Random(7);
        int[] sums = new int[WIDTH * HEIGHT];
        for (int i = 0; i < sums.length; i++) {
            double sum = 9 * (4 + dark.applyAsInt(i % WIDTH, i / WIDTH)) + 9 * grain.nextGaussian();
            sums[i] = (int) Math.max(0, sum);
        }
        return new PaleCell(0, 0, WIDTH, HEIGHT, sums, hidden);
    }
}
