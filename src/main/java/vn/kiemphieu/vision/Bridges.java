package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.reading.InkMask;

/**
 * Carries strokes through print: where a pen crosses a ruled line its ink cannot be told from the line's, so each side
 * becomes a piece of its own. Fronts grow from every piece into the dark print; where two meet on a ruled line, the stroke goes straight on
 * from one to the other, as wide as it touches the print on both sides. Between letters the shortest way is taken for ink. Fronts reach
 * only as far as a line is wide, so marks on one long line do not run together.
 */
final class Bridges {

    /** A stroke is no wider than this where it touches print, to either side of where the front set out: 0.9 mm, a felt pen aslant. */
    private static final int WIDE_PX = 7;

    private final int width;
    private final int height;
    private final int reach;
    private final InkMask.Pixels ruled;

    /**
     * @param reach how deep a front goes into print, in pixels
     * @param ruled where print is the ruled line of a table
     */
    Bridges(int width, int height, int reach, InkMask.Pixels ruled) {
        this.width = width;
        this.height = height;
        this.reach = reach;
        this.ruled = ruled;
    }

    /** @param ink 1 where there is ink beyond print; bridges are written into it as 2
     *  @param over where the page is dark and the form prints */
    void carry(byte[] ink, byte[] over) {
        PixelBuffers buffers = PixelBuffers.ofAtLeast(ink.length);
        int[] piece = buffers.labels();
        int[] from = buffers.origins();
        int[] queue = buffers.queue();
        byte[] depth = buffers.bytes();
        int end = label(ink, over, piece, queue);
        Map<Long, int[]> shortest = new HashMap<>();
        for (int top = 0; top < end; top++) {
            int i = queue[top];
            int x = i % width;
            int y = i / width;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1 || depth[i] >= reach) {
                continue;
            }
            for (int dy = -width; dy <= width; dy += width) {
                for (int dx = -1; dx <= 1; dx++) {
                    int k = i + dy + dx;
                    if (piece[k] == 0 && over[k] != 0) {
                        piece[k] = piece[i];
                        from[k] = i;
                        depth[k] = (byte) (depth[i] + 1);
                        queue[end++] = k;
                    } else if (piece[k] != 0 && piece[k] != piece[i]) {
                        meet(shortest, i, k, piece, depth);
                    }
                }
            }
        }
        for (int[] way : shortest.values()) {
            if (!ruled.hold(way[0] % width, way[0] / width) || !goesOn(way, ink, over, from)) {
                draw(way[0], ink, from);
                draw(way[1], ink, from);
            }
        }
    }

    /** Carries a stroke straight on; {@return whether there was a straight way} */
    private boolean goesOn(int[] way, byte[] ink, byte[] over, int[] from) {
        List<Integer> one = touching(start(way[0], ink, from), ink, over);
        List<Integer> other = touching(start(way[1], ink, from), ink, over);
        boolean dark = isDark(middle(one), middle(other), ink, over);
        if (dark) {
            goOn(one, other, ink, over);
        }
        return dark;
    }

    /** {@return the pixel of a piece from which the front set out that came there} */
    private static int start(int meeting, byte[] ink, int[] from) {
        int i = meeting;
        while (ink[i] != 1) {
            i = from[i];
        }
        return i;
    }

    /** {@return the pixels by which a stroke touches print, about that one} */
    private List<Integer> touching(int start, byte[] ink, byte[] over) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(start));
        List<Integer> found = new ArrayList<>(seen);
        for (int n = 0; n < found.size(); n++) {
            int i = found.get(n);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int k = i + dy * width + dx;
                    if (ink[k] == 1 && away(k, start) <= WIDE_PX && isBesidePrint(k, over) && seen.add(k)) {
                        found.add(k);
                    }
                }
            }
        }
        return found;
    }

    private int away(int i, int k) {
        return Math.max(Math.abs(i % width - k % width), Math.abs(i / width - k / width));
    }

    private boolean isBesidePrint(int i, byte[] over) {
        int x = i % width;
        int y = i / width;
        if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
            return false;
        }
        for (int dy = -width; dy <= width; dy += width) {
            if (over[i + dy - 1] != 0 || over[i + dy] != 0 || over[i + dy + 1] != 0) {
                return true;
            }
        }
        return false;
    }

    private int middle(List<Integer> pixels) {
        double x = pixels.stream().mapToInt(i -> i % width).average().orElseThrow();
        double y = pixels.stream().mapToInt(i -> i / width).average().orElseThrow();
        return (int) Math.round(y) * width + (int) Math.round(x);
    }

    /** {@return whether the page is dark all the way between them} */
    private boolean isDark(int one, int other, byte[] ink, byte[] over) {
        return Arrays.stream(line(one, other)).allMatch(i -> ink[i] != 0 || over[i] != 0);
    }

    /** Each pixel goes over to its counterpart on the other side. */
    private void goOn(List<Integer> one, List<Integer> other, byte[] ink, byte[] over) {
        int a = middle(one);
        int b = middle(other);
        int along = b % width - a % width;
        int down = b / width - a / width;
        Comparator<Integer> across = Comparator.comparingInt(i -> i / width * along - i % width * down);
        List<Integer> left = one.stream().sorted(across).toList();
        List<Integer> right = other.stream().sorted(across).toList();
        int lines = 2 * Math.max(left.size(), right.size());
        for (int n = 0; n <= lines; n++) {
            int p = left.get(n * (left.size() - 1) / lines);
            int q = right.get(n * (right.size() - 1) / lines);
            for (int i : line(p, q)) {
                if (ink[i] == 0 && over[i] != 0) {
                    ink[i] = 2;
                }
            }
        }
    }

    /** {@return the pixels from one to another, both with them} */
    private int[] line(int from, int to) {
        int steps = Math.max(1, away(from, to));
        int x = from % width;
        int y = from / width;
        double dx = (to % width - x) / (double) steps;
        double dy = (to / width - y) / (double) steps;
        int[] pixels = new int[steps + 1];
        for (int s = 0; s <= steps; s++) {
            pixels[s] = (int) Math.round(y + s * dy) * width + (int) Math.round(x + s * dx);
        }
        return pixels;
    }

    private static void meet(Map<Long, int[]> shortest, int i, int k, int[] piece, byte[] depth) {
        long pair = ((long) Math.min(piece[i], piece[k]) << 32) | Math.max(piece[i], piece[k]);
        int length = depth[i] + depth[k];
        int[] known = shortest.get(pair);
        if (known == null || length < known[2]) {
            shortest.put(pair, new int[] {i, k, length});
        }
    }

    /** Numbers the pieces; only their pixels next to print go on. Returns how many those are. */
    private int label(byte[] ink, byte[] over, int[] piece, int[] seeds) {
        int[] stack = new int[1 << 16];
        int pieces = 0;
        int n = 0;
        for (int start = SparsePixels.next(ink, 0); start < ink.length; start = SparsePixels.next(ink, start + 1)) {
            if (piece[start] != 0) {
                continue;
            }
            pieces++;
            int top = 0;
            stack[top++] = start;
            piece[start] = pieces;
            while (top > 0) {
                int i = stack[--top];
                int x = i % width;
                int y = i / width;
                if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                    continue;
                }
                boolean besidePrint = false;
                for (int dy = -width; dy <= width; dy += width) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int k = i + dy + dx;
                        besidePrint |= over[k] != 0;
                        if (ink[k] != 0 && piece[k] == 0) {
                            piece[k] = pieces;
                            if (top == stack.length) {
                                stack = Arrays.copyOf(stack, 2 * top);
                            }
                            stack[top++] = k;
                        }
                    }
                }
                if (besidePrint) {
                    seeds[n++] = i;
                }
            }
        }
        return n;
    }

    /** The way back from a meeting to its piece, as wide as a thin pen. */
    private void draw(int meeting, byte[] ink, int[] from) {
        int i = meeting;
        while (ink[i] != 1) {
            for (int dy = -width; dy <= width; dy += width) {
                for (int dx = -1; dx <= 1; dx++) {
                    int k = i + dy + dx;
                    if (k >= 0 && k < ink.length && ink[k] == 0) {
                        ink[k] = 2;
                    }
                }
            }
            ink[i] = 2;
            i = from[i];
        }
    }
}
