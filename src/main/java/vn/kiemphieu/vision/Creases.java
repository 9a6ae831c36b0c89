package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.InkPiece;

/**
 * Follows a fold through the whole sheet from a place where something shows that may be part of it. A fold runs from edge to edge, wavers by
 * a millimetre, is a shadow here and a gleam there, and mostly paler than the paper's grain: so it is looked for in the mean of some
 * millimetres, and held against what the same look finds beside it. A pen's line ends, and is nowhere lighter than the paper.
 */
final class Creases {

    /** Along the fold, of how much a mean is taken: 2.5 mm. */
    private static final int BLOCK_PX = 20;

    /** A block of which less is free of print tells nothing. */
    private static final int LEAST_FREE_PX = 8;

    /** So far the middle of a fold may lie beside what showed of it: a gleam beside its shadow. */
    private static final int BESIDE_PX = 8;

    /** From one block to the next a fold wavers by no more. */
    private static final int WAVER_PX = 3;

    /** 0.8 mm beside a fold's middle lies paper. */
    private static final int ASIDE_PX = 6;

    /** A mark that a block lies over tells no more than that much darkness. */
    private static final double MOST = 30;

    /** The looks beside a fold go 5 mm above and below it. */
    private static final int CONTROL_PX = 40;

    /** Nine of ten looks where nothing is show less. */
    private static final double CHANCE = 0.9;

    /** So much of a fold shows on both sides of the place, and of what lies in the sheet's margin. */
    private static final double SHOWN = 0.5;

    /** Where a fold runs into a ruled line it is seen no more; on the other side it must show so much. */
    private static final double SHOWN_ON_ONE_SIDE = 0.7;

    /** What shows this many times as strongly as nine tenths of the fold is no fold, or not the fold alone: a line drawn in it. */
    private static final double STRONGER = 2;

    /** Fewer blocks tell nothing. */
    private static final int LEAST_BLOCKS = 2;

    /** The last 5 mm of a sheet, where its edge may show. */
    private static final int EDGE_PX = 40;

    /** Ink that a fold's shadow makes is no wider, */
    private static final double FLAT_MM = 1.2;

    /** and hardly darker: those looked at came to 0.13 to 0.23. */
    private static final double PALE = 0.35;

    /** Less is dust, of which nobody asks. */
    private static final double LEAST_MM = 0.6;

    /** Red is a stamp and no shadow. */
    private static final double MOSTLY = 0.5;

    /** How dark the light of a page is at a pixel, by any scale; below 0 too. */
    @FunctionalInterface
    interface Light {
        double darkness(int x, int y);
    }

    private final int width;
    private final int height;
    private final Light light;
    private final Supplier<byte[]> hidden;

    /** Where the form's table lies, in pixels. */
    private final PixelBox table;

    /** From {@code left} and {@code top} to before {@code right} and {@code bottom}. */
    record PixelBox(int left, int top, int right, int bottom) {

        static PixelBox of(PaperBox box) {
            double px = FormTemplate.PIXELS_PER_MM;
            return new PixelBox(
                    (int) Math.floor(box.xMm() * px),
                    (int) Math.floor(box.yMm() * px),
                    (int) Math.ceil(box.rightMm() * px),
                    (int) Math.ceil(box.bottomMm() * px));
        }
    }

    /** @param hidden not 0 where print lies or the scan shows nothing, row by row; asked for once at most */
    Creases(int width, int height, Light light, Supplier<byte[]> hidden, PixelBox table) {
        this.width = width;
        this.height = height;
        this.light = light;
        this.hidden = once(hidden);
        this.table = table;
    }

    private static Supplier<byte[]> once(Supplier<byte[]> costly) {
        byte[][] kept = new byte[1][];
        return () -> {
            if (kept[0] == null) {
                kept[0] = costly.get();
            }
            return kept[0];
        };
    }

    static Creases of(AlignedPage page, int besidePrintPx) {
        FormTemplate form = page.template;
        return new Creases(
                form.widthPx,
                form.heightPx,
                page::darknessOfLight,
                () -> hidden(page, besidePrintPx),
                PixelBox.of(form.page.table()));
    }

    private static byte[] hidden(AlignedPage page, int besidePrintPx) {
        Mat hidden = new Mat();
        Core.bitwise_not(page.onSheet, hidden);
        Core.bitwise_or(hidden, page.template.printGrown(besidePrintPx), hidden);
        byte[] bytes = new byte[page.template.widthPx * page.template.heightPx];
        hidden.get(0, 0, bytes);
        OpenCv.release(hidden);
        return bytes;
    }

    /** {@return whether that ink is what a fold's shadow makes of it} */
    boolean holds(InkPiece piece) {
        PaperBox box = piece.box();
        double flat = Math.min(box.widthMm(), box.heightMm());
        double extent = Math.max(box.widthMm(), box.heightMm());
        return flat < FLAT_MM
                && extent > LEAST_MM
                && piece.darkness() < PALE
                && piece.redness() < MOSTLY
                && !piece.atEdge()
                && runThrough(PixelBox.of(box), box.widthMm() > box.heightMm());
    }

    /**
     * {@return whether a fold runs through that box}
     *
     * @param level whether it would run across the sheet, and not down
     */
    boolean runThrough(PixelBox box, boolean level) {
        Way way = new Way(level);
        int from = level ? box.left : box.top;
        int to = level ? box.right : box.bottom;
        int upper = (level ? box.top : box.left) - BESIDE_PX;
        int lower = (level ? box.bottom : box.right) + BESIDE_PX;
        List<Step> beside = new ArrayList<>();
        for (int shift : new int[] {-CONTROL_PX, CONTROL_PX}) {
            beside.addAll(way.follow(from, to, upper + shift, lower + shift, -1, Double.NEGATIVE_INFINITY));
            beside.addAll(way.follow(from, to, upper + shift, lower + shift, 1, Double.NEGATIVE_INFINITY));
        }
        if (beside.size() < 2 * LEAST_BLOCKS) {
            return false;
        }
        double[] chance = beside.stream().mapToDouble(Step::strength).sorted().toArray();
        double shows = chance[(int) (CHANCE * (chance.length - 1))];
        List<Step> before = way.follow(from, to, upper, lower, -1, shows);
        List<Step> after = way.follow(from, to, upper, lower, 1, shows);
        double fewer = Math.min(shown(way, before, shows), shown(way, after, shows));
        double more = Math.max(shown(way, before, shows), shown(way, after, shows));
        double[] fold = Stream.concat(before.stream(), after.stream())
                .mapToDouble(Step::strength)
                .filter(strength -> strength > shows)
                .sorted()
                .toArray();
        return (fewer > SHOWN || more > SHOWN_ON_ONE_SIDE)
                && way.strongest(from, to, upper, lower) < STRONGER * fold[(int) (CHANCE * (fold.length - 1))];
    }

    /** {@return how much of the fold shows on that side, 0..1: in all of it or in the sheet's margin, where less does} */
    private double shown(Way way, List<Step> steps, double shows) {
        int first = way.level ? table.left : table.top;
        int last = way.level ? table.right : table.bottom;
        List<Step> margin = steps.stream()
                .filter(step -> step.along < first || step.along >= last)
                .toList();
        return margin.size() < LEAST_BLOCKS ? 0 : Math.min(share(steps, shows), share(margin, shows));
    }

    private static double share(List<Step> steps, double shows) {
        return steps.stream().filter(step -> step.strength > shows).count() / (double) steps.size();
    }

    /** What one block shows: where it lies along the line, and how much darker or lighter it is there than on both sides. */
    private record Step(int along, double strength) {}

    /** How much darker or lighter it is than on both sides, and where across. */
    private record Shown(double strength, int across) {}

    /** The sheet, looked at along a fold that runs level or upright. */
    private final class Way {

        private final boolean level;

        Way(boolean level) {
            this.level = level;
        }

        int along() {
            return level ? width : height;
        }

        private int across() {
            return level ? height : width;
        }

        /**
         * Follows what shows most from a box on to that side of it, block by block.
         *
         * @param shows what shows as much is followed where it wavers to; until something does, all of the box is looked at
         * @return what each block shows of which print leaves enough free
         */
        List<Step> follow(int from, int to, int upper, int lower, int side, double shows) {
            List<Step> steps = new ArrayList<>();
            int low = upper;
            int high = lower;
            int a = side < 0 ? from - BLOCK_PX : to;
            for (; a >= EDGE_PX && a + BLOCK_PX <= along() - EDGE_PX; a += side * BLOCK_PX) {
                Shown shown = look(a, low, high, MOST);
                if (!Double.isNaN(shown.strength)) {
                    steps.add(new Step(a, shown.strength));
                    if (shown.strength > shows) {
                        low = shown.across - WAVER_PX;
                        high = shown.across + WAVER_PX;
                    }
                }
            }
            return steps;
        }

        /** {@return the most that a block within the box shows, however dark it is; more than any fold where print hides all of it} */
        double strongest(int from, int to, int upper, int lower) {
            return IntStream.iterate(from, a -> a < to && a + BLOCK_PX <= along(), a -> a + BLOCK_PX)
                    .mapToDouble(a -> look(a, upper, lower, Double.POSITIVE_INFINITY).strength)
                    .filter(strength -> !Double.isNaN(strength))
                    .max()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /** {@return what shows most in a block between two places across; not a number where print hides it} */
        private Shown look(int along, int low, int high, double most) {
            double[] profile = profile(along, low - ASIDE_PX - 1, high + ASIDE_PX + 2, most);
            Shown found = new Shown(Double.NaN, 0);
            for (int k = ASIDE_PX + 1; k < profile.length - ASIDE_PX - 1; k++) {
                double middle = mean(profile, k);
                double one = mean(profile, k - ASIDE_PX);
                double other = mean(profile, k + ASIDE_PX);
                double strength = Math.max(middle - Math.max(one, other), Math.min(one, other) - middle);
                if (!Double.isNaN(strength) && !(strength <= found.strength)) {
                    found = new Shown(strength, low + k - ASIDE_PX - 1);
                }
            }
            return found;
        }

        private static double mean(double[] profile, int k) {
            return (profile[k - 1] + profile[k] + profile[k + 1]) / 3;
        }

        /** {@return the mean darkness of a block, line by line against the rest of its column; not a number where print hides it} */
        private double[] profile(int along, int from, int to, double most) {
            double[] sums = new double[to - from];
            int[] free = new int[to - from];
            double[] column = new double[to - from];
            double[] sorted = new double[to - from];
            for (int a = along; a < along + BLOCK_PX; a++) {
                int n = 0;
                for (int c = from; c < to; c++) {
                    column[c - from] = isFree(a, c) ? darkness(a, c) : Double.NaN;
                    if (!Double.isNaN(column[c - from])) {
                        sorted[n++] = column[c - from];
                    }
                }
                Arrays.sort(sorted, 0, n);
                for (int k = 0; k < column.length; k++) {
                    if (!Double.isNaN(column[k])) {
                        sums[k] += Math.max(-most, Math.min(most, column[k] - sorted[n / 2]));
                        free[k]++;
                    }
                }
            }
            for (int k = 0; k < sums.length; k++) {
                sums[k] = free[k] < LEAST_FREE_PX ? Double.NaN : sums[k] / free[k];
            }
            return sums;
        }

        private boolean isFree(int a, int c) {
            return c >= 0 && c < across() && hidden.get()[level ? c * width + a : a * width + c] == 0;
        }

        private double darkness(int a, int c) {
            return level ? light.darkness(a, c) : light.darkness(c, a);
        }
    }
}
