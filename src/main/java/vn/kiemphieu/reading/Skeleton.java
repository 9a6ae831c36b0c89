package vn.kiemphieu.reading;

/**
 * The middle lines of ink, one pixel wide, by parallel thinning: Z. Guo, R. W. Hall, "Parallel thinning with two-subiteration
 * algorithms", CACM 32(3), 1989. The better known one of Zhang and Suen (1984), used here before, eats slanting lines two
 * pixels wide from their end on: the arm of a small X was gone.
 */
final class Skeleton {

    /** One pixel of paper all around spares every border test. */
    private static final int RIM = 1;

    final int width;
    final int height;
    private final boolean[] line;

    private Skeleton(int width, int height, boolean[] line) {
        this.width = width;
        this.height = height;
        this.line = line;
    }

    static Skeleton of(InkMask mask) {
        int w = mask.widthPx() + 2 * RIM;
        int h = mask.heightPx() + 2 * RIM;
        boolean[] p = new boolean[w * h];
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                p[(y + RIM) * w + x + RIM] = mask.at(x, y);
            }
        }
        int[] doomed = new int[p.length];
        boolean changed = true;
        while (changed) {
            changed = peel(p, w, h, true, doomed) | peel(p, w, h, false, doomed);
        }
        straighten(p, w, h);
        return new Skeleton(w, h, p);
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && line[y * width + x];
    }

    private static boolean peel(boolean[] p, int w, int h, boolean first, int[] doomed) {
        int n = 0;
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                if (p[i] && peels(p, i, w, first)) {
                    doomed[n++] = i;
                }
            }
        }
        for (int k = 0; k < n; k++) {
            p[doomed[k]] = false;
        }
        return n > 0;
    }

    private static boolean peels(boolean[] p, int i, int w, boolean first) {
        boolean p2 = p[i - w];
        boolean p3 = p[i - w + 1];
        boolean p4 = p[i + 1];
        boolean p5 = p[i + w + 1];
        boolean p6 = p[i + w];
        boolean p7 = p[i + w - 1];
        boolean p8 = p[i - 1];
        boolean p9 = p[i - w - 1];
        int lines = n(!p2 && (p3 || p4)) + n(!p4 && (p5 || p6)) + n(!p6 && (p7 || p8)) + n(!p8 && (p9 || p2));
        if (lines != 1) {
            return false;
        }
        int before = n(p9 || p2) + n(p3 || p4) + n(p5 || p6) + n(p7 || p8);
        int after = n(p2 || p3) + n(p4 || p5) + n(p6 || p7) + n(p8 || p9);
        int neighbours = Math.min(before, after);
        if (neighbours < 2 || neighbours > 3) {
            return false;
        }
        return first ? !((p6 || p7 || !p9) && p8) : !((p2 || p3 || !p5) && p4);
    }

    /** Takes the corner out of each stair, so that every pixel of a line has exactly two neighbours. */
    private static void straighten(boolean[] p, int w, int h) {
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                if (!p[i]) {
                    continue;
                }
                boolean up = p[i - w];
                boolean down = p[i + w];
                boolean left = p[i - 1];
                boolean right = p[i + 1];
                boolean corner = (up && right && !p[i + w - 1] && !down && !left)
                        || (right && down && !p[i - w - 1] && !up && !left)
                        || (down && left && !p[i - w + 1] && !up && !right)
                        || (left && up && !p[i + w + 1] && !down && !right);
                if (corner) {
                    p[i] = false;
                }
            }
        }
    }

    private static int n(boolean b) {
        return b ? 1 : 0;
    }
}
