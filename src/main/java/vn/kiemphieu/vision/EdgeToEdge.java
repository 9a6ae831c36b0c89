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
    private static final double SHOWN = 0.35;

    /** …and in every eighth of it, the outermost included: a pen line ends before the edge. */
    private static final int PARTS = 8;

    private static final double SHOWN_IN_PART = 0.12;

    /** Half the width that is wiped: a fold's shadow is up to 0.7 mm wide. */
    private static final int HALF_PX = 3;

    private static final int MOST_DRIFT_PX = 9;

    private static final int NOTHING_NEAR = Integer.MIN_VALUE;

    private final int width;
    private final int height;

    EdgeToEdge(int width, int height) {
        this.width = width;
        this.height = height;
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
            int[] votes = new int[across + 2 * TILT_PX + 2];
            for (int k = 0; k < points.length; k += 2) {
                votes[points[k + 1] - tilt * points[k] / along + TILT_PX]++;
            }
            for (int at = 1; at < votes.length - 1; at++) {
                if (votes[at - 1] + votes[at] + votes[at + 1] > SHOWN * along) {
                    wipeIfWhole(ink, dark, level, at - TILT_PX, tilt, along, across);
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
        int[] shown = new int[PARTS];
        int[] line = new int[along];
        long sum = 0;
        int all = 0;
        double drift = 0;
        for (int a = 0; a < along; a++) {
            int middle = offset + tilt * a / along + (int) Math.round(drift);
            line[a] = middle;
            int away = nearest(ink, level, a, middle, across);
            if (away != NOTHING_NEAR) {
                shown[a * PARTS / along]++;
                sum += dark[index(level, a, middle + away, across)] & 0xff;
                all++;
                // Straightening bends what was straight on the glass, by less than this.
                drift = Math.max(-MOST_DRIFT_PX, Math.min(MOST_DRIFT_PX, drift + 0.15 * away));
            }
        }
        for (int part : shown) {
            if (part < SHOWN_IN_PART * along / PARTS) {
                return;
            }
        }
        double usual = sum / (double) all;
        for (int a = 0; a < along; a++) {
            int c = line[a];
            for (int d = -HALF_PX; d <= HALF_PX; d++) {
                int i = index(level, a, c + d, across);
                // Ink twice as dark as the line is not the line's.
                if (i >= 0 && (dark[i] & 0xff) < Math.max(usual * 1.6, usual + 40)) {
                    ink[i] = 0;
                }
            }
        }
    }

    private int nearest(byte[] ink, boolean level, int a, int c, int across) {
        for (int d : new int[] {0, -1, 1, -2, 2, -3, 3}) {
            int i = index(level, a, c + d, across);
            if (i >= 0 && ink[i] != 0) {
                return d;
            }
        }
        return NOTHING_NEAR;
    }

    private int index(boolean level, int a, int c, int across) {
        if (c < 0 || c >= across) {
            return -1;
        }
        return level ? c * width + a : a * width + c;
    }
}
