package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.List;

/**
 * The ink of a mark set against the two strokes it is taken for: every drop must lie along one of them, or along what
 * the pen drew on its way from the one to the other.
 *
 * @param penPx width of the strokes, measured along them where they do not lie over each other
 * @param unevenness how much wider the wider parts of the strokes are than the narrow ones; 1 is even
 * @param alienShare share of the ink that no stroke explains, 0..1
 * @param beyondShare share of the ink in hooks and in what joins the strokes, 0..1
 */
record InkAccount(double penPx, double unevenness, double alienShare, double beyondShare) {

    /** The narrower part of a stroke is one line of the pen; where it is wider, something was drawn beside it. */
    private static final double NARROW = 0.4;

    /** A line's edge wavers by a fourth of its width, and by a pixel of the scanner's. */
    private static final double WAVER = 1.25;

    private static final double WAVER_PX = 1.0;

    static InkAccount of(InkMask mask, Skeleton skeleton, Crossing crossing, double penGuessPx) {
        float[] depth = StrokeWidth.depths(mask, skeleton);
        double[] widths = widths(crossing, depth, skeleton.width, penGuessPx);
        double pen = widths[(int) (widths.length * NARROW)];
        double radius = pen / 2 * WAVER + WAVER_PX;
        byte[] explained = new byte[skeleton.width * skeleton.height];
        for (Arm arm : crossing.arms()) {
            draw(arm.beyond(), explained, skeleton, radius, (byte) 1);
        }
        int[] at = {(int) Math.round(crossing.xPx()), (int) Math.round(crossing.yPx())};
        for (Arm arm : crossing.arms()) {
            draw(arm.path(), explained, skeleton, radius, (byte) 2);
            if (!arm.path().isEmpty()) {
                line(at, arm.path().get(0), explained, skeleton, radius);
            }
        }
        int alien = 0;
        int beyond = 0;
        int all = 0;
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                if (mask.at(x, y)) {
                    byte by = explained[(y + 1) * skeleton.width + x + 1];
                    all++;
                    alien += by == 0 ? 1 : 0;
                    beyond += by == 1 ? 1 : 0;
                }
            }
        }
        return new InkAccount(
                pen,
                widths[(int) (widths.length * 0.9)] / widths[widths.length / 4],
                alien / (double) all,
                beyond / (double) all);
    }

    /** {@return how wide the strokes are where they do not lie over each other, in order} */
    private static double[] widths(Crossing crossing, float[] depth, int width, double guessPx) {
        double[] widths = crossing.arms().stream()
                .flatMap(arm -> arm.path().stream())
                .filter(p -> Math.hypot(p[0] - crossing.xPx(), p[1] - crossing.yPx()) > guessPx)
                .mapToDouble(p -> StrokeWidth.atDepth(depth[p[1] * width + p[0]]))
                .sorted()
                .toArray();
        return widths.length < 4 ? new double[] {guessPx} : widths;
    }

    private static void line(int[] from, int[] to, byte[] explained, Skeleton size, double radius) {
        int steps = Math.max(1, Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])));
        for (int i = 0; i <= steps; i++) {
            disc(
                    from[0] + (to[0] - from[0]) * i / steps,
                    from[1] + (to[1] - from[1]) * i / steps,
                    explained,
                    size,
                    radius,
                    (byte) 2);
        }
    }

    private static void draw(List<int[]> path, byte[] explained, Skeleton size, double radius, byte as) {
        for (int[] p : path) {
            disc(p[0], p[1], explained, size, radius, as);
        }
    }

    private static void disc(int cx, int cy, byte[] explained, Skeleton size, double radius, byte as) {
        int r = (int) radius;
        for (int dy = -r; dy <= r; dy++) {
            int y = cy + dy;
            if (y < 0 || y >= size.height) {
                continue;
            }
            int half = (int) Math.sqrt(radius * radius - dy * dy);
            int left = Math.max(0, cx - half);
            int right = Math.min(size.width - 1, cx + half);
            if (left <= right) {
                Arrays.fill(explained, y * size.width + left, y * size.width + right + 1, as);
            }
        }
    }
}
