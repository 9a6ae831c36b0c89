package vn.kiemphieu.reading;

/**
 * The ink of a mark set against the two strokes it is taken for: every drop must lie along one of them, or along what
 * the pen drew on its way from the one to the other.
 *
 * @param penPx width of the strokes, measured along them where they do not lie over each other
 * @param unevenness how much wider the wider parts of the strokes are than the narrow ones; 1 is even
 * @param alienShare share of the ink that no stroke explains, 0..1
 * @param beyondShare share of the ink in hooks and in what joins the strokes, 0..1
 * @param explained where that ink lies
 */
record InkAccount(double penPx, double unevenness, double alienShare, double beyondShare, Explained explained) {

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
        Explained explained =
                Explained.by(crossing, skeleton, radius, StrokeGraph.spurPx(penGuessPx, mask.pixelsPerMm()));
        int alien = 0;
        int beyond = 0;
        int all = 0;
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                if (mask.at(x, y)) {
                    all++;
                    alien += explained.byNothing(x + 1, y + 1) ? 1 : 0;
                    beyond += explained.beyondStrokes(x + 1, y + 1) ? 1 : 0;
                }
            }
        }
        return new InkAccount(
                pen,
                widths[(int) (widths.length * 0.9)] / widths[widths.length / 4],
                alien / (double) all,
                beyond / (double) all,
                explained);
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
}
