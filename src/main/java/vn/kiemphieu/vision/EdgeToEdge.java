package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.kiemphieu.reading.InkMask;

/**
 * Lines that run across the whole sheet: a fold, a streak of the scanner's glass. No pen does that. They are followed from each
 * {@link StraightLine} that much ink lies on.
 */
final class EdgeToEdge {

    /** The line must show along this much of the sheet; print and handwriting hide the rest. */
    private static final double SHOWN = 0.55;

    /** At a glance it must show along this much: places between those that are looked at may show more. */
    private static final double SHOWN_AT_A_GLANCE = 0.6 * SHOWN;

    /** As dark as this share of what a line is followed by, paper beside a fold is its shadow. */
    private static final double SHADED = 0.5;

    /** What lies along a line and no further than this from its middle, 1 mm, is of it: nobody writes so close along one. */
    private static final int BESIDE_PX = 8;

    /** A straight line that lies no further from a fold, at both ends, is the same one. */
    private static final int BESIDE_FOLD_PX = 4;

    /** A streak that fades is followed no further; what lies where it would go on, to 12 mm from its end, is of it. */
    private static final int BEYOND_PX = (int) (12 * FormTemplate.PIXELS_PER_MM);

    /** How wide such a bit is in the mean, 0.3 mm; those looked at come to 0.22. */
    private static final double HAIR_PX = 2.4;

    /** Half of how wide a line is that most of its ink lies on, 0.6 mm; its darker bits are wider than its middle. */
    private static final int CORE_PX = 2;

    /** So near to an edge of the sheet, 5 mm, its shadow lies. */
    private static final int EDGE_PX = 40;

    private static final int MOST_DRIFT_PX = 9;

    /** Of what the line is seen aside it is followed this much: grain pulls both ways. */
    private static final double PULL = 0.15;

    /** So far from where it was last seen a line may run. */
    private static final int REACH_PX = 3;

    /** Places across the line where it may run, nearest first. */
    private static final int[] NEAR = {0, -1, 1, -2, 2, -REACH_PX, REACH_PX};

    /** A streak lies along the scanner's feed: bend and stretch turn it no further than 0.4 degrees. */
    private static final double ALONG_FEED = 0.007;

    private final int width;
    private final int height;
    private final byte[] print;
    private final int weak;
    private final double turn;
    private final Deformation page;
    private final List<Line> wiped = new ArrayList<>();
    private final List<StraightLine> folds = new ArrayList<>();

    /**
     * @param print not 0 where the form prints: the line cannot be seen there
     * @param weak a line is followed where it is as dark as this, 0..255: paler than any single piece of ink
     * @param page where it lies on the scan: streaks lean by as much as it was turned, the other way
     */
    EdgeToEdge(int width, int height, byte[] print, int weak, Deformation page) {
        this.page = page;
        this.width = width;
        this.height = height;
        this.print = print;
        this.weak = weak;
        this.turn = Math.toRadians(page.turnDegrees());
    }

    /**
     * A line that was no ink.
     *
     * @param run the part of it that shows
     * @param shadow how wide and how dark it is
     */
    record Line(boolean level, FollowedLine followed, FollowedLine.Run run, FoldShadow shadow) {

        /** {@return whether a pixel of the page lies on it} */
        boolean covers(int x, int y) {
            return runsAlong(x, y) && shadow.covers(aside(x, y));
        }

        /** {@return whether it makes a pixel of the page that dark} */
        boolean explains(int x, int y, int darkness) {
            return runsAlong(x, y) && shadow.explains(aside(x, y), darkness);
        }

        private boolean runsAlong(int x, int y) {
            int along = level ? x : y;
            return along >= run.from() && along < run.to();
        }

        private int aside(int x, int y) {
            return level ? y - followed.middle(x) : x - followed.middle(y);
        }

        /**
         * {@return whether all of that ink is a hair that lies along it, close by, or where it would go on: a bit that was not wiped with it}
         * Not along a level line: there somebody may have struck a row out where the ballot was folded.
         */
        boolean holds(InkMask piece) {
            int top = piece.topPx();
            int end = top + piece.heightPx();
            if (level
                    || piece.count() > HAIR_PX * piece.heightPx()
                    || top < run.from() - BEYOND_PX
                    || end > run.to() + BEYOND_PX) {
                return false;
            }
            int beside = top >= run.from() && end <= run.to() ? BESIDE_PX : FoldShadow.CORE_PX;
            for (int y = 0; y < piece.heightPx(); y++) {
                for (int x = 0; x < piece.widthPx(); x++) {
                    if (piece.at(x, y) && Math.abs(piece.leftPx() + x - followed.middle(top + y)) > beside) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** {@return whether it, or where it would go on, runs through that ink, or may have cut it} */
        boolean touches(InkMask piece) {
            for (int y = 0; y < piece.heightPx(); y++) {
                for (int x = 0; x < piece.widthPx(); x++) {
                    if (piece.at(x, y)
                            && isWithin(FoldShadow.CORE_PX + 1, BEYOND_PX, piece.leftPx() + x, piece.topPx() + y)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** {@return whether a pixel of the page lies on its core, or where that would go on} */
        boolean leadsOver(int x, int y) {
            return isWithin(CORE_PX, BEYOND_PX, x, y);
        }

        /** {@return whether it runs where the other does, from where to where the other does} */
        private boolean isAlso(boolean otherLevel, FollowedLine other, FollowedLine.Run where) {
            int middle = (run.from() + run.to()) / 2;
            return level == otherLevel
                    && run.equals(where)
                    && followed.middle(run.from()) == other.middle(run.from())
                    && followed.middle(middle) == other.middle(middle)
                    && followed.middle(run.to() - 1) == other.middle(run.to() - 1);
        }

        private boolean isWithin(int px, int beyond, int x, int y) {
            int along = level ? x : y;
            return along >= run.from() - beyond
                    && along < run.to() + beyond
                    && Math.abs((level ? y : x) - followed.middle(along)) <= px;
        }
    }

    /** Takes the lines out of the ink, and says which; a darker stroke that crosses one stays. */
    List<Line> wipe(byte[] ink, byte[] dark) {
        wipe(ink, dark, true);
        wipe(ink, dark, false);
        return List.copyOf(wiped);
    }

    private void wipe(byte[] ink, byte[] dark, boolean level) {
        int before = wiped.size();
        Glance glance = new Glance(dark, print, width, height, level, weak, REACH_PX);
        // The best one first: once it is wiped those beside and across it are none; before, they would wipe its sides.
        for (StraightLine line : StraightLine.in(ink, width, height, level, slope -> isAlongFeed(level, slope))) {
            wipeIfWhole(ink, dark, line, glance, wiped.size() > before);
        }
    }

    private boolean isAlongFeed(boolean level, double slope) {
        double feed = level ? Math.cos(turn) / Math.sin(turn) : Math.tan(turn);
        return Math.abs(slope - feed) < ALONG_FEED;
    }

    /** @param older whether its votes are from before something was wiped: that may have lain on it */
    private void wipeIfWhole(byte[] ink, byte[] dark, StraightLine line, Glance glance, boolean older) {
        boolean alongFeed = isAlongFeed(line.level(), line.slope());
        int[] inked = alongFeed || older ? line.inked(ink) : new int[0];
        int left = alongFeed || older ? StraightLine.pixels(inked) : line.votes();
        if (alongFeed && left > StraightLine.STREAK_CANDIDATE * line.along() / 2) {
            ScannerColumn scanner = new ScannerColumn(page, width, height, line.level());
            int[] through = middle(inked, scanner);
            if (scanner.mayShow(through[0], through[1], print, dark)) {
                FollowedLine streak = scanner.follow(through[0], through[1], print, dark);
                streak.streak(!line.level())
                        .filter(run -> isNew(line, streak, run))
                        .ifPresent(run -> wipe(ink, dark, line, streak, run, FoldShadow.core(streak.darkness(run))));
            }
        }
        boolean isNew = left > StraightLine.CANDIDATE * line.along() / 2;
        if ((isNew || isBeside(line)) && glance.shows(line, SHOWN_AT_A_GLANCE)) {
            FollowedLine fold = follow(dark, line);
            if (fold.isFold(isAlongEdge(line, fold))) {
                if (isNew) {
                    folds.add(line);
                }
                FollowedLine.Run run = new FollowedLine.Run(0, line.along());
                if (isNew(line, fold, run)) {
                    wipe(ink, dark, line, fold, run, FoldShadow.of(dark, print, SHADED * weak, line, fold, run));
                }
            }
        }
    }

    private static boolean isAlongEdge(StraightLine line, FollowedLine fold) {
        int middle = fold.middle(line.along() / 2);
        return Math.min(middle, line.across() - 1 - middle) < EDGE_PX;
    }

    /** {@return whether a fold was wiped so near that it is the same: followed from there too, more of a sheet's bend is wiped} */
    private boolean isBeside(StraightLine line) {
        int last = line.offset() + line.tilt();
        return folds.stream()
                .anyMatch(fold -> fold.level() == line.level()
                        && Math.abs(fold.offset() - line.offset()) <= BESIDE_FOLD_PX
                        && Math.abs(fold.offset() + fold.tilt() - last) <= BESIDE_FOLD_PX);
    }

    /** {@return of those places, along and across in turn, the middle one by their columns of the scan} */
    private static int[] middle(int[] places, ScannerColumn scanner) {
        double[] columns = new double[places.length / 2];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = scanner.column(places[2 * k], places[2 * k + 1]);
        }
        double[] sorted = columns.clone();
        Arrays.sort(sorted);
        int k = 0;
        while (columns[k] != sorted[columns.length / 2]) {
            k++;
        }
        return new int[] {places[2 * k], places[2 * k + 1]};
    }

    private FollowedLine follow(byte[] dark, StraightLine line) {
        FollowedLine followed = new FollowedLine(line.along());
        double drift = 0;
        for (int a = 0; a < line.along(); a++) {
            int middle = line.middle(a) + (int) Math.round(drift);
            int i = line.pixel(a, middle);
            if (i < 0 || print[i] != 0) {
                followed.hidden(a, middle);
                continue;
            }
            int away = darkestNear(dark, line, a, middle);
            int darkness = darkness(dark, line, a, middle + away);
            boolean shows = darkness > weak;
            followed.seen(a, middle, shows, darkness);
            if (shows) {
                // Straightening bends what was straight on the glass, by less than this.
                drift = Math.max(-MOST_DRIFT_PX, Math.min(MOST_DRIFT_PX, drift + PULL * away));
            }
        }
        return followed;
    }

    private boolean isNew(StraightLine along, FollowedLine line, FollowedLine.Run run) {
        return wiped.stream().noneMatch(known -> known.isAlso(along.level(), line, run));
    }

    private void wipe(
            byte[] ink, byte[] dark, StraightLine along, FollowedLine line, FollowedLine.Run run, FoldShadow shadow) {
        Line found = new Line(along.level(), line, run, shadow);
        wiped.add(found);
        for (int a = run.from(); a < run.to(); a++) {
            for (int d = -FoldShadow.REACH_PX; d <= FoldShadow.REACH_PX; d++) {
                int c = line.middle(a) + d;
                int i = along.pixel(a, c);
                if (i >= 0 && shadow.explains(d, dark[i] & 0xff)) {
                    ink[i] = 0;
                }
            }
        }
    }

    /** {@return how far beside {@code c}, which lies on the sheet, it is darkest} */
    private static int darkestNear(byte[] dark, StraightLine line, int a, int c) {
        int i = line.pixel(a, c);
        int k = line.pixel(Math.max(0, a - 1), c);
        int aside = line.level() ? line.width() : 1;
        int best = 0;
        int most = -1;
        for (int d : NEAR) {
            boolean off = c + d < 0 || c + d >= line.across();
            int darkness = off ? 0 : mean(dark[i + d * aside], dark[k + d * aside]);
            if (darkness > most) {
                most = darkness;
                best = d;
            }
        }
        return best;
    }

    /** The mean of two pixels along the line: grain weighs half. */
    private static int darkness(byte[] dark, StraightLine line, int a, int c) {
        int i = line.pixel(a, c);
        return i < 0 ? 0 : mean(dark[i], dark[line.pixel(Math.max(0, a - 1), c)]);
    }

    private static int mean(byte a, byte b) {
        return ((a & 0xff) + (b & 0xff)) / 2;
    }
}
