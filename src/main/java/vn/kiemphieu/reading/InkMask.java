package vn.kiemphieu.reading;

import java.util.Arrays;
import vn.kiemphieu.form.PaperBox;

/**
 * Ink as pixels: a small bit map cut out of a straightened page. Coordinates inside it are its own; {@code leftPx} and
 * {@code topPx} say where it lies on the page.
 */
public final class InkMask {

    private final int leftPx;
    private final int topPx;
    private final int widthPx;
    private final int heightPx;
    private final boolean[] ink;
    private final double pixelsPerMm;

    /** @param ink row by row, {@code widthPx × heightPx}; kept, not copied: whoever made it forgets it */
    public InkMask(int leftPx, int topPx, int widthPx, int heightPx, boolean[] ink, double pixelsPerMm) {
        if (ink.length != widthPx * heightPx) {
            throw new IllegalArgumentException("%d pixels for %d x %d".formatted(ink.length, widthPx, heightPx));
        }
        this.leftPx = leftPx;
        this.topPx = topPx;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.ink = ink;
        this.pixelsPerMm = pixelsPerMm;
    }

    public int leftPx() {
        return leftPx;
    }

    public int topPx() {
        return topPx;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    public double pixelsPerMm() {
        return pixelsPerMm;
    }

    /** {@return whether that pixel is ink; off the map there is none} */
    public boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < widthPx && y < heightPx && ink[y * widthPx + x];
    }

    public int count() {
        int n = 0;
        for (boolean b : ink) {
            n += b ? 1 : 0;
        }
        return n;
    }

    public double areaMm2() {
        return count() / (pixelsPerMm * pixelsPerMm);
    }

    public PaperBox box() {
        return new PaperBox(leftPx / pixelsPerMm, topPx / pixelsPerMm, widthPx / pixelsPerMm, heightPx / pixelsPerMm);
    }

    /** The longer side, in mm. */
    public double extentMm() {
        return Math.max(widthPx, heightPx) / pixelsPerMm;
    }

    public double diagonalMm() {
        return Math.hypot(widthPx, heightPx) / pixelsPerMm;
    }

    /** {@return how many of its pixels lie in the box} */
    public int countIn(PaperBox box) {
        int n = 0;
        for (int y = 0; y < heightPx; y++) {
            double yMm = (topPx + y + 0.5) / pixelsPerMm;
            if (yMm < box.yMm() || yMm >= box.bottomMm()) {
                continue;
            }
            for (int x = 0; x < widthPx; x++) {
                double xMm = (leftPx + x + 0.5) / pixelsPerMm;
                if (ink[y * widthPx + x] && xMm >= box.xMm() && xMm < box.rightMm()) {
                    n++;
                }
            }
        }
        return n;
    }

    /** {@return the part inside the box; it keeps its place on the page} */
    public InkMask within(PaperBox box) {
        boolean[] kept = new boolean[ink.length];
        for (int y = 0; y < heightPx; y++) {
            double yMm = (topPx + y + 0.5) / pixelsPerMm;
            for (int x = 0; x < widthPx; x++) {
                double xMm = (leftPx + x + 0.5) / pixelsPerMm;
                kept[y * widthPx + x] = ink[y * widthPx + x]
                        && yMm >= box.yMm()
                        && yMm < box.bottomMm()
                        && xMm >= box.xMm()
                        && xMm < box.rightMm();
            }
        }
        return new InkMask(leftPx, topPx, widthPx, heightPx, kept, pixelsPerMm);
    }

    /** Some pixels of a page. */
    public interface Pixels {

        /** {@return whether that one is among them; counted from the page's corner} */
        boolean hold(int x, int y);
    }

    /** {@return what of it is not among those pixels; it keeps its place on the page} */
    public InkMask without(Pixels pixels) {
        boolean[] rest = new boolean[ink.length];
        for (int i = 0; i < ink.length; i++) {
            rest[i] = ink[i] && !pixels.hold(leftPx + i % widthPx, topPx + i / widthPx);
        }
        return new InkMask(leftPx, topPx, widthPx, heightPx, rest, pixelsPerMm);
    }

    /** {@return what of it is ink of the other, too; it keeps its place on the page} */
    InkMask in(InkMask other) {
        boolean[] both = new boolean[ink.length];
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                both[y * widthPx + x] =
                        ink[y * widthPx + x] && other.at(leftPx + x - other.leftPx, topPx + y - other.topPx);
            }
        }
        return new InkMask(leftPx, topPx, widthPx, heightPx, both, pixelsPerMm);
    }

    /** {@return the same ink on the smallest map that holds it; empty ink keeps one pixel of paper} */
    public InkMask trimmed() {
        int left = widthPx;
        int right = -1;
        int top = heightPx;
        int bottom = -1;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                left = Math.min(left, i % widthPx);
                right = Math.max(right, i % widthPx);
                top = Math.min(top, i / widthPx);
                bottom = Math.max(bottom, i / widthPx);
            }
        }
        if (right < 0) {
            return new InkMask(leftPx, topPx, 1, 1, new boolean[1], pixelsPerMm);
        }
        int w = right - left + 1;
        int h = bottom - top + 1;
        boolean[] cut = new boolean[w * h];
        for (int y = 0; y < h; y++) {
            System.arraycopy(ink, (top + y) * widthPx + left, cut, y * w, w);
        }
        return new InkMask(leftPx + left, topPx + top, w, h, cut, pixelsPerMm);
    }

    /** {@return this ink and the other's on one map} */
    public InkMask and(InkMask other) {
        int left = Math.min(leftPx, other.leftPx);
        int top = Math.min(topPx, other.topPx);
        int right = Math.max(leftPx + widthPx, other.leftPx + other.widthPx);
        int bottom = Math.max(topPx + heightPx, other.topPx + other.heightPx);
        boolean[] both = new boolean[(right - left) * (bottom - top)];
        for (InkMask m : new InkMask[] {this, other}) {
            for (int y = 0; y < m.heightPx; y++) {
                for (int x = 0; x < m.widthPx; x++) {
                    if (m.ink[y * m.widthPx + x]) {
                        both[(m.topPx + y - top) * (right - left) + m.leftPx + x - left] = true;
                    }
                }
            }
        }
        return new InkMask(left, top, right - left, bottom - top, both, pixelsPerMm);
    }

    /** {@return this ink and a line over it, from and to within the map, with round ends as far as they lie on it} */
    InkMask withLine(double x0, double y0, double x1, double y1, double widthPx1) {
        boolean[] drawn = ink.clone();
        double r = Math.max(0.6, widthPx1 / 2);
        int steps = 2 * (int) Math.ceil(Math.hypot(x1 - x0, y1 - y0)) + 1;
        for (int i = 0; i <= steps; i++) {
            double cx = x0 + (x1 - x0) * i / steps;
            double cy = y0 + (y1 - y0) * i / steps;
            for (int y = (int) Math.max(0, Math.ceil(cy - r)); y <= Math.min(heightPx - 1, cy + r); y++) {
                for (int x = (int) Math.max(0, Math.ceil(cx - r)); x <= Math.min(widthPx - 1, cx + r); x++) {
                    drawn[y * widthPx + x] |= Math.hypot(x - cx, y - cy) <= r;
                }
            }
        }
        return new InkMask(leftPx, topPx, widthPx, heightPx, drawn, pixelsPerMm);
    }

    /**
     * Fills gaps up to twice the radius between inked places, as two strokes drawn side by side leave them: dilation and
     * erosion by a disc (J. Serra, "Image Analysis and Mathematical Morphology", 1982).
     */
    public InkMask closed(int radiusPx) {
        InkMask grown = dilated(radiusPx);
        boolean[] closed = eroded(grown.ink, grown.widthPx, grown.heightPx, radiusPx);
        return new InkMask(grown.leftPx, grown.topPx, grown.widthPx, grown.heightPx, closed, pixelsPerMm);
    }

    /** {@return the ink grown by a disc of that radius; the map grows with it on every side} */
    InkMask dilated(int radiusPx) {
        int w = widthPx + 2 * radiusPx;
        int h = heightPx + 2 * radiusPx;
        boolean[] wide = new boolean[w * h];
        for (int y = 0; y < heightPx; y++) {
            System.arraycopy(ink, y * widthPx, wide, (y + radiusPx) * w + radiusPx, widthPx);
        }
        return new InkMask(leftPx - radiusPx, topPx - radiusPx, w, h, dilated(wide, w, h, radiusPx), pixelsPerMm);
    }

    private static boolean[] dilated(boolean[] from, int w, int h, int radius) {
        boolean[] to = new boolean[from.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (from[y * w + x]) {
                    for (int dy = -radius; dy <= radius; dy++) {
                        int half = (int) Math.sqrt(radius * radius + radius - dy * dy);
                        int row = y + dy;
                        if (row >= 0 && row < h) {
                            Arrays.fill(to, row * w + Math.max(0, x - half), row * w + Math.min(w, x + half + 1), true);
                        }
                    }
                }
            }
        }
        return to;
    }

    private static boolean[] eroded(boolean[] from, int w, int h, int radius) {
        boolean[] inverse = new boolean[from.length];
        for (int i = 0; i < from.length; i++) {
            inverse[i] = !from[i];
        }
        boolean[] grown = dilated(inverse, w, h, radius);
        for (int i = 0; i < from.length; i++) {
            grown[i] = !grown[i];
        }
        return grown;
    }
}
