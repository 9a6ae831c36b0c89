package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines 0.4 mm thick, at 10 pixels a millimetre. */
class InkPieceTest {

    @Test
    void isAHairlineAlsoWhereItLeansAsTheSheetLayOnTheScanner() {
        InkPiece streak = line(0, 0, 3, 90);

        assertThat(streak.box().widthMm()).isGreaterThan(3);
        assertThat(streak.isUprightHairline()).isTrue();
        assertThat(streak.isHairline()).isTrue();
    }

    @Test
    void isAnUprightHairlineOnlyUpright() {
        InkPiece level = line(0, 0, 30, 1);

        assertThat(level.isHairline()).isTrue();
        assertThat(level.isUprightHairline()).isFalse();
    }

    @Test
    void isNoHairlineWhereItSlantsOrIsShort() {
        assertThat(line(0, 0, 7, 20).isHairline()).isFalse();
        assertThat(line(0, 0, 0, 1).isHairline()).isFalse();
    }

    private static InkPiece line(int x0, int y0, int x1, int y1) {
        int width = 10 * (x1 - x0) + 4;
        int height = 10 * (y1 - y0) + 4;
        boolean[] ink = new boolean[width * height];
        int steps = 20 * Math.max(x1 - x0, y1 - y0);
        for (int k = 0; k <= steps; k++) {
            int left = (int) Math.round(10.0 * (x1 - x0) * k / steps);
            int top = (int) Math.round(10.0 * (y1 - y0) * k / steps);
            for (int dy = 0; dy < 4; dy++) {
                for (int dx = 0; dx < 4; dx++) {
                    ink[(top + dy) * width + left + dx] = true;
                }
            }
        }
        InkMask mask = new InkMask(0, 0, width, height, ink, 10);
        return new InkPiece(mask, mask, mask.areaMm2(), 0.6, 0, false);
    }
}
