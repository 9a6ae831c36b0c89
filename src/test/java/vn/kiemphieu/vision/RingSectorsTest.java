package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingSectorsTest {

    @Test
    void looksUpTheSectorThatTheAngleGives() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000_000; i++) {
            double dx = random.nextInt(400) / 8.0 - 25;
            double dy =
                    i % 5 == 0 ? dx * Math.tan(Math.toRadians(5 * random.nextInt(72))) : random.nextDouble() * 50 - 25;
            if (dx != 0 || dy != 0) {
                assertThat(RingSectors.of(dx, dy)).isEqualTo(RingSectors.byAngle(dx, dy));
            }
        }
    }

    @Test
    void findsTheMiddleOfASectorInThatSector() {
        for (int sector = 0; sector < RingSectors.COUNT; sector++) {
            double angle = RingSectors.middle(sector);

            assertThat(RingSectors.of(Math.cos(angle), Math.sin(angle))).isEqualTo(sector);
        }
    }

    @Test
    void asksOnlyForThePartOfARingThatCanBeSeen() {
        boolean[] threeQuarters = new boolean[RingSectors.COUNT];
        Arrays.fill(threeQuarters, 0, 54, true);

        assertThat(RingSectors.share(threeQuarters, sector -> true, 0.6)).isEqualTo(0.75);
        assertThat(RingSectors.share(threeQuarters, sector -> sector < 60, 0.6)).isEqualTo(0.9);
    }

    @Test
    void takesASmallPartOfARingForNoWhole() {
        boolean[] third = new boolean[RingSectors.COUNT];
        Arrays.fill(third, 0, 24, true);

        assertThat(RingSectors.share(third, sector -> sector < 24, 0.6)).isLessThan(0.6);
    }
}
