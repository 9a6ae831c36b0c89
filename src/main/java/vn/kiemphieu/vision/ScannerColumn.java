package vn.kiemphieu.vision;

import java.util.Optional;
import org.opencv.core.Point;

/**
 * Where one column of the scanner's pixels runs over a straightened page. What dirt on the glass draws lies in one column from
 * beginning to end, and no hand draws so straight: along it many pixels may be taken together, and a streak shows where it
 * is too pale to be seen pixel by pixel.
 */
final class ScannerColumn {

    /** Pixels that are taken together: 8 mm. */
    private static final int TOGETHER_PX = (int) (8 * FormTemplate.PIXELS_PER_MM);

    /** Less of them to be seen than this, the rest under print, tell nothing. */
    private static final double TO_SEE = 0.25;

    /** Paper beside a streak, in pixels from its middle. */
    private static final int BESIDE_PX = 5;

    /** So much darker than the paper beside it, of 255, no grain is in the mean of so many pixels. */
    private static final double SHOWS = 5;

    private static final int GLANCE_PX = 10;

    /** The shortest streak is 15 % of a sheet, and print hides most of some. */
    private static final double GLANCE_SHOWN = 0.07;

    private final Deformation page;
    private final int width;
    private final int height;

    ScannerColumn(Deformation page, int width, int height) {
        this.page = page;
        this.width = width;
        this.height = height;
    }

    /** {@return in which column of the scan a place of the page lies} */
    double column(Point place) {
        return page.at(place.x, place.y).x;
    }

    /** {@return whether every tenth pixel of the column shows enough to follow it: most lines are a few marks in a row} */
    boolean mayShow(Point through, byte[] print, byte[] dark) {
        double column = column(through);
        double across = page.at(through.x + 1, through.y).x - column;
        int shown = 0;
        int n = 0;
        double x = through.x;
        for (int y = (int) through.y % GLANCE_PX; y < height; y += GLANCE_PX, n++) {
            // Twice: the column leans, and the last place was ten pixels higher up, or half a page off.
            x += (column - page.at(x, y).x) / across;
            x += (column - page.at(x, y).x) / across;
            int at = (int) Math.round(x);
            shown += isVisible(at, y, print) && ridge(dark, y * width + at) > SHOWS ? 1 : 0;
        }
        return shown > GLANCE_SHOWN * n;
    }

    /**
     * Follows the column that runs through a place of the page.
     *
     * @param print not 0 where the form prints
     * @param dark 0..255
     * @return nothing where it does not run down the page
     */
    Optional<FollowedLine> follow(Point through, byte[] print, byte[] dark) {
        int[] path = path(through);
        if (path.length == 0) {
            return Optional.empty();
        }
        int[] ridge = new int[height + 1];
        int[] seen = new int[height + 1];
        for (int y = 0; y < height; y++) {
            boolean visible = isVisible(path[y], y, print);
            ridge[y + 1] = ridge[y] + (visible ? ridge(dark, y * width + path[y]) : 0);
            seen[y + 1] = seen[y] + (visible ? 1 : 0);
        }
        FollowedLine line = new FollowedLine(height);
        for (int y = 0; y < height; y++) {
            int from = Math.max(0, y - TOGETHER_PX / 2);
            int to = Math.min(height, y + TOGETHER_PX / 2);
            int n = seen[to] - seen[from];
            if (n < TO_SEE * (to - from)) {
                line.hidden(y, path[y]);
            } else {
                boolean shows = ridge[to] - ridge[from] > SHOWS * n;
                line.seen(y, path[y], shows, dark[y * width + Math.max(0, Math.min(width - 1, path[y]))] & 0xff);
            }
        }
        return Optional.of(line);
    }

    private boolean isVisible(int x, int y, byte[] print) {
        return x > BESIDE_PX && x < width - BESIDE_PX - 1 && print[y * width + x] == 0;
    }

    private static int ridge(byte[] dark, int i) {
        int middle = Math.max(dark[i] & 0xff, Math.max(dark[i - 1] & 0xff, dark[i + 1] & 0xff));
        int beside = Math.max(
                Math.max(dark[i - BESIDE_PX] & 0xff, dark[i - BESIDE_PX + 1] & 0xff),
                Math.max(dark[i + BESIDE_PX] & 0xff, dark[i + BESIDE_PX - 1] & 0xff));
        return middle - beside;
    }

    /** {@return for each row of the page where the column crosses it} */
    private int[] path(Point through) {
        double column = page.at(through.x, through.y).x;
        double across = page.at(through.x + 1, through.y).x - column;
        if (Math.abs(across) < page.scale() / 2) {
            return new int[0]; // the page lies across the scanner
        }
        int[] path = new int[height];
        double x = through.x;
        for (int y = (int) through.y; y >= 0; y--) {
            x += (column - page.at(x, y).x) / across;
            path[y] = (int) Math.round(x);
        }
        x = through.x;
        for (int y = (int) through.y; y < height; y++) {
            x += (column - page.at(x, y).x) / across;
            path[y] = (int) Math.round(x);
        }
        return path;
    }
}
