package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of 60 by 40 pixels, over which a ruled line of six runs, from row 17 to row 22. */
class BridgesTest {

    private static final int WIDTH = 60;

    private static final int HEIGHT = 40;

    private final byte[] ink = new byte[WIDTH * HEIGHT];
    private final byte[] over = new byte[WIDTH * HEIGHT];

    @Test
    void carriesASlantingStrokeOnAcrossALineAsWideAsItIs() {
        stroke(0, HEIGHT);
        carried();
        for (int y = 17; y < 23; y++) {
            int row = y;
            int[] inked = IntStream.range(0, WIDTH)
                    .filter(x -> ink[row * WIDTH + x] != 0)
                    .toArray();
            assertThat(inked).hasSizeBetween(4, 6).contains(y + 11, y + 12);
        }
    }

    @Test
    void leavesAStrokeThatEndsAtALineWhereItIs() {
        stroke(0, 17);
        carried();
        assertThat(ink).doesNotContain((byte) 2);
    }

    @Test
    void doesNotReachFromOneStrokeToAnotherFarOffOnTheSameLine() {
        stroke(0, 17);
        for (int y = 23; y < HEIGHT; y++) {
            ink[y * WIDTH + 4] = 1;
        }
        carried();
        assertThat(ink).doesNotContain((byte) 2);
    }

    /** Four pixels wide, one to the right for each downwards; on the line it cannot be told from it. */
    private void stroke(int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = y + 10; x < y + 14; x++) {
                ink[y * WIDTH + x] = (byte) (y < 17 || y > 22 ? 1 : 0);
            }
        }
    }

    private void carried() {
        for (int y = 17; y < 23; y++) {
            for (int x = 0; x < WIDTH; x++) {
                over[y * WIDTH + x] = 1;
            }
        }
        new Bridges(WIDTH, HEIGHT, 5, (x, y) -> true).carry(ink, over);
    }
}
