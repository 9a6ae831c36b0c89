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

    private final FormTemplate form;

    PrintTracker(FormTemplate form) {
        this.form = form;
    }

    /**
     * Far from all other print the bend is a guess, and the first close look may miss what stands there, as the number of a page
     * below a short table. Each look brings the fit nearer to it.
     */
    private static final double FAR_PX = 25 * FormTemplate.PIXELS_PER_MM;

    private static final int MOST_LOOKS = 5;

    Optional<Tracked> track(ScanLight scan, Deformation rough) {
        Deformation now = rough;
        double[] errors = {};
        boolean more = true;
        for (int look = 0; look < MOST_LOOKS && more; look++) {
            int kind = Math.min(look, 1);
            PrintPatches patches = kind == 0 ? form.widePatches : form.closePatches;
            PrintPatches.Sightings seen = patches.find(scan, now, ALIKE[kind]);
            if (seen.on().length < FEWEST) {
                return Optional.empty();
            }
            Deformation next = Deformation.fit(form, seen.on(), seen.at(), TOLERANCE[kind] * now.scale());
            if (next == null || next.sightings() < FEWEST) {
                return Optional.empty();
            }
            now = next;
            errors = errors(now, seen);
            more = kind == 0 || patches.anyFarFrom(agreed(now, seen, TOLERANCE[kind]), FAR_PX);
        }
        return Optional.of(new Tracked(now, errors[errors.length / 2], errors[(int) (errors.length * 0.95)]));
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
