package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import vn.kiemphieu.form.PaperBox;

/** The inside of one cell as a map of where it is plainly darker than its own paper, however little. */
final class PaleCell {

    /** Folds lie level or upright by half a degree, streaks lean as the page does: 4 degrees. */
    private static final double LEAN = 0.07;

    /** This much of a line through the cell must show; of an X hardly a fifth lies on any level or upright line. */
    private static final double SHOWN = 0.42;

    /** Half of what a fold's shadow measures across, 1 mm. */
    private static final int HALF_PX = 4;

    /** How many pixels a mean is taken of. */
    static final int NINE = 9;

    /** 0.8 mm from the middle of a stroke lies paper, on both sides. */
    private static final int ASIDE_PX = 6;

    private static final int ASIDE_SLANTED_PX = 4;

    /** A stroke is darker than what lies on both its sides by so much of what it is darker than the cell's paper. */
    private static final double RISES = 0.5;

    /** Level, upright, and both slants. */
    private static final int[][] WAYS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final boolean[] pale;
    private final boolean[] hidden;

    /** Where the scan was looked at closely. */
    private final boolean[] told;

    /** The darkness of the nine pixels around each. */
    private final int[] sums;

    /** The middle one of those of bare paper, and how far they stray from it. */
    private final int paper;

    private final double grain;

    /** By how much more than the paper nine pixels must hold to be pale. */
    private double limit;

    /** One connected piece, in pixels of the map. */
    record Piece(int left, int top, int widthPx, int heightPx) {

        private boolean holds(int x, int y) {
            return x >= left && x < left + widthPx && y >= top && y < top + heightPx;
        }
    }

    /** How dark the page is at a pixel of it. */
    @FunctionalInterface
    interface DarknessAt {
        double at(int x, int y);
    }

    /**
     * @param sums the darkness of the nine pixels around each pixel of it, row by row, 0..2295; -1 where nobody looked closely
     * @param hidden where print lies
     */
    PaleCell(int left, int top, int width, int height, int[] sums, boolean[] hidden) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.sums = sums.clone();
        this.pale = new boolean[width * height];
        this.hidden = hidden.clone();
        this.told = new boolean[width * height];
        CellLight.level(this.sums, hidden, width, height);
        int[] counts = new int[CellLight.LEVELS];
        int n = 0;
        for (int i = 0; i < sums.length; i++) {
            told[i] = sums[i] >= 0;
            if (told[i] && !hidden[i]) {
                counts[this.sums[i]]++;
                n++;
            }
        }
        // Whatever lies on paper darkens it: the lighter half tells the grain. Clipped at 0, it tells too little.
        paper = CellLight.quantile(counts, n, 0.5);
        double below = paper - CellLight.quantile(counts, n, 0.16);
        double above = CellLight.quantile(counts, n, 0.84) - paper;
        grain = Math.max(below, 0.35 * (below + above));
    }

    /**
     * {@return the map of that part of the page, on which nothing shows yet}
     *
     * @param print not 0 where the page is printed and nothing of it counts; empty where no print is
     */
    static PaleCell of(AlignedPage page, PaperBox inside, Optional<Mat> print) {
        double px = FormTemplate.PIXELS_PER_MM;
        int left = (int) Math.round(inside.xMm() * px);
        int top = (int) Math.round(inside.yMm() * px);
        int width = (int) (inside.widthMm() * px);
        int height = (int) (inside.heightMm() * px);
        boolean[] hidden = new boolean[width * height];
        print.ifPresent(mat -> {
            byte[] line = new byte[width];
            for (int y = 0; y < height; y++) {
                mat.get(top + y, left, line);
                for (int x = 0; x < width; x++) {
                    hidden[y * width + x] = line[x] != 0;
                }
            }
        });
        return new PaleCell(left, top, width, height, sums(page, left, top, width, height), hidden);
    }

    /** Shows what is darker than the paper by {@code grains} times its grain, and by {@code least} of 255, in the mean of nine pixels. */
    void show(double grains, double least) {
        limit = Math.max(NINE * least, grains * grain);
        for (int i = 0; i < sums.length; i++) {
            pale[i] = !hidden[i] && sums[i] > paper + limit;
        }
    }

    /** The darkness of the nine pixels around each; -1 where the scan was seen to be bare and was not looked at closely. */
    private static int[] sums(AlignedPage page, int left, int top, int width, int height) {
        byte[] dark = page.samples();
        byte[] told = page.toldSamples();
        int stride = page.template.widthPx;
        int[] sums = new int[width * height];
        int[] three = new int[width + 2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < three.length; x++) {
                int i = (top + y) * stride + left + x - 1;
                boolean all = told[i - stride] == LaidSheet.TOLD
                        && told[i] == LaidSheet.TOLD
                        && told[i + stride] == LaidSheet.TOLD;
                three[x] = all ? (dark[i - stride] & 0xff) + (dark[i] & 0xff) + (dark[i + stride] & 0xff) : -1;
            }
            for (int x = 0; x < width; x++) {
                boolean all = (three[x] | three[x + 1] | three[x + 2]) >= 0;
                sums[y * width + x] = all ? three[x] + three[x + 1] + three[x + 2] : -1;
            }
        }
        return sums;
    }

    /** {@return by the pixels of the map, in which of these print lies first, from 1 on; 0 for none} */
    byte[] rings(List<Mat> prints) {
        byte[] rings = new byte[pale.length];
        byte[] line = new byte[width];
        for (int ring = prints.size(); ring > 0; ring--) {
            for (int y = 0; y < height; y++) {
                prints.get(ring - 1).get(top + y, left, line);
                for (int x = 0; x < width; x++) {
                    if (line[x] != 0) {
                        rings[y * width + x] = (byte) ring;
                    }
                }
            }
        }
        return rings;
    }

    /** {@return by the rings, how many of its pixels hold by how much more than the paper, from -{@link CellLight#LEVELS} on} */
    int[][] countRings(byte[] rings, int howMany) {
        int[][] counts = new int[howMany][2 * CellLight.LEVELS];
        for (int i = 0; i < pale.length; i++) {
            if (rings[i] > 0 && told[i] && !hidden[i]) {
                counts[rings[i] - 1][sums[i] - paper + CellLight.LEVELS]++;
            }
        }
        return counts;
    }

    /** Takes out what holds no more than the paper and what is given for its ring. */
    void wipeRings(byte[] rings, double[] limits) {
        for (int i = 0; i < pale.length; i++) {
            pale[i] = pale[i] && (rings[i] == 0 || sums[i] > paper + limits[rings[i] - 1]);
        }
    }

    /** {@return whether print lies there, or the map ends before} */
    boolean isHidden(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height || hidden[y * width + x];
    }

    /** Takes out what lies on these, and what runs through the whole cell, level or upright. */
    void wipeLines(List<EdgeToEdge.Line> lines) {
        for (int i = 0; i < pale.length; i++) {
            int x = left + i % width;
            int y = top + i / width;
            pale[i] = pale[i] && lines.stream().noneMatch(line -> line.covers(x, y));
        }
        boolean[] kept = pale.clone();
        wipeLines(kept, true);
        wipeLines(kept, false);
        System.arraycopy(kept, 0, pale, 0, pale.length);
    }

    private void wipeLines(boolean[] kept, boolean level) {
        int along = level ? width : height;
        int across = level ? height : width;
        int most = (int) Math.ceil(LEAN * along);
        int[] points = points(level);
        for (int lean = -most; lean <= most; lean++) {
            // By the line's beginning, from -most on: how many of its pixels show, and how many more of them than of
            // the line before lie in the cell.
            int[] shown = new int[across + 2 * most];
            int[] more = new int[across + 2 * most + 1];
            for (int k = 0; k < points.length; k += 2) {
                shown[points[k + 1] - lean * points[k] / along + most]++;
            }
            for (int a = 0; a < along; a++) {
                int first = most - lean * a / along;
                more[first]++;
                more[first + across]--;
            }
            int inside = 0;
            for (int at = 0; at < shown.length; at++) {
                inside += more[at];
                if (inside > along / 2 && shown[at] > SHOWN * inside) {
                    wipe(kept, level, at - most, lean);
                }
            }
        }
    }

    /** Takes out what is not darker than the paper on both sides of it, whichever way they lie: at the soft edge of a shadow it is not. */
    void wipeSlopes() {
        boolean[] kept = new boolean[pale.length];
        for (int i = 0; i < pale.length; i++) {
            kept[i] = pale[i] && isRidge(i % width, i / width);
        }
        System.arraycopy(kept, 0, pale, 0, pale.length);
    }

    private boolean isRidge(int x, int y) {
        for (int[] way : WAYS) {
            int reach = way[0] * way[1] == 0 ? ASIDE_PX : ASIDE_SLANTED_PX;
            int besides = Math.max(
                    around(x + reach * way[0], y + reach * way[1]), around(x - reach * way[0], y - reach * way[1]));
            if (sums[y * width + x] - besides > RISES * limit) {
                return true;
            }
        }
        return false;
    }

    /** {@return how dark it is there, beyond the map too dark to tell; under print nobody knows, and it passes for paper} */
    private int around(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return Integer.MAX_VALUE / 2;
        }
        int i = y * width + x;
        return hidden[i] || !told[i] ? paper : sums[i];
    }

    /** Every pale pixel: where along the line, where across. */
    private int[] points(boolean level) {
        int[] points = new int[2 * pale.length];
        int n = 0;
        for (int i = 0; i < pale.length; i++) {
            if (pale[i]) {
                points[n++] = level ? i % width : i / width;
                points[n++] = level ? i / width : i % width;
            }
        }
        return Arrays.copyOf(points, n);
    }

    private void wipe(boolean[] kept, boolean level, int at, int lean) {
        int along = level ? width : height;
        int across = level ? height : width;
        for (int a = 0; a < along; a++) {
            int c = at + lean * a / along;
            for (int k = Math.max(0, c - HALF_PX); k <= Math.min(across - 1, c + HALF_PX); k++) {
                kept[index(a, k, level)] = false;
            }
        }
    }

    private int index(int along, int across, boolean level) {
        return level ? across * width + along : along * width + across;
    }

    /** {@return what hangs together; pixels that far apart still do} */
    List<Piece> pieces(int joinPx) {
        List<Piece> pieces = new ArrayList<>();
        boolean[] seen = new boolean[pale.length];
        int[] stack = new int[pale.length];
        for (int i = 0; i < pale.length; i++) {
            if (pale[i] && !seen[i]) {
                pieces.add(grown(i, joinPx, seen, stack));
            }
        }
        return pieces;
    }

    private Piece grown(int start, int join, boolean[] seen, int[] stack) {
        int top = 0;
        int end = 0;
        stack[end++] = start;
        seen[start] = true;
        int left = width;
        int right = 0;
        int upper = height;
        int lower = 0;
        while (top < end) {
            int x = stack[top] % width;
            int y = stack[top++] / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            upper = Math.min(upper, y);
            lower = Math.max(lower, y);
            for (int ny = Math.max(0, y - join); ny <= Math.min(height - 1, y + join); ny++) {
                for (int nx = Math.max(0, x - join); nx <= Math.min(width - 1, x + join); nx++) {
                    int k = ny * width + nx;
                    if (pale[k] && !seen[k]) {
                        seen[k] = true;
                        stack[end++] = k;
                    }
                }
            }
        }
        return new Piece(left, upper, right - left + 1, lower - upper + 1);
    }

    /**
     * {@return by how much the pale pixels of that piece are darker than the paper of the cell around, in the mean}
     *
     * @param darkness at a pixel of the page, by any scale
     */
    double contrast(Piece piece, DarknessAt darkness) {
        double inside = 0;
        int shown = 0;
        double around = 0;
        int bare = 0;
        for (int i = 0; i < pale.length; i++) {
            int x = i % width;
            int y = i / width;
            if (told[i] && !pale[i] && !hidden[i]) {
                around += darkness.at(left + x, top + y);
                bare++;
            } else if (pale[i] && piece.holds(x, y)) {
                inside += darkness.at(left + x, top + y);
                shown++;
            }
        }
        return inside / Math.max(1, shown) - around / Math.max(1, bare);
    }
}
