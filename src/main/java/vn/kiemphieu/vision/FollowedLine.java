package vn.kiemphieu.vision;

import java.util.Optional;

/**
 * A line across the sheet as it was followed, pixel by pixel: where it shows, where it does not, and where print hides
 * it. Folds run from edge to edge; the streak of a dirty glass comes and goes, but then it is long, and unbroken.
 */
final class FollowedLine {

    /** From {@code from} to before {@code to}, pixels along the line. */
    record Run(int from, int to) {

        int length() {
            return to - from;
        }
    }

    /** The line must show along this much of the sheet; print and handwriting hide the rest. */
    private static final double SHOWN = 0.55;

    /** …and in nearly every eighth of it, an outermost one included: a pen line ends before the edge. */
    private static final int PARTS = 8;

    private static final double SHOWN_IN_PART = 0.35;

    /** A third of a sheet is 10 cm: no voter draws such a line within a pixel's width of one column, and so pale. */
    private static final double LONG = 0.33;

    private static final double PALE = 90;

    /** One that runs off the sheet may be shorter, 4.5 cm, and darker: no voter does that either. */
    private static final double LONG_OFF_SHEET = 0.15;

    /** The last 7 mm of a sheet, where the scanner's edge may hide the line. */
    private static final double EDGE = 0.025;

    private static final byte HIDDEN = 0;
    private static final byte BARE = 1;
    private static final byte SHOWS = 2;

    private final int[] middle;
    private final byte[] what;
    private final int[] darkness;
    private final int[] shownIn = new int[PARTS];
    private final int[] visibleIn = new int[PARTS];

    FollowedLine(int length) {
        middle = new int[length];
        what = new byte[length];
        darkness = new int[length];
    }

    void hidden(int at, int middlePx) {
        middle[at] = middlePx;
        what[at] = HIDDEN;
    }

    void seen(int at, int middlePx, boolean shows, int dark) {
        middle[at] = middlePx;
        what[at] = shows ? SHOWS : BARE;
        darkness[at] = dark;
        int part = at * PARTS / what.length;
        visibleIn[part]++;
        shownIn[part] += shows ? 1 : 0;
    }

    int middle(int at) {
        return middle[at];
    }

    /** {@return how dark the line is in its middle along that run, 0..255} */
    double darkness(Run run) {
        long sum = 0;
        int n = 0;
        for (int a = run.from(); a < run.to(); a++) {
            if (what[a] == SHOWS) {
                sum += darkness[a];
                n++;
            }
        }
        return sum / (double) Math.max(1, n);
    }

    /** {@return whether it shows from edge to edge} */
    boolean isWhole() {
        int parts = 0;
        int ends = 0;
        int shown = 0;
        int visible = 0;
        for (int p = 0; p < PARTS; p++) {
            boolean seen = shownIn[p] > SHOWN_IN_PART * visibleIn[p];
            parts += seen ? 1 : 0;
            ends += seen && (p == 0 || p == PARTS - 1) ? 1 : 0;
            shown += shownIn[p];
            visible += visibleIn[p];
        }
        return shown > SHOWN * visible && (parts == PARTS || parts >= PARTS - 2 && ends > 0);
    }

    /** {@return the part along which it is a streak, if it is one: it must have been followed along a {@link ScannerColumn}} */
    Optional<Run> streak() {
        Run run = densest();
        boolean off = run.from() < EDGE * what.length || run.to() > (1 - EDGE) * what.length;
        return run.length() > (off ? LONG_OFF_SHEET : LONG) * what.length && (off || darkness(run) < PALE)
                ? Optional.of(run)
                : Optional.empty();
    }

    /** The stretch with most of it showing and least bare (J. Bentley, "Programming Pearls", CACM 27(9), 1984). */
    private Run densest() {
        Run best = new Run(0, 0);
        int most = 0;
        int sum = 0;
        int from = 0;
        for (int a = 0; a < what.length; a++) {
            sum += what[a] == SHOWS ? 1 : what[a] == BARE ? -3 : 0;
            if (sum <= 0) {
                sum = 0;
                from = a + 1;
            } else if (sum > most) {
                most = sum;
                best = new Run(from, a + 1);
            }
        }
        return best;
    }
}
