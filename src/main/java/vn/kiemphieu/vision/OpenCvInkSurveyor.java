package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.reading.InkSurveyor;
import vn.kiemphieu.reading.Survey;
import vn.kiemphieu.reading.Survey.PrintedName;
import vn.kiemphieu.registration.Aligned;

/** Measures all ink on a straightened page that the form does not print. */
public final class OpenCvInkSurveyor implements InkSurveyor {

    public OpenCvInkSurveyor() {
        OpenCv.load();
    }

    @Override
    public Survey survey(Aligned aligned) {
        AlignedPage page = (AlignedPage) aligned;
        InkLevels levels = InkLevels.of(page);
        Residue residue = Residue.of(page, levels, page.red);
        List<PrintedName> names = new ArrayList<>();
        NameFinder finder = new NameFinder(page, levels, residue);
        for (Row row : page.template.page.rows()) {
            names.add(finder.find(row));
        }
        Creases creases = Creases.of(page, Residue.SLACK_PX + 1 + levels.thickenedPx());
        List<InkPiece> pieces =
                residue.pieces().stream().filter(piece -> !creases.holds(piece)).toList();
        Survey survey = new Survey(
                page.depth(),
                pieces,
                page.formPage().stamp().flatMap(place -> new RingFinder(page, residue, levels).find(place)),
                names,
                new FaintTraces(page, levels, residue.lines, creases));
        residue.close();
        return survey;
    }
}
