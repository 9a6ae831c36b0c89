package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static final int WIDTH = 331;
    private static final int HEIGHT = 203;
    private static final int WEAK = 100;
    private static final int REACH = 3;

    private final byte[] dark = new byte[WIDTH * HEIGHT];
    private final byte[] print = new byte[WIDTH * HEIGHT];

    /** Noise of which about half the places show something, and print over a tenth of them. */
    @Test
    void countsForEveryLineWhatALookAtEachOfItsPlacesCounts() {
        Random random = new Random(20261128);
        random.nextBytes(dark);
        for (int i = 0; i < print.length; i++) {
            dark[i] = (byte) ((dark[i] & 0xff) * 3 / 5);
            print[i] = (byte) (random.nextInt(10) == 0 ? 255 : 0);
        }
        for (boolean level : new boolean[] {true, false}) {
            Glance glance = new Glance(dark, print, WIDTH, HEIGHT, level, WEAK, REACH);
            for (int offset = -60; offset < (level ? HEIGHT : WIDTH) + 60; offset++) {
                StraightLine line = new StraightLine(level, WIDTH, HEIGHT, offset, offset % 90 - 40, 0);
                double share = share(line);
                assertThat(glance.shows(line, Math.max(0, share - 1e-9)))
                        .as(line.toString())
                        .isEqualTo(share > 0);
                assertThat(glance.shows(line, share + 1e-9)).as(line.toString()).isFalse();
            }
        }
    }

    private double share(StraightLine line) {
        int visible = 0;
        int shown = 0;
        for (int a = 8; a < line.along(); a += 16) {
            int middle = line.middle(a);
            int i = line.pixel(a, middle);
            if (i >= 0 && print[i] == 0) {
                visible++;
                boolean shows = false;
                for (int c = middle - REACH; c <= middle + REACH; c++) {
                    int at = line.pixel(a, c);
                    shows |= at >= 0 && ((dark[at] & 0xff) + (dark[line.pixel(a - 1, c)] & 0xff)) / 2 > WEAK;
                }
                shown += shows ? 1 : 0;
            }
        }
        return visible == 0 ? 0 : shown / (double) visible;
    }
}
