package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.reading.InkMask;

/** Lines drawn on an empty sheet at 200 dpi; a streak leans on it as the page was turned on the scan. */
class EdgeToEdgeTest {

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    private final byte[] ink = new byte[WIDTH * HEIGHT];
    private final byte[] dark = new byte[WIDTH * HEIGHT];
    private final byte[] print = new byte[WIDTH * HEIGHT];

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
        draw(600, 700, HEIGHT, 0, 85, 0);
        draw(596, 300, 700, 0, 85, 0);
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
    void takesAwayAShortLineThatRunsOffTheSheetOnlyIfItIsPale() {
        draw(600, 0, 500, 0, 150, 0);
        assertThat(left(0)).as("ruled with a pen").isEqualTo(inked());
        draw(600, 0, 500, 0, 70, 0);
        assertThat(left(0)).isZero();
    }

    @Test
    void leavesARowOfStrokesThatRunsToTheFootOfTheSheet() {
        draw(600, 1100, HEIGHT, 0, 150, 30);
        assertThat(left(0)).isPositive();
    }

    @Test
    void holdsADarkHairOfAStreakAndNothingThatIsWiderOrFartherOrBeyondItsEnd() {
        draw(600, 1100, HEIGHT, 0, 70, 0);
        EdgeToEdge.Line streak = lines(0).get(0);

        assertThat(streak.holds(bar(603, 1300, 2, 20))).isTrue();
        assertThat(streak.holds(bar(603, 1300, 4, 20))).isFalse();
        assertThat(streak.holds(bar(612, 1300, 2, 20))).isFalse();
        assertThat(streak.holds(bar(601, 1000, 2, 40))).isTrue();
        assertThat(streak.holds(bar(606, 1000, 2, 40)))
                .as("aside where it would go on")
                .isFalse();
        assertThat(streak.holds(bar(601, 900, 2, 20))).isFalse();
        assertThat(streak.holds(bar(601, 300, 2, 790))).as("a long line").isFalse();
        assertThat(streak.holds(bar(595, 1300, 12, 2))).isFalse();
    }

    @Test
    void holdsAHairBelowAStreaksEndAndNoLongLine() {
        draw(600, 0, 1100, 0, 70, 0);
        EdgeToEdge.Line streak = lines(0).get(0);

        assertThat(streak.holds(bar(601, 1140, 2, 40))).isTrue();
        assertThat(streak.holds(bar(601, 1140, 2, 400))).isFalse();
    }

    @Test
    void touchesInkThatItRunsThroughOrMayHaveCutAndLeadsOverItsCoreAlone() {
        draw(600, 1100, HEIGHT, 0, 70, 0);
        EdgeToEdge.Line streak = lines(0).get(0);

        assertThat(streak.touches(bar(590, 1300, 30, 2))).isTrue();
        assertThat(streak.touches(bar(605, 1300, 30, 2))).as("cut by it").isTrue();
        assertThat(streak.touches(bar(607, 1300, 30, 2))).isFalse();
        assertThat(streak.touches(bar(590, 1020, 30, 2)))
                .as("where it would go on")
                .isTrue();
        assertThat(streak.touches(bar(590, 900, 30, 2))).isFalse();
        assertThat(streak.leadsOver(602, 1300)).isTrue();
        assertThat(streak.leadsOver(604, 1300)).isFalse();
    }

    @Test
    void leavesAPaleLineAlongARowThatEndsBeforeTheSheetDoes() {
        for (int x = 520; x < 1560; x++) {
            dot(x, 900, 60);
        }
        assertThat(left(0)).isEqualTo(inked());
    }

    @Test
    void leavesALineAsDarkAsAPensFromEdgeToEdgeUnlessItIsTheEdgesShadow() {
        for (int x = 0; x < WIDTH - 1; x++) {
            dot(x, 900, 120);
        }
        assertThat(left(0)).isEqualTo(inked());
        for (int x = 0; x < WIDTH - 1; x++) {
            dot(x, 20, 120);
        }
        assertThat(left(0)).isEqualTo(inked() / 2);
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

    @Test
    void takesAwayASoftFoldsShadowAsFarAsItFadesAndLeavesDarkerInkInIt() {
        int[] shadow = {60, 60, 60, 60, 50, 45, 40, 35, 30, 25, 20, 12, 6};
        for (int x = 0; x < WIDTH; x++) {
            for (int d = 0; d < shadow.length; d++) {
                int i = (900 + d) * WIDTH + x;
                dark[i] = (byte) (x >= 800 && x < 830 ? 140 : shadow[d]);
                ink[i] = (byte) (dark[i] == 6 || dark[i] == 12 ? 0 : 1);
            }
        }
        EdgeToEdge.Line fold = lines(0).get(0);

        assertThat(ink).as("a stroke across the fold").containsOnly(0, 1);
        for (int i = 0; i < ink.length; i++) {
            int x = i % WIDTH;
            assertThat(ink[i] == 1).isEqualTo(x >= 800 && x < 830 && dark[i] != 0);
        }
        assertThat(fold.covers(700, 909)).isTrue();
        assertThat(fold.covers(700, 880)).as("no shadow on that side").isFalse();
        assertThat(fold.explains(700, 909, 60)).isTrue();
        assertThat(fold.explains(700, 909, 70))
                .as("too dark for the shadow there")
                .isFalse();
        assertThat(fold.explains(700, 880, 10)).isFalse();
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
