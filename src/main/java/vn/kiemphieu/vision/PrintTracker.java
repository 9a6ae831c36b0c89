package vn.kiemphieu.vision;

import java.util.ArrayList;
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

    /** A fit that moved no print further than this, in fine pixels, has seen all there is: patches come back from twice as far. */
    private static final double STILL_PX = 2;

    /** Pages that were looked into lay still after one or two. */
    private static final int MOST_LOOKS = 6;

    /** How far beyond what was seen a fit is still good enough for patches to find their own print. */
    private static final double STEP_PX = 30 * FormTemplate.PIXELS_PER_MM;

    /** So many features within this, itself among them, agree for a reason. */
    private static final int CROWD = 4;

    private static final double CROWD_PX = STEP_PX / 2;

    /** Print stands in islands: all of one lies within this. */
    static final double ISLAND_PX = 25 * FormTemplate.PIXELS_PER_MM;

    /** How far an island may lie from a fit without it, in fine pixels: all that is fitted to then was seen for sure. */
    private static final double STRAYED_PX = 20;

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

    Optional<Tracked> track(ScanLight scan, CoarseMatch rough) {
        return spread(scan, rough)
                .flatMap(near -> settled(scan, near.deformation))
                .map(look -> withIslands(scan, look))
                .map(look -> new Tracked(look.deformation, look.error(0.5), look.error(0.95)));
    }

    /** Looks for print that the fit misses as a whole, and then closely at all print once more. */
    private Look withIslands(ScanLight scan, Look look) {
        List<Point> corners = new ArrayList<>();
        List<Point> places = new ArrayList<>();
        List<Point> on = new ArrayList<>(look.agreed);
        for (PrintIsland island : PrintIsland.of(form.closePatches.missed(look.agreed, ISLAND_PX), ISLAND_PX)) {
            island.shift(form, scan, look.deformation).ifPresent(shift -> {
                on.removeIf(seen -> island.isNear(seen, ISLAND_PX)); // one letter taken for another
                for (Point p : island.corners()) {
                    corners.add(p);
                    places.add(look.deformation.at(p.x + shift.x, p.y + shift.y));
                }
            });
        }
        if (corners.isEmpty()) {
            return look;
        }
        List<Point> at = new ArrayList<>();
        on.forEach(p -> at.add(look.deformation.at(p.x, p.y)));
        on.addAll(corners);
        at.addAll(places);
        Deformation fit = Deformation.fit(
                form, on.toArray(Point[]::new), at.toArray(Point[]::new), STRAYED_PX * look.deformation.scale());
        return fit == null ? look : closely(scan, fit).orElse(look);
    }

    /**
     * Looks around where features agree, fits, and looks around what is seen then, until the whole page is: far from all that
     * was seen a fit is a guess, and patches slip to print that is like their own.
     */
    private Optional<Look> spread(ScanLight scan, CoarseMatch rough) {
        PrintPatches.Search search = form.widePatches.search(scan, ALIKE[0]);
        Optional<Look> look = Optional.empty();
        Deformation fit = rough.deformation();
        // A feature that agrees alone agrees by chance.
        List<Point> from = rough.agreeing().stream()
                .filter(p -> PrintPatches.near(p, rough.agreeing(), CROWD_PX) >= CROWD)
                .toList();
        while (search.reaches(fit, from, STEP_PX)) {
            Optional<Look> next = fitted(fit, search.seen(), TOLERANCE[0]);
            if (next.isPresent()) {
                look = next;
                fit = next.get().deformation;
            }
            from = next.map(Look::agreed).orElse(List.of(search.seen().on()));
        }
        if (look.isEmpty() && search.reaches(fit, rough.agreeing(), Double.POSITIVE_INFINITY)) {
            return fitted(fit, search.seen(), TOLERANCE[0]);
        }
        return look;
    }

    /** Looks again until the fit lies still: where it was off, little was seen, and what was drew it nearer. */
    private Optional<Look> settled(ScanLight scan, Deformation guess) {
        Deformation before = guess;
        Optional<Look> look = look(scan, guess);
        for (int n = 1; n < MOST_LOOKS && look.isPresent(); n++) {
            Deformation now = look.get().deformation;
            if (form.closePatches.furthestMoved(before, now) < STILL_PX) {
                break;
            }
            before = now;
            look = look(scan, now);
        }
        return look;
    }

    /** Empty where too little is seen. */
    private Optional<Look> look(ScanLight scan, Deformation guess) {
        return fitted(guess, form.closePatches.find(scan, guess, ALIKE[1]), TOLERANCE[1]);
    }

    /**
     * Looks at all print from a fit that has all islands. What is seen far from it is left out; then nothing needs to be
     * outvoted, which would be the islands: they are few, and where the rest would not have them.
     */
    private Optional<Look> closely(ScanLight scan, Deformation guess) {
        PrintPatches.Sightings seen = form.closePatches.find(scan, guess, ALIKE[1]);
        int[] near = IntStream.range(0, seen.on().length)
                .filter(i -> off(guess, seen, i) < TOLERANCE[0])
                .toArray();
        PrintPatches.Sightings kept = new PrintPatches.Sightings(
                Arrays.stream(near).mapToObj(i -> seen.on()[i]).toArray(Point[]::new),
                Arrays.stream(near).mapToObj(i -> seen.at()[i]).toArray(Point[]::new));
        return fitted(guess, kept, STRAYED_PX);
    }

    private Optional<Look> fitted(Deformation guess, PrintPatches.Sightings seen, double tolerance) {
        if (seen.on().length < FEWEST) {
            return Optional.empty();
        }
        Deformation fit = Deformation.fit(form, seen.on(), seen.at(), tolerance * guess.scale());
        if (fit == null || fit.sightings() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new Look(fit, errors(fit, seen), agreed(fit, seen, tolerance)));
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
