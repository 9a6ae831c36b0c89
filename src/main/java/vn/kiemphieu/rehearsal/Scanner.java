package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kiemphieu.form.FormPage;

/** Draws by lot what one sheet goes through, each kind of scanning with its own evils. */
final class Scanner {

    private static final double MM_PER_INCH = 25.4;

    private Scanner() {}

    /**
     * {@return a recipe for one page}
     *
     * @param kind any but {@link ScanKind#MIXED}, which is settled file by file
     */
    static ScanRecipe recipe(ScanKind kind, FormPage page, double dpi, ScanRecipe.Output output, Random random) {
        int w = (int) Math.round(page.widthMm() * dpi / MM_PER_INCH);
        int h = (int) Math.round(page.heightMm() * dpi / MM_PER_INCH);
        if (kind == ScanKind.PHOTO) {
            w = (int) Math.round(w * 1.12);
            h = (int) Math.round(h * 1.08);
        }
        boolean poor = kind == ScanKind.POOR;
        Passage passage = kind == ScanKind.PHOTO ? held(page, w, h, dpi, random) : fed(page, w, h, dpi, poor, random);
        return new ScanRecipe(
                w,
                h,
                dpi,
                print(poor, random),
                passage,
                light(kind, random),
                wear(kind, page, random),
                output,
                random.nextLong());
    }

    /** {@return dots per inch as that kind of scanning uses them} */
    static double dpi(ScanKind kind, Random random) {
        return switch (kind) {
            case OFFICE, GREY -> new double[] {200, 200, 200, 240, 300}[random.nextInt(5)];
            case BILEVEL -> new double[] {200, 300, 300}[random.nextInt(3)];
            case POOR -> new double[] {150, 200, 200}[random.nextInt(3)];
            case PHOTO -> 170 + 10 * random.nextInt(8);
            case MIXED -> throw new IllegalArgumentException("Mixed is settled file by file");
        };
    }

    private static Passage fed(FormPage page, int w, int h, double dpi, boolean poor, Random random) {
        double skew = poor ? 1.3 : 0.45;
        double turn = Math.max(-4, Math.min(4, skew * random.nextGaussian()));
        if (random.nextDouble() < 0.05) {
            turn += 180;
        }
        double ppm = dpi / MM_PER_INCH;
        double sx = ppm * (1 + Math.max(-0.01, Math.min(0.01, 0.003 * random.nextGaussian())));
        double sy = ppm * (1 + Math.max(-0.01, Math.min(0.01, 0.004 * random.nextGaussian())));
        double shift = (poor ? 2.5 : 1.2) * ppm;
        double[] m = Passage.times(
                Passage.shift(w / 2.0 + shift * random.nextGaussian(), h / 2.0 + shift * random.nextGaussian()),
                Passage.times(
                        Passage.turn(turn),
                        Passage.times(
                                Passage.stretch(sx, sy, ppm * 0.0015 * random.nextGaussian()),
                                Passage.shift(-page.widthMm() / 2, -page.heightMm() / 2))));
        double bend = poor ? 0.55 : 0.18;
        return Passage.of(
                m,
                new Passage.Bend(
                        bend * random.nextDouble(),
                        bend * random.nextDouble(),
                        (0.6 + random.nextDouble()) / 297,
                        6.28 * random.nextDouble()));
    }

    private static Passage held(FormPage page, int w, int h, double dpi, Random random) {
        double ppm = dpi / MM_PER_INCH;
        double[] m = Passage.times(
                Passage.shift(w / 2.0 + ppm * 2 * random.nextGaussian(), h / 2.0 + ppm * 2 * random.nextGaussian()),
                Passage.times(
                        Passage.turn(Math.max(-4, Math.min(4, 1.6 * random.nextGaussian()))),
                        Passage.times(
                                Passage.stretch(ppm, ppm * (1 + 0.01 * random.nextGaussian()), 0),
                                Passage.times(
                                        Passage.tilt(0.00022 * random.nextGaussian(), 0.00022 * random.nextGaussian()),
                                        Passage.shift(-page.widthMm() / 2, -page.heightMm() / 2)))));
        return Passage.of(
                m,
                new Passage.Bend(
                        0.5 * random.nextDouble(), 0.5 * random.nextDouble(), 0.7 / 297, 6.28 * random.nextDouble()));
    }

    private static ScanRecipe.Print print(boolean poor, Random random) {
        double spread = (poor ? 0.05 : 0.025) * random.nextGaussian();
        return new ScanRecipe.Print(
                Math.max(-0.07, Math.min(0.09, spread)),
                (poor ? 45 : 22) + random.nextInt(30),
                poor ? 0.25 * random.nextDouble() : 0.05 * random.nextDouble());
    }

    private static ScanRecipe.Light light(ScanKind kind, Random random) {
        int drift = random.nextInt(5);
        double towards = 360 * random.nextDouble();
        return switch (kind) {
            case POOR ->
                new ScanRecipe.Light(
                        rgb(226 + drift * 3, 223 + drift * 3, 212 + drift * 3),
                        0.12 * random.nextDouble(),
                        towards,
                        random.nextDouble() < 0.4 ? 25 + random.nextInt(30) : 244,
                        false,
                        0.7 + 0.5 * random.nextDouble(),
                        4 + 3 * random.nextDouble());
            case PHOTO ->
                new ScanRecipe.Light(
                        rgb(212 + drift * 4, 206 + drift * 4, 196 + drift * 4),
                        0.2 + 0.25 * random.nextDouble(),
                        towards,
                        70 + random.nextInt(80),
                        true,
                        0.7 + 0.5 * random.nextDouble(),
                        3 + 2.5 * random.nextDouble());
            default ->
                new ScanRecipe.Light(
                        rgb(248 + drift, 247 + drift, 243 + drift),
                        0.03 * random.nextDouble(),
                        towards,
                        random.nextDouble() < 0.06 ? 30 + random.nextInt(30) : 250,
                        false,
                        0.45 + 0.3 * random.nextDouble(),
                        1.2 + 1.6 * random.nextDouble());
        };
    }

    private static int rgb(int r, int g, int b) {
        return Math.min(255, r) << 16 | Math.min(255, g) << 8 | Math.min(255, b);
    }

    private static ScanRecipe.Wear wear(ScanKind kind, FormPage page, Random random) {
        boolean poor = kind == ScanKind.POOR;
        List<double[]> folds = new ArrayList<>();
        double folded = poor ? 0.6 : kind == ScanKind.PHOTO ? 0.35 : 0.12;
        if (random.nextDouble() < folded) {
            double y = page.heightMm() * (0.5 + 0.03 * random.nextGaussian());
            folds.add(new double[] {0, y, page.widthMm(), y + 1.5 * random.nextGaussian()});
            if (random.nextDouble() < 0.4) {
                double x = page.widthMm() * (0.5 + 0.03 * random.nextGaussian());
                folds.add(new double[] {x, 0, x + 1.5 * random.nextGaussian(), page.heightMm()});
            }
        }
        List<double[]> streaks = new ArrayList<>();
        int lines = poor ? random.nextInt(3) : kind == ScanKind.PHOTO || random.nextDouble() > 0.1 ? 0 : 1;
        for (int i = 0; i < lines; i++) {
            streaks.add(new double[] {random.nextDouble(), 25 + 90 * random.nextDouble()});
        }
        // Scanners set the threshold high enough for a ball pen: below 170 thin blue lines break up.
        int dust = poor ? 4 + random.nextInt(25) : random.nextInt(6);
        int quality = poor ? 40 + random.nextInt(25) : 70 + random.nextInt(20);
        return new ScanRecipe.Wear(folds, streaks, dust, quality, 172 + random.nextInt(32));
    }
}
