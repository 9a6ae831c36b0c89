package vn.kiemphieu.vision;

import java.util.Arrays;

/** Takes the light out of the inside of one cell: the edge of a shadow that runs through would hide what is paler than the shadow. */
final class CellLight {

    /** The sums of nine pixels, from 0 on. */
    static final int LEVELS = PaleCell.NINE * 256;

    /** The light is taken of parts of the cell of about 3 mm: no stroke fills a third of one, and no shadow is so narrow. */
    private static final int PART_PX = 24;

    /** The share of a part that is surely paper. */
    private static final double PAPER = 0.35;

    private CellLight() {}

    /**
     * Makes all parts of a cell as dark as the darkest.
     *
     * @param sums the darkness of nine pixels around each pixel, row by row; -1 where it is not known, and stays so
     * @param hidden where print lies, of which no light is taken
     */
    static void level(int[] sums, boolean[] hidden, int width, int height) {
        int columns = Math.max(1, (width + PART_PX / 2) / PART_PX);
        int rows = Math.max(1, (height + PART_PX / 2) / PART_PX);
        double[] light = new double[columns * rows];
        int[] counts = new int[LEVELS];
        double sum = 0;
        int seen = 0;
        for (int k = 0; k < light.length; k++) {
            Arrays.fill(counts, 0);
            int n = 0;
            for (int y = k / columns * height / rows; y < (k / columns + 1) * height / rows; y++) {
                for (int x = k % columns * width / columns; x < (k % columns + 1) * width / columns; x++) {
                    int i = y * width + x;
                    if (sums[i] >= 0 && !hidden[i]) {
                        counts[sums[i]]++;
                        n++;
                    }
                }
            }
            light[k] = n == 0 ? Double.NaN : quantile(counts, n, PAPER);
            sum += n == 0 ? 0 : light[k];
            seen += n == 0 ? 0 : 1;
        }
        if (seen == 0) {
            return;
        }
        double usual = sum / seen;
        double darkest = usual;
        for (int k = 0; k < light.length; k++) {
            light[k] = Double.isNaN(light[k]) ? usual : light[k];
            darkest = Math.max(darkest, light[k]);
        }
        double[] upper = new double[width];
        double[] lower = new double[width];
        int row = -1;
        for (int y = 0; y < height; y++) {
            double v = at((y + 0.5) / height, rows);
            if ((int) v != row) {
                row = (int) v;
                across(light, columns, row, upper);
                across(light, columns, Math.min(row + 1, rows - 1), lower);
            }
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (sums[i] >= 0) {
                    double more = darkest - (upper[x] + (lower[x] - upper[x]) * (v - row));
                    sums[i] = Math.max(0, Math.min(LEVELS - 1, (int) (sums[i] + more + 0.5)));
                }
            }
        }
    }

    /** {@return the part there, and how far from its middle towards the next one's} */
    private static double at(double share, int parts) {
        return Math.max(0, Math.min(parts - 1.001, share * parts - 0.5));
    }

    /** Fills a line with the light of a row of parts, between their middles. */
    private static void across(double[] light, int columns, int row, double[] line) {
        int right = columns > 1 ? 1 : 0;
        for (int x = 0; x < line.length; x++) {
            double u = at((x + 0.5) / line.length, columns);
            int i = row * columns + (int) u;
            line[x] = light[i] + (light[i + right] - light[i]) * (u - (int) u);
        }
    }

    /** {@return the level below which that share of the {@code n} counted lies} */
    static int quantile(int[] counts, int n, double share) {
        double wanted = share * n;
        int level = 0;
        double sum = counts[0];
        while (sum < wanted && level < counts.length - 1) {
            sum += counts[++level];
        }
        return level;
    }
}
