package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.List;

/** Which pixels of a mark lie along its strokes, and which along what hooks and joins them; a map as large as the skeleton. */
final class Explained {

    private static final byte BEYOND = 1;

    private static final byte STROKE = 2;

    private final int width;
    private final int height;
    private final byte[] by;

    private Explained(int width, int height) {
        this.width = width;
        this.height = height;
        this.by = new byte[width * height];
    }

    /**
     * {@return what the arms of that crossing explain with a pen of that radius}
     *
     * @param spurPx up to this length the tip of a corner is not on the middle lines any more
     */
    static Explained by(Crossing crossing, Skeleton size, double radiusPx, double spurPx) {
        Explained map = new Explained(size.width, size.height);
        for (Arm arm : crossing.arms()) {
            map.draw(arm.beyond(), radiusPx, BEYOND);
            if (!arm.beyond().isEmpty()) {
                // Here the pen turned: its line lies twice in the corner, and thinning leaves the corner out.
                map.draw(ends(arm.beyond()), radiusPx + spurPx, BEYOND);
            }
        }
        int[] at = {(int) Math.round(crossing.xPx()), (int) Math.round(crossing.yPx())};
        for (Arm arm : crossing.arms()) {
            map.draw(arm.path(), radiusPx, STROKE);
            if (!arm.path().isEmpty()) {
                map.line(at, arm.path().get(0), radiusPx);
            }
        }
        return map;
    }

    private static List<int[]> ends(List<int[]> path) {
        return List.of(path.get(0), path.get(path.size() - 1));
    }

    boolean byNothing(int x, int y) {
        return by[y * width + x] == 0;
    }

    /** {@return whether a hook or a join lies there, and neither stroke}; nothing does off the map */
    boolean beyondStrokes(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && by[y * width + x] == BEYOND;
    }

    private void line(int[] from, int[] to, double radius) {
        int steps = Math.max(1, Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])));
        for (int i = 0; i <= steps; i++) {
            disc(from[0] + (to[0] - from[0]) * i / steps, from[1] + (to[1] - from[1]) * i / steps, radius, STROKE);
        }
    }

    private void draw(List<int[]> path, double radius, byte as) {
        for (int[] p : path) {
            disc(p[0], p[1], radius, as);
        }
    }

    private void disc(int cx, int cy, double radius, byte as) {
        int r = (int) radius;
        for (int dy = -r; dy <= r; dy++) {
            int y = cy + dy;
            if (y < 0 || y >= height) {
                continue;
            }
            int half = (int) Math.sqrt(radius * radius - dy * dy);
            int left = Math.max(0, cx - half);
            int right = Math.min(width - 1, cx + half);
            if (left <= right) {
                Arrays.fill(by, y * width + left, y * width + right + 1, as);
            }
        }
    }
}
