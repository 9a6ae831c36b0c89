package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.reading.Survey.Ring;
import vn.kiemphieu.reading.Survey.Stroke;

/** Looks for strokes through printed words that are no names. A stamp, a signature and a fold may lie over them, too. */
final class WordFinder {

    /** A signature begins so far above its zone. */
    private static final double SIGNS_BESIDE_MM = 1;

    private final AlignedPage page;
    private final LineThroughPrint lines;
    private final Creases creases;

    WordFinder(AlignedPage page, InkLevels levels, List<EdgeToEdge.Line> folds, Optional<Ring> ring, Creases creases) {
        this.page = page;
        this.creases = creases;
        double px = FormTemplate.PIXELS_PER_MM;
        Optional<PaperBox> signature = page.formPage().signature().map(zone -> zone.grown(SIGNS_BESIDE_MM));
        this.lines = new LineThroughPrint(page, levels, (x, y) -> {
            PaperPoint at = new PaperPoint(x / px, y / px);
            return ring.filter(stamp -> isIn(stamp, at)).isPresent()
                    || signature.filter(zone -> zone.contains(at)).isPresent()
                    || folds.stream().anyMatch(fold -> fold.covers(x, y));
        });
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
