package vn.kiemphieu.vision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives strokes back what was wiped of them with a fold or a streak that they cross or run beside. A streak is as dark as a pen's stroke,
 * but everywhere the same across: what is darker than the line is elsewhere at that distance from its middle, and hangs together
 * with ink beside the line, is a stroke's, and so is the line's middle between two sides of one.
 */
final class CrossingStrokes {

    /** As {@link Residue#ink} has them. */
    private static final byte INK = 1;

    /** Ink that was wiped, while it is asked whose it is. */
    private static final byte WIPED = 3;

    /** Of 255: grain, and the ripples of a JPEG, make a line so much darker here and there. */
    private static final int DARKER = 30;

    /** A streak measures one pixel or two across and a fold five; beyond this there is nothing of either. */
    private static final int REACH_PX = 6;

    /** A line comes and goes: how dark it is, is asked for each 4 cm of it. */
    private static final int PART_PX = (int) (40 * FormTemplate.PIXELS_PER_MM);

    /** In every fourth place along it, some eighty of each part. */
    private static final int EVERY = 4;

    /** As wide as what is wiped. */
    private static final int MOST_GAP_PX = 7;

    /** So near to its edge a sheet that lies askew shows what is behind it; nothing is given back there. */
    private static final int EDGE_PX = (int) (5 * FormTemplate.PIXELS_PER_MM);

    private final int width;
    private final boolean level;
    private final byte[] ink;
    private final byte[] dark;
    private final byte[] print;
    private final List<Profile> lines;

    /**
     * @param ink what was wiped is 0 in it
     * @param dark 0..255
     * @param print not 0 where the form prints
     * @param lines all level ones or all upright ones
     */
    CrossingStrokes(int width, boolean level, byte[] ink, byte[] dark, byte[] print, List<EdgeToEdge.Line> lines) {
        this.width = width;
        this.level = level;
        this.ink = ink;
        this.dark = dark;
        this.print = print;
        this.lines = lines.stream().map(Profile::new).toList();
    }

    /** @param taken the pixels of ink that were wiped with the lines */
    void giveBack(IntStream taken) {
        int[] wiped = taken.filter(i -> print[i] == 0 && isInside(i)).toArray();
        for (int i : wiped) {
            ink[i] = WIPED;
        }
        spread(wiped);
        joined(wiped).forEach(i -> ink[i] = INK);
        for (int i : wiped) {
            ink[i] = ink[i] == WIPED ? 0 : ink[i];
        }
    }

    private boolean isInside(int i) {
        int x = i % width;
        int y = i / width;
        return Math.min(x, y) >= EDGE_PX && x < width - EDGE_PX && y < ink.length / width - EDGE_PX;
    }

    /** From the ink beside the line on, into what is darker than the line. */
    private void spread(int[] wiped) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i : wiped) {
            if (ink[i] == WIPED && hasNeighbour(i) && isDarkerThanTheLine(i)) {
                ink[i] = INK;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int i = open.remove();
            for (int k : neighbours(i)) {
                if (ink[k] == WIPED && isDarkerThanTheLine(k)) {
                    ink[k] = INK;
                    open.add(k);
                }
            }
        }
    }

    private boolean hasNeighbour(int i) {
        for (int k : neighbours(i)) {
            if (ink[k] == INK) {
                return true;
            }
        }
        return false;
    }

    private int[] neighbours(int i) {
        return new int[] {i - width - 1, i - width, i - width + 1, i - 1, i + 1, i + width - 1, i + width, i + width + 1
        };
    }

    private boolean isDarkerThanTheLine(int i) {
        int darkness = dark[i] & 0xff;
        for (Profile line : lines) {
            if (darkness <= line.darknessAt(i % width, i / width) + DARKER) {
                return false;
            }
        }
        return true;
    }

    /** {@return the line's middle where the same stroke stands on both sides of it} */
    private List<Integer> joined(int[] wiped) {
        return IntStream.of(wiped)
                .filter(i -> ink[i] == WIPED && isBetweenSides(i))
                .boxed()
                .toList();
    }

    private boolean isBetweenSides(int i) {
        int before = gap(i, level ? -width : -1);
        int after = gap(i, level ? width : 1);
        return before > 0 && after > 0 && before + after <= MOST_GAP_PX + 1;
    }

    /** {@return how far it is to ink that way, a pixel aside at most; 0 if there is none, or bare paper lies between} */
    private int gap(int i, int step) {
        int aside = level ? 1 : width;
        for (int n = 1, k = i + step; n <= MOST_GAP_PX; n++, k += step) {
            if (ink[k] == INK || ink[k - aside] == INK || ink[k + aside] == INK) {
                return n;
            }
            if (ink[k] != WIPED) {
                return 0;
            }
        }
        return 0;
    }

    /** How dark a line is across it, by the distance from its middle: the middle one of many places of each part of it. */
    private final class Profile {

        private final EdgeToEdge.Line line;

        /** By the parts of it that somebody asked about, and by the distance from its middle. */
        private final Map<Integer, int[]> darkness = new HashMap<>();

        private Profile(EdgeToEdge.Line line) {
            this.line = line;
        }

        private int[] usual(int part) {
            return IntStream.rangeClosed(-REACH_PX, REACH_PX)
                    .map(aside -> usual(part, aside))
                    .toArray();
        }

        private int usual(int part, int aside) {
            int[] seen = new int[PART_PX / EVERY + 1];
            int n = 0;
            int from = Math.max(line.run().from(), part * PART_PX);
            int to = Math.min(line.run().to(), (part + 1) * PART_PX);
            for (int along = from; along < to; along += EVERY) {
                int i = pixel(along, line.followed().middle(along) + aside);
                if (i >= 0 && i < dark.length && print[i] == 0) {
                    seen[n++] = dark[i] & 0xff;
                }
            }
            Arrays.sort(seen, 0, n);
            return seen[n / 2];
        }

        private int pixel(int along, int across) {
            return level ? across * width + along : along * width + across;
        }

        /** {@return how dark the line is there, 0 beside it} */
        private int darknessAt(int x, int y) {
            int along = level ? x : y;
            if (along < line.run().from() || along >= line.run().to()) {
                return 0;
            }
            int aside = (level ? y : x) - line.followed().middle(along);
            if (Math.abs(aside) > REACH_PX) {
                return 0;
            }
            return darkness.computeIfAbsent(along / PART_PX, this::usual)[aside + REACH_PX];
        }
    }
}
