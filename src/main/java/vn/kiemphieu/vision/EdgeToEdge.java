package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.kiemphieu.reading.InkMask;

/**
 * Straight lines that run across the whole sheet: a fold, a streak of the scanner's glass. No pen does that. They are
 * found by voting for lines (R. Duda, P. Hart, "Use of the Hough transformation", CACM 15(1), 1972) among nearly level
 * and nearly upright ones.
 */
final class EdgeToEdge {

    /** Streaks are straight on the glass and so lean on a page that was fed askew: 5 degrees, in pixels over the sheet. */
    private static final int TILT_PX = 200;

    private static final int TILT_STEP = 5;

    /** The line must show along this much of the sheet; print and handwriting hide the rest. */
    private static final double SHOWN = 0.55;

    /** Of the sheet's length, to be looked at more closely. */
    private static final double CANDIDATE = 0.2;

    /** Half the width that is wiped: a fold's shadow is up to 0.7 mm wide. */
    private static final int HALF_PX = 3;

    /** What lies along a line and no further than this from its middle, 1 mm, is of it: nobody writes so close along one. */
    private static final int BESIDE_PX = 8;

    /** A straight line that lies no further from a fold, at both ends, is the same one. */
    private static final int BESIDE_FOLD_PX = 4;

    /** How wide such a bit is in the mean, 0.3 mm; those looked at come to 0.22. */
    private static final double HAIR_PX = 2.4;

    private static final int MOST_DRIFT_PX = 9;

    /** Of what the line is seen aside it is followed this much: grain pulls both ways. */
    private static final double PULL = 0.15;

    /** Places across the line where it may run, nearest first. */
    private static final int[] NEAR = {0, -1, 1, -2, 2, -3, 3};

    private final int width;
    private final int height;

    /** Streaks come and go with the speck that draws them; with this share of their line's length they can be voted for. */
    private static final double STREAK_CANDIDATE = 0.1;

    /** A streak lies along the scanner's feed: bend and stretch turn it no further than 0.4 degrees. */
    private static final double ALONG_FEED = 0.007;

    private final byte[] print;
    private final int weak;
    private final double turn;
    private final Deformation page;
    private final List<Line> wiped = new ArrayList<>();
    private final List<Fold> folds = new ArrayList<>();

    /** The straight line through a fold, where it begins and ends across the sheet. */
    private record Fold(boolean level, int first, int last) {}

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

    /** A line that was no ink: {@code run} is the part of it that shows. */
    record Line(boolean level, FollowedLine followed, FollowedLine.Run run) {

        /** {@return whether a pixel of the page lies on it} */
        boolean covers(int x, int y) {
            return isWithin(HALF_PX, x, y);
        }

        /**
         * {@return whether all of that ink is a hair that lies along it, close by: a darker bit that was not wiped with it}
         * Not along a level line: there somebody may have struck a row out where the ballot was folded.
         */
        boolean holds(InkMask piece) {
            if (level || piece.count() > HAIR_PX * piece.heightPx()) {
                return false;
            }
            for (int y = 0; y < piece.heightPx(); y++) {
                for (int x = 0; x < piece.widthPx(); x++) {
                    if (piece.at(x, y) && !isWithin(BESIDE_PX, piece.leftPx() + x, piece.topPx() + y)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** {@return whether it runs where the other does, from where to where the other does} */
        private boolean isAlso(Line other) {
            int middle = (run.from() + run.to()) / 2;
            return level == other.level
                    && run.equals(other.run)
                    && followed.middle(run.from()) == other.followed.middle(run.from())
                    && followed.middle(middle) == other.followed.middle(middle)
                    && followed.middle(run.to() - 1) == other.followed.middle(run.to() - 1);
        }

        private boolean isWithin(int px, int x, int y) {
            int along = level ? x : y;
            return along >= run.from() && along < run.to() && Math.abs((level ? y : x) - followed.middle(along)) <= px;
        }
    }

    /** Takes the lines out of the ink, and says which; a darker stroke that crosses one stays. */
    List<Line> wipe(byte[] ink, byte[] dark) {
        wipe(ink, dark, true);
        wipe(ink, dark, false);
        return List.copyOf(wiped);
    }

    private void wipe(byte[] ink, byte[] dark, boolean level) {
        int along = level ? width : height;
        int across = level ? height : width;
        int[] points = points(ink, level);
        int[] votes = new int[across + 2 * TILT_PX + 4];
        List<Candidate> candidates = new ArrayList<>();
        for (int tilt = -TILT_PX; tilt <= TILT_PX; tilt += TILT_STEP) {
            Arrays.fill(votes, 0);
            // Fixed point: a division for every point and tilt would cost more than all else here.
            int lean = (tilt << 14) / along;
            for (int k = 0; k < points.length; k += 2) {
                votes[points[k + 1] - (lean * points[k] >> 14) + TILT_PX + 1]++;
            }
            double needed = isAlongFeed(level, tilt / (double) along) ? STREAK_CANDIDATE : CANDIDATE;
            for (int at = 1; at < votes.length - 1; at++) {
                int here = 2 * (votes[at - 1] + votes[at] + votes[at + 1]);
                boolean peak = votes[at] >= votes[at - 1] && votes[at] > votes[at + 1];
                if (here > CANDIDATE * along || peak && here > needed * along) {
                    candidates.add(new Candidate(here, at - TILT_PX - 1, tilt));
                }
            }
        }
        // The best one first: once it is wiped those beside and across it are none; before, they would wipe its sides.
        candidates.sort(Comparator.comparingInt(Candidate::votes).reversed());
        for (Candidate line : candidates) {
            wipeIfWhole(ink, dark, level, line.offset(), line.tilt(), along, across);
        }
    }

    /** @param offset where it begins across the sheet; over the sheet it moves by {@code tilt} */
    private record Candidate(int votes, int offset, int tilt) {}

    private boolean isAlongFeed(boolean level, double slope) {
        double feed = level ? Math.cos(turn) / Math.sin(turn) : Math.tan(turn);
        return Math.abs(slope - feed) < ALONG_FEED;
    }

    /** Every other place along the line: as many votes as are needed to see one. */
    private int[] points(byte[] ink, boolean level) {
        int[] points = new int[1 << 16];
        int n = 0;
        for (int i = SparsePixels.next(ink, 0); i < ink.length; i = SparsePixels.next(ink, i + 1)) {
            int x = i % width;
            int y = i / width;
            if (((level ? x : y) & 1) == 0) {
                if (n == points.length) {
                    points = Arrays.copyOf(points, 2 * n);
                }
                points[n++] = level ? x : y;
                points[n++] = level ? y : x;
            }
        }
        return Arrays.copyOf(points, n);
    }

    private void wipeIfWhole(byte[] ink, byte[] dark, boolean level, int offset, int tilt, int along, int across) {
        // The votes are those from before: what was wiped with another line is not looked at again.
        int left = inked(ink, level, offset, tilt, along, across, (a, c) -> {});
        if (isAlongFeed(level, tilt / (double) along) && left > STREAK_CANDIDATE * along / 8) {
            ScannerColumn scanner = new ScannerColumn(page, width, height, level);
            int[] through = middle(ink, scanner, offset, tilt, left, along, across);
            if (scanner.mayShow(through[0], through[1], print, dark)) {
                FollowedLine streak = scanner.follow(through[0], through[1], print, dark);
                streak.streak(!level).ifPresent(run -> wipe(ink, dark, level, streak, run, across));
            }
        }
        boolean isNew = left > CANDIDATE * along / 8;
        if ((isNew || isBeside(level, offset, offset + tilt)) && isLikely(dark, level, offset, tilt, along, across)) {
            FollowedLine fold = follow(dark, level, offset, tilt, across, along);
            if (fold.isWhole()) {
                if (isNew) {
                    folds.add(new Fold(level, offset, offset + tilt));
                }
                wipe(ink, dark, level, fold, new FollowedLine.Run(0, along), across);
            }
        }
    }

    /** {@return whether a fold was wiped so near that it is the same: followed from there too, more of a sheet's bend is wiped} */
    private boolean isBeside(boolean level, int first, int last) {
        return folds.stream()
                .anyMatch(fold -> fold.level == level
                        && Math.abs(fold.first - first) <= BESIDE_FOLD_PX
                        && Math.abs(fold.last - last) <= BESIDE_FOLD_PX);
    }

    /** {@return a place of ink on that line, along it and across: of all by their columns of the scan the middle one} */
    private int[] middle(byte[] ink, ScannerColumn scanner, int offset, int tilt, int inked, int along, int across) {
        int[][] places = new int[inked][];
        double[] columns = new double[inked];
        int[] n = {0};
        inked(ink, scanner.isLevel(), offset, tilt, along, across, (a, c) -> {
            places[n[0]] = new int[] {a, c};
            columns[n[0]++] = scanner.column(a, c);
        });
        double[] sorted = columns.clone();
        Arrays.sort(sorted);
        int k = 0;
        while (columns[k] != sorted[inked / 2]) {
            k++;
        }
        return places[k];
    }

    /** A place along a line and across it. */
    @FunctionalInterface
    private interface Place {
        void at(int along, int across);
    }

    /** Looks at every fourth place along that line. {@return how many pixels of ink are there, each of which is told} */
    private int inked(byte[] ink, boolean level, int offset, int tilt, int along, int across, Place told) {
        int n = 0;
        for (int a = 0; a < along; a += 4) {
            int middle = offset + tilt * a / along;
            for (int c = middle - 1; c <= middle + 1; c++) {
                int i = index(level, a, c, across);
                if (i >= 0 && ink[i] != 0) {
                    told.at(a, c);
                    n++;
                }
            }
        }
        return n;
    }

    private FollowedLine follow(byte[] dark, boolean level, int offset, int tilt, int across, int along) {
        FollowedLine line = new FollowedLine(along);
        double drift = 0;
        for (int a = 0; a < along; a++) {
            int middle = offset + tilt * a / along + (int) Math.round(drift);
            int i = index(level, a, middle, across);
            if (i < 0 || print[i] != 0) {
                line.hidden(a, middle);
                continue;
            }
            int away = darkestNear(dark, level, a, middle, across);
            int darkness = darkness(dark, level, a, middle + away, across);
            boolean shows = darkness > weak;
            line.seen(a, middle, shows, darkness);
            if (shows) {
                // Straightening bends what was straight on the glass, by less than this.
                drift = Math.max(-MOST_DRIFT_PX, Math.min(MOST_DRIFT_PX, drift + PULL * away));
            }
        }
        return line;
    }

    /** A look at every sixteenth place: most candidates are a stamp or a few marks in a row. */
    private boolean isLikely(byte[] dark, boolean level, int offset, int tilt, int along, int across) {
        int shown = 0;
        int visible = 0;
        for (int a = 8; a < along; a += 16) {
            int middle = offset + tilt * a / along;
            int i = index(level, a, middle, across);
            if (i >= 0 && print[i] == 0) {
                visible++;
                int away = darkestNear(dark, level, a, middle, across);
                shown += darkness(dark, level, a, middle + away, across) > weak ? 1 : 0;
            }
        }
        return shown > 0.6 * SHOWN * visible;
    }

    private void wipe(byte[] ink, byte[] dark, boolean level, FollowedLine line, FollowedLine.Run run, int across) {
        Line found = new Line(level, line, run);
        if (wiped.stream().anyMatch(found::isAlso)) {
            return;
        }
        wiped.add(found);
        double usual = line.darkness(run);
        for (int a = run.from(); a < run.to(); a++) {
            for (int d = -HALF_PX; d <= HALF_PX; d++) {
                int i = index(level, a, line.middle(a) + d, across);
                // Ink twice as dark as the line is not the line's.
                if (i >= 0 && (dark[i] & 0xff) < Math.max(usual * 1.6, usual + 40)) {
                    ink[i] = 0;
                }
            }
        }
    }

    /** {@return how far beside {@code c}, which lies on the sheet, it is darkest} */
    private int darkestNear(byte[] dark, boolean level, int a, int c, int across) {
        int i = index(level, a, c, across);
        int k = index(level, Math.max(0, a - 1), c, across);
        int aside = level ? width : 1;
        int best = 0;
        int most = -1;
        for (int d : NEAR) {
            boolean off = c + d < 0 || c + d >= across;
            int darkness = off ? 0 : mean(dark[i + d * aside], dark[k + d * aside]);
            if (darkness > most) {
                most = darkness;
                best = d;
            }
        }
        return best;
    }

    /** The mean of two pixels along the line: grain weighs half. */
    private int darkness(byte[] dark, boolean level, int a, int c, int across) {
        int i = index(level, a, c, across);
        int k = index(level, Math.max(0, a - 1), c, across);
        return i < 0 ? 0 : mean(dark[i], dark[k]);
    }

    private static int mean(byte a, byte b) {
        return ((a & 0xff) + (b & 0xff)) / 2;
    }

    private int index(boolean level, int a, int c, int across) {
        if (c < 0 || c >= across) {
            return -1;
        }
        return level ? c * width + a : a * width + c;
    }
}
