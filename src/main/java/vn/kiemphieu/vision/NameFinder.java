package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Survey.PrintedName;

/** Looks at one printed name: is it this name, and does a stroke run through it? */
final class NameFinder {

    /** 0.6 mm of one pixel's width. */
    private static final int FEWEST_GAP_PX = 5;

    private final AlignedPage page;
    private final InkLevels levels;
    private final List<EdgeToEdge.Line> folds;
    private final Creases creases;
    private final LineThroughPrint lines;

    NameFinder(AlignedPage page, InkLevels levels, List<EdgeToEdge.Line> folds, Creases creases) {
        this.page = page;
        this.levels = levels;
        this.folds = folds;
        this.creases = creases;
        this.lines = new LineThroughPrint(page, levels, FEWEST_GAP_PX, 0, this::isOfAFold);
    }

    /** {@return one for each row} */
    List<PrintedName> find(List<Row> rows) {
        List<Rect> printed =
                rows.stream().map(row -> page.template.printedIn(row.name())).toList();
        List<LineThroughPrint.Place> places = printed.stream().map(lines::place).toList();
        List<List<PrintedLetters.Letter>> letters = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            letters.add(page.template
                    .letters(rows.get(i).official())
                    .on(page, places.get(i), this::isFolded, levels.print()));
        }
        LettersOfAPage usual = LettersOfAPage.of(letters);
        List<PrintedName> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LineThroughPrint.Run run = lines.most(printed.get(i), places.get(i));
            PaperBox box = box(printed.get(i));
            names.add(new PrintedName(
                    rows.get(i).official(),
                    box,
                    usual.strangest(letters.get(i), box, run.gapMm(), creases),
                    run.lengthMm(),
                    run.gapMm(),
                    run.box()));
        }
        return names;
    }

    private boolean isOfAFold(int x, int y) {
        for (EdgeToEdge.Line fold : folds) {
            if (fold.explains(x, y, page.samples()[y * page.template.widthPx + x] & 0xff)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFolded(int x, int y) {
        for (EdgeToEdge.Line fold : folds) {
            if (fold.covers(x, y)) {
                return true;
            }
        }
        return false;
    }

    private static PaperBox box(Rect r) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperBox(r.x / px, r.y / px, r.width / px, r.height / px);
    }
}
