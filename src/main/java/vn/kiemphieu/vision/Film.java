package vn.kiemphieu.vision;

import org.jspecify.annotations.Nullable;

/** How far each pixel of a small rectangle is covered by ink, 0..1, before the paper's texture is asked. */
final class Film {

    final int left;
    final int top;
    final int wide;
    final int high;
    final float[] alpha;

    private Film(int left, int top, int wide, int high) {
        this.left = left;
        this.top = top;
        this.wide = wide;
        this.high = high;
        this.alpha = new float[wide * high];
    }

    /** {@return the film that holds all those dots (x, y, radius …), or null where they lie off the page} */
    static @Nullable Film around(double[][] dots, int width, int height) {
        double l = width;
        double t = height;
        double r = 0;
        double b = 0;
        for (double[] d : dots) {
            l = Math.min(l, d[0] - d[2] - 1);
            t = Math.min(t, d[1] - d[2] - 1);
            r = Math.max(r, d[0] + d[2] + 2);
            b = Math.max(b, d[1] + d[2] + 2);
        }
        int left = (int) Math.max(0, Math.floor(l));
        int top = (int) Math.max(0, Math.floor(t));
        int wide = (int) Math.min(width, Math.ceil(r)) - left;
        int high = (int) Math.min(height, Math.ceil(b)) - top;
        return wide > 0 && high > 0 ? new Film(left, top, wide, high) : null;
    }

    /** Covers the way from one dot to the next; each is x, y, radius, density. */
    void segment(double[] a, double[] b) {
        double reach = Math.max(a[2], b[2]) + 0.5;
        int x0 = (int) Math.max(0, Math.floor(Math.min(a[0], b[0]) - reach - left));
        int x1 = (int) Math.min(wide - 1.0, Math.ceil(Math.max(a[0], b[0]) + reach - left));
        int y0 = (int) Math.max(0, Math.floor(Math.min(a[1], b[1]) - reach - top));
        int y1 = (int) Math.min(high - 1.0, Math.ceil(Math.max(a[1], b[1]) + reach - top));
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double len2 = dx * dx + dy * dy;
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double px = x + left - a[0];
                double py = y + top - a[1];
                double t = len2 < 1e-9 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / len2));
                double away = Math.hypot(px - t * dx, py - t * dy);
                double radius = a[2] + t * (b[2] - a[2]);
                double cover = Math.min(1, radius - away + 0.5) * Math.min(1, 2 * radius) * (a[3] + t * (b[3] - a[3]));
                int at = y * wide + x;
                if (cover > alpha[at]) {
                    alpha[at] = (float) cover;
                }
            }
        }
    }
}
