package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * A nearly level or nearly upright straight line over the whole sheet, as pixels of ink vote for it (R. Duda, P. Hart, "Use of
 * the Hough transformation", CACM 15(1), 1972).
 *
 * @param level whether it runs from left to right; otherwise down
 * @param width of the sheet, in pixels
 * @param height of the sheet, in pixels
 * @param offset where it begins across the sheet, in pixels
 * @param tilt by how much it moves across over the sheet, in pixels
 * @param votes about how many pixels of ink lie on it
 */
record StraightLine(boolean level, int width, int height, int offset, int tilt, int votes) {

    /** Streaks are straight on the glass and so lean on a page that was fed askew: 5 degrees, in pixels over the sheet. */
    private static final int TILT_PX = 200;

    /** In pixels over the sheet: a line between two of these strays from the nearer by 2.5 over its length, and is counted 3 wide. */
    private static final int TILT_STEP = 5;

    /** With ink on this share of its length a line is looked at more closely. */
    static final double CANDIDATE = 0.2;

    /** Streaks come and go with the speck that draws them; with this share of their line's length they can be voted for. */
    static final double STREAK_CANDIDATE = 0.1;

    private static final int EVERY = 4;

    /**
     * {@return the lines that enough ink lies on, the one with the most first}
     *
     * @param ink not 0 where there is ink, row by row
     * @param alongFeed whether a line of that slope, pixels across for each along, may be a streak, which needs fewer votes
     */
    static List<StraightLine> in(byte[] ink, int width, int height, boolean level, DoublePredicate alongFeed) {
        int along = level ? width : height;
        int across = level ? height : width;
        int[] points = points(ink, width, level);
        int[] votes = new int[across + 2 * TILT_PX + 4];
        List<StraightLine> lines = new ArrayList<>();
        for (int tilt = -TILT_PX; tilt <= TILT_PX; tilt += TILT_STEP) {
            Arrays.fill(votes, 0);
            // Fixed point: a division for every point and tilt would cost more than all else here.
            int lean = (tilt << 14) / along;
            for (int k = 0; k < points.length; k += 2) {
                votes[points[k + 1] - (lean * points[k] >> 14) + TILT_PX + 1]++;
            }
            double needed = alongFeed.test(tilt / (double) along) ? STREAK_CANDIDATE : CANDIDATE;
            for (int at = 1; at < votes.length - 1; at++) {
                int here = 2 * (votes[at - 1] + votes[at] + votes[at + 1]);
                boolean peak = votes[at] >= votes[at - 1] && votes[at] > votes[at + 1];
                if (here > CANDIDATE * along || peak && here > needed * along) {
                    lines.add(new StraightLine(level, width, height, at - TILT_PX - 1, tilt, here));
                }
            }
        }
        lines.sort(Comparator.comparingInt(StraightLine::votes).reversed());
        return lines;
    }

    /** Every other place along the line: as many votes as are needed to see one. */
    private static int[] points(byte[] ink, int width, boolean level) {
        int[] points = new int[1 << 16];
        int n = 0;
        for (int i = SparsePixels.next(ink, 0); i < ink.length; i = SparsePixels.next(ink, i + 1)) {
            int x = i % width;
            int y = i / width;
            if (((level ? x : y) & 1) == 0) {
                if (n == points.length) {
                    points = Arrays.copyOf(points, 2 * n);
                }
                points[n++] = level ? x : y;
                points[n++] = level ? y : x;
            }
        }
        return Arrays.copyOf(points, n);
    }

    /** {@return how many pixels it is long} */
    int along() {
        return level ? width : height;
    }

    /** {@return how many pixels the sheet is wide across it} */
    int across() {
        return level ? height : width;
    }

    double slope() {
        return tilt / (double) along();
    }

    /** {@return where it runs across the sheet; that may lie off it} */
    int middle(int along) {
        return offset + tilt * along / along();
    }

    /** {@return the pixel at that place along it and across, -1 off the sheet} */
    int pixel(int along, int across) {
        if (across < 0 || across >= across()) {
            return -1;
        }
        return level ? across * width + along : along * width + across;
    }

    /** {@return about how many pixels of ink lie on it, by what {@link #inked} found} */
    static int pixels(int[] inked) {
        return EVERY * inked.length / 2;
    }

    /** {@return the places of ink on it, 3 pixels wide, as pixels along and across in turn; one place in {@link #EVERY} along it is looked at} */
    int[] inked(byte[] ink) {
        int[] places = new int[64];
        int n = 0;
        for (int a = 0; a < along(); a += EVERY) {
            int middle = middle(a);
            for (int c = middle - 1; c <= middle + 1; c++) {
                int i = pixel(a, c);
                if (i >= 0 && ink[i] != 0) {
                    if (n == places.length) {
                        places = Arrays.copyOf(places, 2 * n);
                    }
                    places[n++] = a;
                    places[n++] = c;
                }
            }
        }
        return Arrays.copyOf(places, n);
    }
}
