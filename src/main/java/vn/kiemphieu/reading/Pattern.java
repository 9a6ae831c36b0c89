package vn.kiemphieu.reading;

/**
 * The shape of a mark, to hold another against it that the same hand drew: laid over each other box on box, each must cover the
 * other, but for what a hand strays. Ink that the other has not, an added line or a missing arm, lies far from it.
 *
 * <p>Distances by the chamfer transform of G. Borgefors, "Distance transformations in digital images", CVGIP 34, 1986.
 */
final class Pattern {

    /** A hand makes the same mark larger or smaller by a fourth, and wider or narrower by a third. */
    private static final double SIZE = 1.5;

    private static final double ASPECT = 1.45;

    /** What may lie further off: the grain of a scan. */
    private static final double GRAIN = 0.02;

    private static final float DIAGONAL = 1.3507f;

    private static final float STRAIGHT = 0.9551f;

    private final InkMask mask;
    private final float[] away;

    Pattern(InkMask mask) {
        this.mask = mask.trimmed();
        this.away = distances(this.mask);
    }

    /** {@return how far the one strays from the other, as a share of their diagonal; infinite where their boxes differ} */
    double strayOf(Pattern other) {
        double size = mask.diagonalMm() / other.mask.diagonalMm();
        double aspect =
                mask.widthPx() * (double) other.mask.heightPx() / (mask.heightPx() * (double) other.mask.widthPx());
        if (Math.max(size, 1 / size) > SIZE || Math.max(aspect, 1 / aspect) > ASPECT) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(furthest(other), other.furthest(this));
    }

    /** How far the other's ink lies from this one's, all but the grain of it. */
    private double furthest(Pattern other) {
        int[] counts = new int[201];
        int all = 0;
        double diagonal = Math.hypot(mask.widthPx(), mask.heightPx());
        for (int y = 0; y < other.mask.heightPx(); y++) {
            for (int x = 0; x < other.mask.widthPx(); x++) {
                if (other.mask.at(x, y)) {
                    int px = (int) ((x + 0.5) * mask.widthPx() / other.mask.widthPx());
                    int py = (int) ((y + 0.5) * mask.heightPx() / other.mask.heightPx());
                    double share = away[py * mask.widthPx() + px] / diagonal;
                    counts[(int) Math.min(200, share * 400)]++;
                    all++;
                }
            }
        }
        int beyond = 0;
        int at = 200;
        while (at > 0 && beyond + counts[at] <= GRAIN * all) {
            beyond += counts[at--];
        }
        return at / 400.0;
    }

    /** {@return for each pixel how far the nearest ink is} */
    private static float[] distances(InkMask mask) {
        int w = mask.widthPx();
        int h = mask.heightPx();
        float[] d = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                d[y * w + x] = mask.at(x, y) ? 0 : Float.MAX_VALUE / 4;
            }
        }
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                nearer(d, w, h, x, y, -1);
            }
        }
        for (int y = h - 1; y >= 0; y--) {
            for (int x = w - 1; x >= 0; x--) {
                nearer(d, w, h, x, y, 1);
            }
        }
        return d;
    }

    private static void nearer(float[] d, int w, int h, int x, int y, int to) {
        float least = d[y * w + x];
        int row = y + to;
        if (x + to >= 0 && x + to < w) {
            least = Math.min(least, d[y * w + x + to] + STRAIGHT);
        }
        if (row >= 0 && row < h) {
            least = Math.min(least, d[row * w + x] + STRAIGHT);
            if (x > 0) {
                least = Math.min(least, d[row * w + x - 1] + DIAGONAL);
            }
            if (x < w - 1) {
                least = Math.min(least, d[row * w + x + 1] + DIAGONAL);
            }
        }
        d[y * w + x] = least;
    }
}
