package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.reading.InkMask;

/** Lines drawn on an empty sheet at 200 dpi; a streak leans on it as the page was turned on the scan. */
class EdgeToEdgeTest {

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    private final byte[] ink = new byte[WIDTH * HEIGHT];
    private final byte[] dark = new byte[WIDTH * HEIGHT];
    private final byte[] print = new byte[WIDTH * HEIGHT];
    private final BitSet stroke = new BitSet();

    @Test
    void takesAwayAStreakThatBeginsHalfWayDownTheSheet() {
        draw(600, 1100, HEIGHT, 1.2, 70, 0);
        assertThat(left(1.2)).isZero();
    }

    @Test
    void takesAwayAStreakThatPrintHidesHereAndThere() {
        draw(600, 900, HEIGHT, -2, 70, 0);
        for (int y = 1000; y < 1600; y++) {
            if (y % 60 < 25) {
                java.util.Arrays.fill(print, y * WIDTH, (y + 1) * WIDTH, (byte) 255);
            }
        }
        assertThat(left(-2)).isZero();
    }

    @Test
    void takesAwayAFoldThatLeansAsItLikes() {
        draw(700, 0, HEIGHT, 1.5, 60, 0);
        assertThat(left(0)).isZero();
    }

    @Test
    void takesAwayAShortStreakThatLiesInOneColumnOfTheScanner() {
        draw(600, 700, 1700, 0.8, 60, 0);
        assertThat(left(0.8)).isZero();
    }

    @Test
    void takesAwayAStreakOfWhichOnlyPartsAreInk() {
        draw(600, 700, HEIGHT, 0.8, 60, 80);
        for (int i = 0; i < dark.length - WIDTH; i++) {
            boolean column = Math.abs(i % WIDTH - 600 - i / WIDTH * Math.tan(Math.toRadians(0.8))) < 1;
            dark[i] = column && i / WIDTH >= 700 ? (byte) Math.max(dark[i], 12) : dark[i];
        }
        assertThat(left(0.8)).isZero();
    }

    @Test
    void leavesAPaleLineThatCrossesTheColumnsOfTheScanner() {
        draw(600, 700, 1700, 1.1, 60, 0);
        assertThat(left(0.8)).isPositive();
    }

    @Test
    void leavesPaleMarksThatStandBelowEachOther() {
        for (int middle = 700; middle < 1900; middle += 64) {
            for (int d = -24; d <= 24; d++) {
                dot(600 + d / 3, middle + d, 60);
                dot(600 - d / 3, middle + d, 60);
            }
        }
        assertThat(left(0)).isEqualTo(inked());
    }

    @Test
    void leavesALineThatAVoterDrewDownTheTable() {
        draw(1100, 600, 1700, 0.1, 200, 0);
        assertThat(left(0)).isPositive();
    }

    @Test
    void leavesALongPenLineThatEndsBeforeTheEdges() {
        draw(1100, 300, 2100, 0, 200, 0);
        assertThat(left(0)).isPositive();
    }

    @Test
    void takesAwayAStreakAsDarkAsInkThatLeansAsThePageWasTurned() {
        draw(600, 700, 1350, 0.8, 140, 0);
        assertThat(left(0.8)).isZero();
    }

    @Test
    void takesAwayAFoldWhoseEndLiesBesideTheStraightLineThroughTheRest() {
        draw(600, 700, HEIGHT, 0, 110, 0);
        draw(596, 300, 700, 0, 110, 0);
        assertThat(left(3)).isZero();
    }

    @Test
    void leavesADarkLineThatCrossesTheColumnsOfTheScanner() {
        draw(600, 700, 1700, 0.96, 200, 0);
        assertThat(left(0.8)).isEqualTo(inked());
    }

    @Test
    void leavesADarkLineAlongARowOfAPageThatLayOnItsSide() {
        for (int x = 300; x < 720; x++) {
            dot(x, 900 - (int) Math.round(x * Math.tan(Math.toRadians(0.8))), 140);
        }
        assertThat(left(90.8)).isEqualTo(inked());
    }

    @Test
    void leavesInkBesideAStreakThatALineOfAnotherLeanWouldTakeForIt() {
        draw(600, 0, HEIGHT, 0, 110, 0);
        for (int y = 100; y < 300; y += 4) {
            dot(612, y, 120);
        }
        assertThat(left(0)).isEqualTo(100);
    }

    @Test
    void leavesALineThatLeansOtherwiseThanThePageWasTurned() {
        draw(600, 1100, HEIGHT, 3, 70, 0);
        assertThat(left(0)).isPositive();
    }

    @Test
    void leavesARowOfStrokesThatRunsToTheFootOfTheSheet() {
        draw(600, 1100, HEIGHT, 0, 150, 30);
        assertThat(left(0)).isPositive();
    }

    @Test
    void leavesAStrokeThatCrossesAStreakWhole() {
        draw(600, 0, HEIGHT, 0.8, 110, 0);
        stroke(560, 1000, 680, 1060, 110);
        assertThat(missing(0.8)).hasSizeLessThan(5);
        assertThat(more()).hasSizeLessThan(40);
    }

    @Test
    void leavesTheSidesOfAStrokeThatRunsAlongAStreak() {
        draw(600, 0, HEIGHT, 0.8, 110, 0);
        stroke(618, 1000, 609, 1100, 110);
        stroke(618, 1000, 580, 1030, 110);
        assertThat(missing(0.8)).as("but for its own two columns").hasSizeLessThan(130);
        assertThat(more()).hasSizeLessThan(60);
    }

    @Test
    void leavesAPaleStrokeWholeWhereAStreakIsPaler() {
        draw(600, 0, 1000, 0.8, 60, 0);
        draw(600, 1000, HEIGHT, 0.8, 160, 0);
        stroke(610, 900, 630, 950, 110);
        stroke(610, 900, 640, 900, 110);
        assertThat(missing(0.8)).isEmpty();
    }

    @Test
    void leavesAStrokeWholeThatCrossesALevelFold() {
        for (int x = 0; x < WIDTH - 1; x++) {
            dot(x, 1000, 110);
            dot(x, 1001, 110);
        }
        stroke(700, 950, 740, 1050, 110);
        assertThat(missing(0)).isEmpty();
    }

    @Test
    void givesNothingBackOfAStreakWhereNoStrokeTouchesIt() {
        draw(600, 0, HEIGHT, 0.8, 110, 0);
        for (int y = 900; y < 920; y++) {
            dot(600 + (int) Math.round(y * Math.tan(Math.toRadians(0.8))), y, 150);
        }
        stroke(640, 900, 680, 900, 110);
        assertThat(missing(0.8)).isEmpty();
        assertThat(more()).isEmpty();
    }

    @Test
    void givesNothingBackOfADarkerBitOfAStreakBesideTheStrokeThatCrossesIt() {
        draw(600, 0, HEIGHT, 0.8, 110, 0);
        for (int y = 980; y < 1080; y++) {
            dot(600 + (int) Math.round(y * Math.tan(Math.toRadians(0.8))), y, 130);
        }
        stroke(560, 1000, 680, 1060, 110);
        assertThat(missing(0.8)).hasSizeLessThan(5);
        assertThat(more()).hasSizeLessThan(40);
    }

    @Test
    void givesNothingBackUnderPrint() {
        draw(600, 0, HEIGHT, 0, 110, 0);
        for (int i = 1004 * WIDTH; i < 1008 * WIDTH; i++) {
            print[i] = (byte) 255;
            dark[i] = (byte) 110;
            ink[i] = (byte) (Math.abs(i % WIDTH - 600) < 3 ? 2 : 0);
        }
        stroke(560, 1000, 640, 1000, 110);
        assertThat(missing(0)).isEmpty();
        assertThat(more()).noneMatch(i -> print[i] != 0);
    }

    @Test
    void joinsNoStrokesOverABroadFold() {
        for (int x = 600; x < 624; x += 2) {
            draw(x, 0, HEIGHT, 0, 110, 0);
        }
        stroke(560, 1000, 596, 1000, 110);
        stroke(624, 1000, 660, 1000, 110);
        missing(0);
        assertThat(more()).isEmpty();
    }

    @Test
    void joinsNoStrokesThatLieOnBothSidesOfAStreakApartFromIt() {
        draw(600, 0, HEIGHT, 0.8, 110, 0);
        stroke(560, 1000, 608, 1000, 110);
        stroke(620, 1000, 660, 1000, 110);
        assertThat(missing(0.8)).isEmpty();
        assertThat(more()).isEmpty();
    }

    @Test
    void givesNothingBackAtTheEdgeOfTheSheet() {
        draw(20, 0, HEIGHT, 0, 110, 0);
        stroke(4, 1000, 38, 1000, 110);
        assertThat(missing(0)).isNotEmpty();
    }

    @Test
    void holdsADarkHairOfAStreakAndNothingThatIsWiderOrFartherOrBeyondItsEnd() {
        draw(600, 1100, HEIGHT, 0, 70, 0);
        EdgeToEdge.Line streak = lines(0).get(0);

        assertThat(streak.holds(bar(603, 1300, 2, 20))).isTrue();
        assertThat(streak.holds(bar(603, 1300, 4, 20))).isFalse();
        assertThat(streak.holds(bar(612, 1300, 2, 20))).isFalse();
        assertThat(streak.holds(bar(603, 1000, 2, 40))).isTrue();
        assertThat(streak.holds(bar(603, 950, 2, 20))).isFalse();
        assertThat(streak.holds(bar(595, 1300, 12, 2))).isFalse();
    }

    @Test
    void holdsNothingAlongALevelFold() {
        for (int x = 0; x < WIDTH; x++) {
            dot(x < WIDTH - 1 ? x : x - 1, 900, 60);
        }
        EdgeToEdge.Line fold = lines(0).get(0);

        assertThat(fold.covers(700, 900)).isTrue();
        assertThat(fold.holds(bar(700, 902, 300, 2))).isFalse();
    }

    private static InkMask bar(int x, int y, int wide, int high) {
        boolean[] all = new boolean[wide * high];
        java.util.Arrays.fill(all, true);
        return new InkMask(x, y, wide, high, all, FormTemplate.PIXELS_PER_MM);
    }

    /** @param gapPx bare paper after every stroke of 40 pixels */
    private void draw(int x, int from, int to, double leanDegrees, int darkness, int gapPx) {
        for (int y = from; y < to; y++) {
            if ((y - from) % (40 + gapPx) >= 40) {
                continue;
            }
            dot(x + (int) Math.round(y * Math.tan(Math.toRadians(leanDegrees))), y, darkness);
        }
    }

    private void dot(int x, int y, int darkness) {
        for (int i = y * WIDTH + x; i < y * WIDTH + x + 2; i++) {
            ink[i] = 1;
            dark[i] = (byte) darkness;
        }
    }

    /** Four pixels wide, as a pen of half a millimetre draws it. */
    private void stroke(int fromX, int fromY, int toX, int toY, int darkness) {
        int steps = 2 * Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        for (int n = 0; n <= steps; n++) {
            int x = fromX + (toX - fromX) * n / steps;
            int y = fromY + (toY - fromY) * n / steps;
            for (int i = 0; i < 16; i++) {
                int at = (y + i / 4) * WIDTH + x + i % 4;
                ink[at] = 1;
                dark[at] = (byte) Math.max(dark[at] & 0xff, darkness);
                stroke.set(at);
            }
        }
    }

    /** {@return the pixels of strokes that are gone} */
    private List<Integer> missing(double turnDegrees) {
        lines(turnDegrees);
        return stroke.stream().filter(i -> ink[i] == 0).boxed().toList();
    }

    /** {@return the pixels of ink that are left and of no stroke} */
    private List<Integer> more() {
        return IntStream.range(0, ink.length)
                .filter(i -> ink[i] != 0 && !stroke.get(i))
                .boxed()
                .toList();
    }

    private int inked() {
        int n = 0;
        for (byte b : dark) {
            n += b != 0 ? 1 : 0;
        }
        return n;
    }

    private List<EdgeToEdge.Line> lines(double turnDegrees) {
        double cos = Math.cos(Math.toRadians(turnDegrees));
        double sin = Math.sin(Math.toRadians(turnDegrees));
        Deformation page = Deformation.flat(WIDTH, HEIGHT, cos, -sin, 0, sin, cos, 0, 0, 0, 1);
        return new EdgeToEdge(WIDTH, HEIGHT, print, 16, page).wipe(ink, dark);
    }

    private int left(double turnDegrees) {
        lines(turnDegrees);
        int n = 0;
        for (byte b : ink) {
            n += b;
        }
        return n;
    }
}
