package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.reading.InkSurveyor;
import vn.kiemphieu.reading.Survey;
import vn.kiemphieu.reading.Survey.PrintedName;
import vn.kiemphieu.reading.Survey.Ring;
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
        Creases creases = Creases.of(page, Residue.SLACK_PX + 1 + levels.thickenedPx());
        List<PrintedName> names = new NameFinder(page, levels, residue.lines, creases).find(page.template.page.rows());
        List<InkPiece> pieces =
                residue.pieces().stream().filter(piece -> !creases.holds(piece)).toList();
        Optional<Ring> ring =
                page.formPage().stamp().flatMap(place -> new RingFinder(page, residue, levels).find(place));
        Survey survey = new Survey(
                page.depth(),
                pieces,
                ring,
                ring.map(r -> new Strangers(page.depth(), residue, levels, r).in(pieces))
                        .orElse(List.of()),
                names,
                new WordFinder(page, levels, residue.lines, ring, creases).find(),
                new FaintTraces(page, levels, residue.lines, creases));
        residue.close();
        return survey;
    }
}
