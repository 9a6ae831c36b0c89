package vn.kiemphieu.vision;

import java.util.Arrays;
import java.util.Optional;
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

    private final FormTemplate form;

    PrintTracker(FormTemplate form) {
        this.form = form;
    }

    Optional<Tracked> track(ScanLight scan, Deformation rough) {
        Deformation now = rough;
        double[] errors = {};
        for (int look = 0; look < TOLERANCE.length; look++) {
            PrintPatches patches = look == 0 ? form.widePatches : form.closePatches;
            PrintPatches.Sightings seen = patches.find(scan, now, ALIKE[look]);
            if (seen.on().length < FEWEST) {
                return Optional.empty();
            }
            Deformation next = Deformation.fit(form, seen.on(), seen.at(), TOLERANCE[look] * now.scale());
            if (next == null || next.sightings() < FEWEST) {
                return Optional.empty();
            }
            now = next;
            errors = errors(now, seen);
        }
        return Optional.of(new Tracked(now, errors[errors.length / 2], errors[(int) (errors.length * 0.95)]));
    }

    /** Distances between fit and sightings in fine pixels, ascending. */
    private static double[] errors(Deformation now, PrintPatches.Sightings seen) {
        double[] d = new double[seen.on().length];
        for (int i = 0; i < d.length; i++) {
            Point p = now.at(seen.on()[i].x, seen.on()[i].y);
            d[i] = Math.hypot(p.x - seen.at()[i].x, p.y - seen.at()[i].y) / now.scale();
        }
        Arrays.sort(d);
        return d;
    }
}
