package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.reading.InkMask;
import vn.kiemphieu.reading.InkPiece;

/** A sheet of 210 by 100 mm at 200 dpi, as grainy as a photograph, with a table but for margins of 25 mm, and what lies on it. */
class CreasesTest {

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 787;
    private static final double GRAIN = 6;

    /** Two millimetres of a line, seen in the table. */
    private static final Creases.PixelBox SEEN = new Creases.PixelBox(500, 398, 516, 402);

    private final byte[] hidden = new byte[WIDTH * HEIGHT];

    /** How much darker the sheet is at a place. */
    @FunctionalInterface
    private interface Drawn {
        double at(int x, int y);
    }

    @Test
    void followsAFoldThatIsPalerThanTheGrainFromEdgeToEdge() {
        assertThat(isFold((x, y) -> near(y, wavering(x)) ? 5 : 0)).isTrue();
    }

    @Test
    void followsAFoldThatIsAShadowOnOneSideAndAGleamOnTheOther() {
        assertThat(isFold((x, y) -> near(y, wavering(x)) ? x < 700 ? 8 : -8 : 0))
                .isTrue();
    }

    @Test
    void followsAFoldWhoseGleamLiesBesideTheShadowThatWasSeen() {
        assertThat(isFold((x, y) -> near(y, 407) ? -8 : 0)).isTrue();
    }

    @Test
    void followsAFoldThatRunsIntoARuledLine() {
        for (int x = 700; x < WIDTH; x++) {
            for (int y = 380; y < 420; y++) {
                hidden[y * WIDTH + x] = 1;
            }
        }
        assertThat(isFold((x, y) -> near(y, 400) ? 8 : 0)).isTrue();
    }

    @Test
    void followsAFoldBesideWhichAStrokeLies() {
        assertThat(isFold((x, y) -> near(y, 400) ? 8 : x > 530 && x < 545 && Math.abs(y - 392) < 12 ? 150 : 0))
                .isTrue();
    }

    @Test
    void followsAFoldDownTheSheet() {
        Creases creases = creases((x, y) -> near(x, 800) ? 8 : 0);
        assertThat(creases.runThrough(new Creases.PixelBox(798, 300, 802, 316), false))
                .isTrue();
        assertThat(creases.runThrough(new Creases.PixelBox(798, 300, 802, 316), true))
                .isFalse();
    }

    @Test
    void findsNoneOnBarePaper() {
        assertThat(isFold((x, y) -> 0)).isFalse();
    }

    @Test
    void findsNoneWhereALineEndsSoonAfter() {
        assertThat(isFold((x, y) -> near(y, 400) && x > 400 && x < 700 ? 14 : 0))
                .isFalse();
    }

    @Test
    void findsNoneWhereALineStrikesOutARowAndEndsWithTheTable() {
        assertThat(isFold((x, y) -> near(y, 400) && x > 200 && x < 1454 ? 14 : 0))
                .isFalse();
    }

    @Test
    void findsNoneWhereALineRunsToOneSideOfTheTableOnly() {
        assertThat(isFold((x, y) -> near(y, 400) && x < 1454 && x > 190 ? 14 : 0))
                .isFalse();
    }

    @Test
    void findsNoneWhereLittleMoreThanHalfShowsAndOnOneSideOnly() {
        assertThat(isFold((x, y) -> near(y, 400) && x > 516 && (x + 100) % 200 < 112 ? 14 : 0))
                .isFalse();
    }

    @Test
    void findsNoneWhereAPaleLineWasDrawnInTheFold() {
        assertThat(isFold((x, y) -> near(y, 400) ? x > 490 && x < 560 ? 40 : 8 : 0))
                .isFalse();
    }

    @Test
    void findsNoneInAPatternThatIsTheSameAllOverTheSheet() {
        assertThat(isFold((x, y) -> near(y % 40, 0) ? 14 : 0)).isFalse();
    }

    @Test
    void holdsPaleFlatInkAndNoneThatIsDarkOrRedOrHighOrDust() {
        Creases creases = creases((x, y) -> near(y, 400) ? 8 : 0);

        assertThat(creases.holds(piece(16, 4, 0.2, 0))).isTrue();
        assertThat(creases.holds(piece(16, 4, 0.5, 0))).isFalse();
        assertThat(creases.holds(piece(16, 4, 0.2, 1))).isFalse();
        assertThat(creases.holds(piece(16, 12, 0.2, 0))).isFalse();
        assertThat(creases.holds(piece(4, 2, 0.2, 0))).isFalse();
    }

    private static InkPiece piece(int wide, int high, double darkness, double redness) {
        boolean[] all = new boolean[wide * high];
        java.util.Arrays.fill(all, true);
        InkMask mask = new InkMask(500, 400 - high / 2, wide, high, all, FormTemplate.PIXELS_PER_MM);
        return new InkPiece(mask, mask, 1, darkness, redness, false);
    }

    private static double wavering(int x) {
        return 400 + 4 * Math.sin(x / 130.0);
    }

    private static boolean near(double place, double middle) {
        return Math.abs(place - middle) < 2;
    }

    private boolean isFold(Drawn drawn) {
        return creases(drawn).runThrough(SEEN, true);
    }

    private Creases creases(Drawn drawn) {
        Random random = new Random(11);
        double[] grain =
                random.doubles(WIDTH * HEIGHT, -1.7 * GRAIN, 1.7 * GRAIN).toArray();
        return new Creases(
                WIDTH,
                HEIGHT,
                (x, y) -> grain[y * WIDTH + x] + drawn.at(x, y),
                () -> hidden,
                new Creases.PixelBox(200, 100, 1454, 687));
    }
}
