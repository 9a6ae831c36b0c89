package vn.kiemphieu.vision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Carries strokes through print: where a pen crosses a ruled line its ink cannot be told from the line's, so each side
 * becomes a piece of its own. Fronts grow from every piece into the dark print; where two meet, the shortest way between
 * them is taken for ink. They reach only as far as a line is wide, so marks on one long line do not run together.
 */
final class Bridges {

    private final int width;
    private final int height;
    private final int reach;

    /** @param reach how deep a front goes into print, in pixels */
    Bridges(int width, int height, int reach) {
        this.width = width;
        this.height = height;
        this.reach = reach;
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
            draw(way[0], ink, from);
            draw(way[1], ink, from);
        }
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
