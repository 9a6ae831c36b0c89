package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;

/**
 * Finds sheets that were scanned twice. The bytes of two scans of one sheet differ, the handwriting does not: every mark
 * lies in the same cell, at the same place, stroke upon stroke. Two voters' marks may share a cell, hardly ever the place
 * and the strokes.
 *
 * <p>Where every voter leaves one small X (a form with one name), chance alone brings some pairs this close. They go to a
 * person, as anything doubtful does; a sheet without handwriting is never taken for another.
 */
public final class Duplicates {

    /** A mark that lost an end in one scan has its centre elsewhere, by up to 2.7 px where that was seen; strokes are compared after. */
    private static final double CENTRE_PX = 4;

    /** A 1-bit scan thins or fattens strokes; more than this ratio is another pen. */
    private static final double INK_RATIO = 2;

    /** Stamps of one sheet lie on each other; 1.5 mm is far beyond registration and well within a hand's scatter. */
    private static final double STAMP_MM = 1.5;

    private Duplicates() {}

    /**
     * {@return all pairs of pages that seem to be one sheet, in the order given}
     *
     * @param pages in scan order
     */
    public static List<Twins> among(List<Handwriting> pages) {
        List<Twins> twins = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Handwriting later = pages.get(i);
            for (int j = 0; j < i; j++) {
                Handwriting earlier = pages.get(j);
                if (couldBeOne(earlier, later)) {
                    margin(earlier, later)
                            .ifPresent(margin -> twins.add(new Twins(earlier.page(), later.page(), margin)));
                }
            }
        }
        return twins;
    }

    /** The cheap look that spares nearly every pair the dear one. */
    private static boolean couldBeOne(Handwriting a, Handwriting b) {
        int places = Math.max(a.cells().size(), b.cells().size());
        int needed = Strictness.needed(places);
        return a.formPage() == b.formPage()
                && Math.min(a.cells().size(), b.cells().size()) >= needed
                && near(a, b, places - needed) >= needed;
    }

    /** {@return how many marks of one lie where a mark of the other lies; stops counting once too many do not} */
    private static int near(Handwriting a, Handwriting b, int oddAllowed) {
        int near = 0;
        int odd = 0;
        int i = 0;
        int j = 0;
        while (i < a.cells().size() && j < b.cells().size() && odd <= 2 * oddAllowed) {
            InkPatch one = a.cells().get(i);
            InkPatch other = b.cells().get(j);
            if (one.place() == other.place() && isNear(one, other)) {
                near++;
            } else {
                odd++;
            }
            i += one.place() <= other.place() ? 1 : 0;
            j += other.place() <= one.place() ? 1 : 0;
        }
        return near;
    }

    private static boolean isNear(InkPatch a, InkPatch b) {
        return Math.abs(a.xPx() - b.xPx()) <= CENTRE_PX
                && Math.abs(a.yPx() - b.yPx()) <= CENTRE_PX
                && a.inkPx() <= INK_RATIO * b.inkPx()
                && b.inkPx() <= INK_RATIO * a.inkPx();
    }

    private static Optional<Double> margin(Handwriting a, Handwriting b) {
        if (stampedElsewhere(a, b)) {
            return Optional.empty();
        }
        boolean byCells = !a.cells().isEmpty() && !b.cells().isEmpty();
        List<InkPatch> ofA = byCells ? a.cells() : a.elsewhere();
        List<InkPatch> ofB = byCells ? b.cells() : b.elsewhere();
        int places = Math.max(ofA.size(), ofB.size());
        Strictness strictness = Strictness.among(places);
        double worst = 1;
        int alike = 0;
        for (InkPatch one : ofA) {
            Optional<Double> margin = ofB.stream()
                    .filter(other -> one.place() == other.place() && isNear(one, other))
                    .map(other -> strictness.margin(one, other))
                    .flatMap(Optional::stream)
                    .max(Double::compare);
            if (margin.isPresent()) {
                alike++;
                worst = Math.min(worst, margin.get());
            }
        }
        return alike > 0 && alike >= Strictness.needed(places) ? Optional.of(worst) : Optional.empty();
    }

    /** Only stamps seen alike can be told apart: a worn one may be a fragment in one scan and whole in the other. */
    private static boolean stampedElsewhere(Handwriting a, Handwriting b) {
        if (a.stamp().isEmpty() || b.stamp().isEmpty()) {
            return false;
        }
        PaperBox one = a.stamp().get();
        PaperBox other = b.stamp().get();
        boolean seenAlike = Math.abs(one.widthMm() - other.widthMm()) < STAMP_MM
                && Math.abs(one.heightMm() - other.heightMm()) < STAMP_MM;
        return seenAlike
                && Math.hypot(
                                one.centre().xMm() - other.centre().xMm(),
                                one.centre().yMm() - other.centre().yMm())
                        > STAMP_MM;
    }
}
