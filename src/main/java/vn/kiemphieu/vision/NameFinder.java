package vn.kiemphieu.vision;

import org.opencv.core.Rect;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Survey.PrintedName;

/** Looks at one printed name: is it this name, and does a stroke run through it? */
final class NameFinder {

    private final AlignedPage page;
    private final LineThroughPrint lines;

    NameFinder(AlignedPage page, InkLevels levels) {
        this.page = page;
        this.lines = new LineThroughPrint(page, levels, 0, (x, y) -> false);
    }

    PrintedName find(Row row) {
        Rect printed = page.template.printedIn(row.name());
        LineThroughPrint.Place place = lines.place(printed);
        LineThroughPrint.Run run = lines.most(printed, place);
        return new PrintedName(row.official(), box(printed), place.likeness(), run.lengthMm(), run.gapMm(), run.box());
    }

    private static PaperBox box(Rect r) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperBox(r.x / px, r.y / px, r.width / px, r.height / px);
    }
}
