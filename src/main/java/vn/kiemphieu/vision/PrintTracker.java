package vn.kiemphieu.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opencv.core.Point;

/**
 * Follows corners of the print from the form to the scan and bends the form to where they are seen. Handwriting and
 * dirt mislead single corners, so the fit outvotes them.
 */
final class PrintTracker {

    /** @param medianPx of the distance between fit and sightings, in fine pixels; {@code worstPx} its 95th percentile */
    record Tracked(Deformation deformation, double medianPx, double worstPx) {}

    private static final int FEWEST = 40;

    /** How far a sighting may lie from the fit, in fine pixels: the guess may be 2 mm off, then only the bend is left. */
    private static final double[] TOLERANCE = {5, 1.6};

    /** Correlation with the form. The wide patches of the first look hold much handwriting; the fit outvotes it. */
    private static final double[] ALIKE = {0.45, 0.6};

    /** Print stands in islands: all of one lies within this. */
    private static final double ISLAND_PX = 25 * FormTemplate.PIXELS_PER_MM;

    /**
     * One fit to the print.
     *
     * @param errors distances between fit and sightings in fine pixels, ascending
     * @param agreed where on the form print was seen as the fit has it
     */
    private record Look(Deformation deformation, double[] errors, List<Point> agreed) {

        private double error(double quantile) {
            return errors[(int) (errors.length * quantile)];
        }
    }

    private final FormTemplate form;

    PrintTracker(FormTemplate form) {
        this.form = form;
    }

    /**
     * Far from all other print, as the number of a page below a short table, the first fit is a guess and misses what stands
     * there. From it more of the print is looked for once more.
     */
    Optional<Tracked> track(ScanLight scan, Deformation rough) {
        return wideThenClose(scan, rough, form.widePatches)
                .map(look -> form.closePatches.missesMost(look.agreed, ISLAND_PX)
                        ? wideThenClose(scan, look.deformation, form.allWidePatches)
                                .orElse(look)
                        : look)
                .map(look -> new Tracked(look.deformation, look.error(0.5), look.error(0.95)));
    }

    private Optional<Look> wideThenClose(ScanLight scan, Deformation guess, PrintPatches wide) {
        return look(scan, guess, wide, 0).flatMap(near -> look(scan, near.deformation, form.closePatches, 1));
    }

    /** Empty where too little is seen. */
    private Optional<Look> look(ScanLight scan, Deformation guess, PrintPatches patches, int kind) {
        PrintPatches.Sightings seen = patches.find(scan, guess, ALIKE[kind]);
        if (seen.on().length < FEWEST) {
            return Optional.empty();
        }
        Deformation fit = Deformation.fit(form, seen.on(), seen.at(), TOLERANCE[kind] * guess.scale());
        if (fit == null || fit.sightings() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new Look(fit, errors(fit, seen), agreed(fit, seen, TOLERANCE[kind])));
    }

    /** {@return where on the form print was seen no further from the fit than that, in fine pixels} */
    private static List<Point> agreed(Deformation now, PrintPatches.Sightings seen, double tolerancePx) {
        return IntStream.range(0, seen.on().length)
                .filter(i -> off(now, seen, i) < tolerancePx)
                .mapToObj(i -> seen.on()[i])
                .toList();
    }

    private static double off(Deformation now, PrintPatches.Sightings seen, int i) {
        Point p = now.at(seen.on()[i].x, seen.on()[i].y);
        return Math.hypot(p.x - seen.at()[i].x, p.y - seen.at()[i].y) / now.scale();
    }

    /** Distances between fit and sightings in fine pixels, ascending. */
    private static double[] errors(Deformation now, PrintPatches.Sightings seen) {
        double[] d = new double[seen.on().length];
        for (int i = 0; i < d.length; i++) {
            d[i] = off(now, seen, i);
        }
        Arrays.sort(d);
        return d;
    }
}
