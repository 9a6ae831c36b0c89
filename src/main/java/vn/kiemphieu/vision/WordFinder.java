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

    /** 0.4 mm of one pixel's width: less than through a name, for a line must be dark here, and fill gaps in two places. */
    private static final int FEWEST_GAP_PX = 3;

    /** A signature begins so far above its zone. */
    private static final double SIGNS_BESIDE_MM = 1;

    private final AlignedPage page;
    private final List<EdgeToEdge.Line> folds;
    private final Optional<Ring> ring;
    private final Optional<PaperBox> signature;
    private final Creases creases;
    private final double print;
    private final LineThroughPrint lines;

    WordFinder(AlignedPage page, InkLevels levels, List<EdgeToEdge.Line> folds, Optional<Ring> ring, Creases creases) {
        this.page = page;
        this.folds = folds;
        this.ring = ring;
        this.signature = page.formPage().signature().map(zone -> zone.grown(SIGNS_BESIDE_MM));
        this.creases = creases;
        this.print = levels.print();
        this.lines = new LineThroughPrint(page, levels, FEWEST_GAP_PX, AS_PRINT * levels.print(), this::isCovered);
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
        List<Struck> struck = page.template.words().stream()
                .filter(word -> lines.mayRunThrough(word.gaps()))
                // To place a word costs more than to look at it where the form has it, and that rules out nearly all.
                .filter(word -> lines.most(word.printed(), LineThroughPrint.Place.AS_ON_FORM)
                                .gapPx()
                        >= FEWEST_GAP_PX)
                .map(word -> new Struck(word, lines.most(word.printed(), lines.place(word.printed()))))
                .filter(found -> lines.isStroke(found.run))
                .filter(found -> !creases.runThrough(Creases.PixelBox.of(found.run.box()), true))
                .toList();
        if (struck.isEmpty()) {
            return List.of();
        }
        LettersOfAPage usual = LettersOfAPage.of(
                page.template.words().stream().map(this::letters).toList());
        return struck.stream()
                .map(found -> new Stroke(
                        found.run.box(), found.run.lengthMm(), found.run.gapMm(), usual.steps(letters(found.word))))
                .toList();
    }

    private List<PrintedLetters.Letter> letters(OtherWord word) {
        return word.letters().on(page, lines.place(word.printed()), this::isCovered, print);
    }

    private record Struck(OtherWord word, LineThroughPrint.Run run) {}
}
