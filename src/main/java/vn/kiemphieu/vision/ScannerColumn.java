package vn.kiemphieu.vision;

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

    /** A glance looks at every tenth pixel: 1.3 mm apart, a hundred and more on the shortest side of a sheet. */
    private static final int GLANCE_PX = 10;

    /** The shortest streak is 15 % of a sheet, and print hides most of some. */
    private static final double GLANCE_SHOWN = 0.07;

    private final Deformation page;
    private final int width;
    private final int height;

    /** Whether it runs level over the page, which then lay across the scanner. */
    private final boolean level;

    ScannerColumn(Deformation page, int width, int height, boolean level) {
        this.page = page;
        this.width = width;
        this.height = height;
        this.level = level;
    }

    boolean isLevel() {
        return level;
    }

    /** {@return in which column of the scan a place of the page lies} */
    double column(double along, double across) {
        return level ? page.columnAt(along, across) : page.columnAt(across, along);
    }

    /**
     * Says at a glance whether it is worth following: most lines are a few marks in a row.
     *
     * @param along a place that it runs through, downwards or, where it is level, to the right
     * @param across the same across it
     * @param print not 0 where the form prints
     * @param dark 0..255
     */
    boolean mayShow(int along, int across, byte[] print, byte[] dark) {
        int[] path = path(along, across, GLANCE_PX);
        int shown = 0;
        for (int n = 0; n < path.length; n++) {
            int a = n * GLANCE_PX;
            shown += isVisible(a, path[n], print) && ridge(dark, a, path[n]) > SHOWS ? 1 : 0;
        }
        return shown > GLANCE_SHOWN * path.length;
    }

    /** {@return the line through a place as {@link #mayShow} has it, pixel by pixel} */
    FollowedLine follow(int along, int across, byte[] print, byte[] dark) {
        int[] path = path(along, across, 1);
        int[] ridge = new int[path.length + 1];
        int[] seen = new int[path.length + 1];
        for (int a = 0; a < path.length; a++) {
            boolean visible = isVisible(a, path[a], print);
            ridge[a + 1] = ridge[a] + (visible ? ridge(dark, a, path[a]) : 0);
            seen[a + 1] = seen[a] + (visible ? 1 : 0);
        }
        FollowedLine line = new FollowedLine(path.length);
        for (int a = 0; a < path.length; a++) {
            int from = Math.max(0, a - TOGETHER_PX / 2);
            int to = Math.min(path.length, a + TOGETHER_PX / 2);
            int n = seen[to] - seen[from];
            if (n < TO_SEE * (to - from)) {
                line.hidden(a, path[a]);
            } else {
                int c = Math.max(0, Math.min((level ? height : width) - 1, path[a]));
                boolean shows = ridge[to] - ridge[from] > SHOWS * n;
                line.seen(a, path[a], shows, dark[index(a, c)] & 0xff, darkestAside(dark, a, path[a]));
            }
        }
        return line;
    }

    private int index(int along, int across) {
        return level ? across * width + along : along * width + across;
    }

    private boolean isVisible(int along, int across, byte[] print) {
        return across > BESIDE_PX
                && across < (level ? height : width) - BESIDE_PX - 1
                && print[index(along, across)] == 0;
    }

    /** {@return where it is darkest, -1, 0 or 1 from its middle} */
    private int darkestAside(byte[] dark, int along, int across) {
        if (across < 1 || across >= (level ? height : width) - 1) {
            return 0;
        }
        int before = dark[index(along, across - 1)] & 0xff;
        int middle = dark[index(along, across)] & 0xff;
        int after = dark[index(along, across + 1)] & 0xff;
        return middle >= Math.max(before, after) ? 0 : before > after ? -1 : 1;
    }

    private int ridge(byte[] dark, int along, int across) {
        int i = index(along, across);
        int aside = level ? width : 1;
        int middle = Math.max(dark[i] & 0xff, Math.max(dark[i - aside] & 0xff, dark[i + aside] & 0xff));
        int far = BESIDE_PX * aside;
        int beside = Math.max(
                Math.max(dark[i - far] & 0xff, dark[i - far + aside] & 0xff),
                Math.max(dark[i + far] & 0xff, dark[i + far - aside] & 0xff));
        return middle - beside;
    }

    /** {@return every so many pixels where the column through that place lies across the page} */
    private int[] path(int along, int across, int step) {
        double column = column(along, across);
        double pixel = column(along, across + 1.0) - column;
        int[] path = new int[(level ? width : height) / step];
        double c = across;
        for (int n = Math.min(path.length - 1, along / step); n >= 0; n--) {
            c += (column - column(n * step, c)) / pixel;
            path[n] = (int) Math.round(c);
        }
        c = across;
        for (int n = along / step + 1; n < path.length; n++) {
            c += (column - column(n * step, c)) / pixel;
            path[n] = (int) Math.round(c);
        }
        return path;
    }
}
