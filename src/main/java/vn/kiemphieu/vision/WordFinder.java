package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.reading.Survey.Ring;
import vn.kiemphieu.reading.Survey.Stroke;

/** Looks for strokes through printed words that are no names. A stamp, a signature and a fold may lie over them, too. */
final class WordFinder {

    /** Against print, a stroke is that dark at least; what blur makes of the gaps between bold letters on poor scans is paler. */
    private static final double AS_PRINT = 0.5;

    /** A signature begins so far above its zone. */
    private static final double SIGNS_BESIDE_MM = 1;

    private final AlignedPage page;
    private final List<EdgeToEdge.Line> folds;
    private final Optional<Ring> ring;
    private final Optional<PaperBox> signature;
    private final Creases creases;
    private final LineThroughPrint lines;

    WordFinder(AlignedPage page, InkLevels levels, List<EdgeToEdge.Line> folds, Optional<Ring> ring, Creases creases) {
        this.page = page;
        this.folds = folds;
        this.ring = ring;
        this.signature = page.formPage().signature().map(zone -> zone.grown(SIGNS_BESIDE_MM));
        this.creases = creases;
        this.lines = new LineThroughPrint(page, levels, AS_PRINT * levels.print(), this::isCovered);
    }

    private boolean isCovered(int x, int y) {
        PaperPoint at = new PaperPoint(x / FormTemplate.PIXELS_PER_MM, y / FormTemplate.PIXELS_PER_MM);
        if (ring.isPresent() && isIn(ring.get(), at)
                || signature.isPresent() && signature.get().contains(at)) {
            return true;
        }
        for (EdgeToEdge.Line fold : folds) {
            if (fold.covers(x, y)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Ring stamp, PaperPoint at) {
        double dx = at.xMm() - stamp.centre().xMm();
        double dy = at.yMm() - stamp.centre().yMm();
        return Math.hypot(dx, dy) < stamp.reachMm();
    }

    List<Stroke> find() {
        return page.template.words().stream()
                .filter(word -> lines.mayRunThrough(word.gaps()))
                .map(OtherWord::printed)
                // To place a word costs more than to look at it where the form has it, and that rules out nearly all.
                .filter(printed ->
                        lines.most(printed, LineThroughPrint.Place.AS_ON_FORM).isStroke())
                .map(printed -> lines.most(printed, lines.place(printed)))
                .filter(LineThroughPrint.Run::isStroke)
                .filter(run -> !creases.runThrough(Creases.PixelBox.of(run.box()), true))
                .map(run -> new Stroke(run.box(), run.lengthMm(), run.gapMm()))
                .toList();
    }
}
