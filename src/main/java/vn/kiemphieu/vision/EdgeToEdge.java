package vn.kiemphieu.vision;

/**
 * Straight lines that run across the whole sheet: a fold, a streak of the scanner's glass. No pen does that. They are
 * found by voting for lines (R. Duda, P. Hart, "Use of the Hough transformation", CACM 15(1), 1972) among nearly level
 * and nearly upright ones.
 */
final class EdgeToEdge {

    /** Streaks are straight on the glass and so lean on a page that was fed askew: 5 degrees, in pixels over the sheet. */
    private static final int TILT_PX = 200;

    private static final int TILT_STEP = 5;

    /** The line must show along this much of the sheet; print and handwriting hide the rest. */
    private static final double SHOWN = 0.55;

    /** …and in nearly every eighth of it, an outermost one included: a pen line ends before the edge. */
    private static final int PARTS = 8;

    /** Of the sheet's length, to be looked at more closely. */
    private static final double CANDIDATE = 0.2;

    private static final double SHOWN_IN_PART = 0.35;

    /** Half the width that is wiped: a fold's shadow is up to 0.7 mm wide. */
    private static final int HALF_PX = 3;

    private static final int MOST_DRIFT_PX = 9;

    private final int width;
    private final int height;

    private final byte[] print;
    private final int weak;

    /**
     * @param print not 0 where the form prints: the line cannot be seen there
     * @param weak a line is followed where it is as dark as this, 0..255: paler than any single piece of ink
     */
    EdgeToEdge(int width, int height, byte[] print, int weak) {
        this.width = width;
        this.height = height;
        this.print = print;
        this.weak = weak;
    }

    /** Takes the lines out of the ink; a darker stroke that crosses one stays. */
    void wipe(byte[] ink, byte[] dark) {
        wipe(ink, dark, true);
        wipe(ink, dark, false);
    }

    private void wipe(byte[] ink, byte[] dark, boolean level) {
        int along = level ? width : height;
        int across = level ? height : width;
        int[] points = points(ink, level);
        for (int tilt = -TILT_PX; tilt <= TILT_PX; tilt += TILT_STEP) {
            int[] votes = new int[across + 2 * TILT_PX + 4];
            // Fixed point: a division for every point and tilt would cost more than all else here.
            int lean = (tilt << 14) / along;
            for (int k = 0; k < points.length; k += 2) {
                votes[points[k + 1] - (lean * points[k] >> 14) + TILT_PX + 1]++;
            }
            for (int at = 1; at < votes.length - 1; at++) {
                if (votes[at - 1] + votes[at] + votes[at + 1] > CANDIDATE * along) {
                    wipeIfWhole(ink, dark, level, at - TILT_PX - 1, tilt, along, across);
                }
            }
        }
    }

    private int[] points(byte[] ink, boolean level) {
        int[] points = new int[1 << 16];
        int n = 0;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] != 0) {
                if (n == points.length) {
                    points = java.util.Arrays.copyOf(points, 2 * n);
                }
                points[n++] = level ? i % width : i / width;
                points[n++] = level ? i / width : i % width;
            }
        }
        return java.util.Arrays.copyOf(points, n);
    }

    private void wipeIfWhole(byte[] ink, byte[] dark, boolean level, int offset, int tilt, int along, int across) {
        if (!isLikely(dark, level, offset, tilt, along, across)) {
            return;
        }
        int[] shown = new int[PARTS];
        int[] visible = new int[PARTS];
        int[] line = new int[along];
        long sum = 0;
        int all = 0;
        double drift = 0;
        for (int a = 0; a < along; a++) {
            int middle = offset + tilt * a / along + (int) Math.round(drift);
            line[a] = middle;
            int i = index(level, a, middle, across);
            if (i < 0 || print[i] != 0) {
                continue;
            }
            visible[a * PARTS / along]++;
            int away = darkestNear(dark, level, a, middle, across);
            int darkness = darkness(dark, level, a, middle + away, across);
            if (darkness > weak) {
                shown[a * PARTS / along]++;
                sum += darkness;
                all++;
                // Straightening bends what was straight on the glass, by less than this.
                drift = Math.max(-MOST_DRIFT_PX, Math.min(MOST_DRIFT_PX, drift + 0.15 * away));
            }
        }
        if (isWhole(shown, visible)) {
            wipe(ink, dark, level, line, sum / (double) Math.max(1, all), across);
        }
    }

    /** A look at every sixteenth place: most candidates are a stamp or a few marks in a row. */
    private boolean isLikely(byte[] dark, boolean level, int offset, int tilt, int along, int across) {
        int shown = 0;
        int visible = 0;
        for (int a = 8; a < along; a += 16) {
            int middle = offset + tilt * a / along;
            int i = index(level, a, middle, across);
            if (i >= 0 && print[i] == 0) {
                visible++;
                int away = darkestNear(dark, level, a, middle, across);
                shown += darkness(dark, level, a, middle + away, across) > weak ? 1 : 0;
            }
        }
        return shown > 0.6 * SHOWN * visible;
    }

    private static boolean isWhole(int[] shown, int[] visible) {
        int parts = 0;
        int ends = 0;
        double of = 0;
        double together = 0;
        for (int p = 0; p < PARTS; p++) {
            boolean seen = shown[p] > SHOWN_IN_PART * visible[p];
            parts += seen ? 1 : 0;
            ends += seen && (p == 0 || p == PARTS - 1) ? 1 : 0;
            together += shown[p];
            of += visible[p];
        }
        return together > SHOWN * of && (parts == PARTS || parts >= PARTS - 2 && ends > 0);
    }

    private void wipe(byte[] ink, byte[] dark, boolean level, int[] line, double usual, int across) {
        for (int a = 0; a < line.length; a++) {
            for (int d = -HALF_PX; d <= HALF_PX; d++) {
                int i = index(level, a, line[a] + d, across);
                // Ink twice as dark as the line is not the line's.
                if (i >= 0 && (dark[i] & 0xff) < Math.max(usual * 1.6, usual + 40)) {
                    ink[i] = 0;
                }
            }
        }
    }

    private int darkestNear(byte[] dark, boolean level, int a, int c, int across) {
        int best = 0;
        int most = -1;
        for (int d : new int[] {0, -1, 1, -2, 2, -3, 3}) {
            int darkness = darkness(dark, level, a, c + d, across);
            if (darkness > most) {
                most = darkness;
                best = d;
            }
        }
        return best;
    }

    /** The mean of two pixels along the line: grain weighs half. */
    private int darkness(byte[] dark, boolean level, int a, int c, int across) {
        int i = index(level, a, c, across);
        int k = index(level, Math.max(0, a - 1), c, across);
        return i < 0 ? 0 : ((dark[i] & 0xff) + (dark[k] & 0xff)) / 2;
    }

    private int index(boolean level, int a, int c, int across) {
        if (c < 0 || c >= across) {
            return -1;
        }
        return level ? c * width + a : a * width + c;
    }
}
