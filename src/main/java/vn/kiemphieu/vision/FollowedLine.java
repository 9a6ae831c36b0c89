package vn.kiemphieu.vision;

import java.util.Optional;
import java.util.stream.IntStream;

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

    /**
     * The last 4 mm of a sheet's length, 3 of its width: of 250 times that a fold of drawn decks was followed it showed there in all but one,
     * at one end at least.
     */
    private static final double OUTERMOST = 0.014;

    /** A third of a sheet is 10 cm: no voter draws such a line within a pixel's width of one column, and so pale. */
    private static final double LONG = 0.33;

    private static final double PALE = 90;

    /**
     * One that runs down the sheet and leans against its print, as the sheet was fed, may be shorter, 7.4 cm, and as dark as ink: what is
     * drawn along a ruler is parallel to the print or leans by chance, and by chance it keeps to one column once in twenty.
     */
    private static final double LONG_LEANING = 0.25;

    /** In its column it drifts by less from end to end; those looked at by 0.3 at most. */
    private static final double MOST_DRIFT_PX = 0.35;

    /** Over that run, a quarter of a millimetre: on a sheet that was fed straighter a ruled line lies in a column too. */
    private static final int LEANS_PX = 2;

    /** One that runs off the sheet may be as dark as ink, and where it is pale shorter, 4.5 cm: no voter does that either. */
    private static final double LONG_OFF_SHEET = 0.15;

    /** The last 7 mm of a sheet, where the scanner's edge may hide the line. */
    private static final double EDGE = 0.025;

    private static final byte HIDDEN = 0;
    private static final byte BARE = 1;
    private static final byte SHOWS = 2;

    private final int[] middle;
    private final byte[] what;
    private final int[] darkness;
    private final int[] aside;
    private final int[] shownIn = new int[PARTS];
    private final int[] visibleIn = new int[PARTS];

    FollowedLine(int length) {
        middle = new int[length];
        what = new byte[length];
        darkness = new int[length];
        aside = new int[length];
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

    /** As {@link #seen}, of a line that is darkest {@code asidePx} beside its middle. */
    void seen(int at, int middlePx, boolean shows, int dark, int asidePx) {
        seen(at, middlePx, shows, dark);
        aside[at] = asidePx;
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

    /**
     * {@return whether it is a fold from edge to edge} A pen's line may run through a whole table, but it ends before the sheet does; and it is
     * darker.
     *
     * @param alongEdge whether it lies beside an edge of the sheet, whose shadow is as dark as ink
     */
    boolean isFold(boolean alongEdge) {
        return isWhole() && runsOff() && (alongEdge || darkness(new Run(0, what.length)) < PALE);
    }

    /** {@return whether it shows in the outermost part of one end} */
    private boolean runsOff() {
        int end = (int) (OUTERMOST * what.length);
        return shows(0, end) || shows(what.length - end, what.length);
    }

    private boolean shows(int from, int to) {
        return IntStream.range(from, to).anyMatch(a -> what[a] == SHOWS);
    }

    private boolean isWhole() {
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

    /**
     * {@return the part along which it is a streak, if it is one: it must have been followed along a {@link ScannerColumn}}
     *
     * @param down whether it runs down the sheet; what runs across may strike out a row
     */
    Optional<Run> streak(boolean down) {
        Run run = densest();
        if (run.length() == 0) {
            return Optional.empty();
        }
        boolean off = run.from() < EDGE * what.length || run.to() > (1 - EDGE) * what.length;
        boolean leans =
                down && Math.abs(middle[run.to() - 1] - middle[run.from()]) >= LEANS_PX && driftPx(run) < MOST_DRIFT_PX;
        boolean pale = darkness(run) < PALE;
        double least = off && pale ? LONG_OFF_SHEET : leans ? LONG_LEANING : LONG;
        return run.length() > least * what.length && (off || leans || pale) ? Optional.of(run) : Optional.empty();
    }

    /** {@return how much further aside it lies in the last third of that run than in the first} */
    private double driftPx(Run run) {
        int third = run.length() / 3;
        return Math.abs(asidePx(run.from(), run.from() + third) - asidePx(run.to() - third, run.to()));
    }

    private double asidePx(int from, int to) {
        return IntStream.range(from, to)
                .filter(a -> what[a] == SHOWS)
                .map(a -> aside[a])
                .average()
                .orElse(0);
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
