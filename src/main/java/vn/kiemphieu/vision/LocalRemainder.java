package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a plane projection and a polynomial leave of a sheet's bend, from place to place: an average of what the sightings
 * nearby say, with a Gaussian kernel that shrinks to nothing where no print is, and of what that leaves in turn
 * (J. Tukey, "Exploratory data analysis", 1977: twicing).
 */
final class LocalRemainder {

    /** Side of the squares on which the remainder is kept: it changes over {@link #REACH_PX}. */
    private static final int REST_PX = 48;

    /** Reach of the local remainder: feeder bend and folds change over two centimetres. */
    private static final double REACH_PX = 14 * FormTemplate.PIXELS_PER_MM;

    /** Weight of "no remainder" against the sightings: with fewer than two nearby, hardly anything moves. */
    private static final double STILLNESS = 1.5;

    /** How many of the nearest are asked about a sighting, and how many it takes to outvote it. */
    private static final int VOTERS = 5;

    private static final int LEAST_VOTERS = 3;

    /** Half the print of a crooked page lay within 0.31, 0.13 and 0.09 pixels of the fit after one, two and four. */
    private static final int PASSES = 4;

    private final int restColumns;

    /** What the polynomial leaves, at the corners of squares of {@link #REST_PX}: x and y in turn. */
    private final double[] rest;

    private final int sightings;

    /**
     * Averages it.
     *
     * @param left at each sighting x and y on the form, in fine pixels, and by how much it is missed, in scan pixels
     * @param tolerancePx how far sightings around each other may disagree, in scan pixels
     */
    LocalRemainder(int widthPx, int heightPx, double[][] left, double tolerancePx) {
        this.restColumns = widthPx / REST_PX + 2;
        this.rest = new double[2 * restColumns * (heightPx / REST_PX + 2)];
        add(agreeing(left, tolerancePx));
        int near = 0;
        // Averaging flattens what bends most; what it leaves is averaged in turn, and so the fit reaches into corners.
        for (int pass = 1; pass < PASSES; pass++) {
            double[][] still = Arrays.stream(left)
                    .map(s -> new double[] {s[0], s[1], s[2] - rest(s[0], s[1], 0), s[3] - rest(s[0], s[1], 1)})
                    .filter(s -> Math.hypot(s[2], s[3]) < 1.5 * tolerancePx)
                    .toArray(double[][]::new);
            add(still);
            near = still.length;
        }
        this.sightings = near;
    }

    /** Adds the average of these to the remainder. */
    private void add(double[][] seen) {
        double[] more = spread(seen, restColumns, rest.length / 2 / restColumns);
        for (int i = 0; i < rest.length; i++) {
            rest[i] += more[i];
        }
    }

    private static double[] spread(double[][] seen, int columns, int rows) {
        double[] sum = new double[columns * rows * 2];
        double[] weights = new double[columns * rows];
        Arrays.fill(weights, STILLNESS);
        int reach = (int) (2.4 * REACH_PX / REST_PX);
        for (double[] s : seen) {
            int left = Math.max(0, (int) (s[0] / REST_PX) - reach);
            int top = Math.max(0, (int) (s[1] / REST_PX) - reach);
            // The kernel of two ways is the product of its kernels of one.
            double[] across = kernel(s[0], left, Math.min(columns - 1, (int) (s[0] / REST_PX) + reach));
            double[] down = kernel(s[1], top, Math.min(rows - 1, (int) (s[1] / REST_PX) + reach));
            for (int j = 0; j < down.length; j++) {
                for (int i = 0; i < across.length; i++) {
                    double weight = down[j] * across[i];
                    int at = (top + j) * columns + left + i;
                    weights[at] += weight;
                    sum[2 * at] += weight * s[2];
                    sum[2 * at + 1] += weight * s[3];
                }
            }
        }
        for (int at = 0; at < weights.length; at++) {
            sum[2 * at] /= weights[at];
            sum[2 * at + 1] /= weights[at];
        }
        return sum;
    }

    /** {@return how much a sighting at that place weighs at each of the corners of squares from the first to the last} */
    private static double[] kernel(double place, int first, int last) {
        double[] weights = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < weights.length; i++) {
            double d = ((first + i) * REST_PX - place) / REACH_PX;
            weights[i] = Math.exp(-d * d);
        }
        return weights;
    }

    /**
     * {@return those sightings that agree with most of the nearest around them, or, where there are too few around, with the
     * polynomial} A corner of a sheet that lay crooked is told so from mistakes: all its print moved alike.
     */
    private static double[][] agreeing(double[][] left, double tolerancePx) {
        return Arrays.stream(left)
                .filter(s -> {
                    List<double[]> around = nearest(s, left);
                    long agree = around.stream()
                            .filter(o -> Math.hypot(o[2] - s[2], o[3] - s[3]) < tolerancePx)
                            .count();
                    return around.size() < LEAST_VOTERS
                            ? Math.hypot(s[2], s[3]) < 1.5 * tolerancePx
                            : 2 * agree > around.size();
                })
                .toArray(double[][]::new);
    }

    /** {@return the nearest others within reach, nearest first, {@link #VOTERS} at most} */
    private static List<double[]> nearest(double[] s, double[][] all) {
        List<double[]> nearest = new ArrayList<>();
        for (double[] o : all) {
            double d = squared(o, s);
            if (o != s && d < REACH_PX * REACH_PX) {
                int at = nearest.size();
                while (at > 0 && squared(nearest.get(at - 1), s) > d) {
                    at--;
                }
                if (at < VOTERS) {
                    nearest.add(at, o);
                }
                if (nearest.size() > VOTERS) {
                    nearest.remove(VOTERS);
                }
            }
        }
        return nearest;
    }

    private static double squared(double[] a, double[] b) {
        return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
    }

    /** {@return how far right of the polynomial that place of the form lies, in scan pixels} */
    double x(double u, double v) {
        return rest(u, v, 0);
    }

    /** {@return how far below it} */
    double y(double u, double v) {
        return rest(u, v, 1);
    }

    /** {@return how many sightings agree with it} */
    int sightings() {
        return sightings;
    }

    /** {@return the remainder there, in scan pixels: 0 for x, 1 for y} */
    private double rest(double u, double v, int axis) {
        double gx = Math.max(0, Math.min(u / REST_PX, restColumns - 1.001));
        double gy = Math.max(0, Math.min(v / REST_PX, rest.length / 2.0 / restColumns - 1.001));
        double fx = gx - (int) gx;
        double fy = gy - (int) gy;
        int k = 2 * ((int) gy * restColumns + (int) gx) + axis;
        int below = k + 2 * restColumns;
        double upper = rest[k] * (1 - fx) + rest[k + 2] * fx;
        double lower = rest[below] * (1 - fx) + rest[below + 2] * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
