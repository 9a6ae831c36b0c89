package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.reading.Survey.Stroke;
import vn.kiemphieu.registration.Aligned;

/**
 * Reads a page that lies over its form. Every piece of ink is explained once, by the first that claims it: the stamp, a
 * name, a cell, the signature's zone, dirt; whatever nobody claims is an addition. Safe for several threads at once.
 */
public final class PageReader {

    private final InkSurveyor surveyor;

    public PageReader(InkSurveyor surveyor) {
        this.surveyor = surveyor;
    }

    public Sheet read(Aligned page) {
        return read(page, surveyor.survey(page));
    }

    /** {@return what lies in the cells of that page, as the network sees it} */
    public List<CellPicture> pictures(Aligned page) {
        Survey survey = surveyor.survey(page);
        CellInk cells = new CellInk(page.formPage(), survey.traces());
        unstamped(survey, StampJudge.judge(survey, page.formPage())).forEach(cells::claims);
        return cells.pictures();
    }

    Sheet read(Aligned page, Survey survey) {
        FormPage form = page.formPage();
        List<Finding> findings = new ArrayList<>();
        StampJudge.Verdict stamp = StampJudge.judge(survey, form);
        stamp.finding().ifPresent(findings::add);
        stamp.writingOver(survey).ifPresent(findings::add);
        List<InkPiece> open = unstamped(survey, stamp);

        CellInk cells = new CellInk(form, survey.traces());
        open.removeIf(cells::claims);
        findings.addAll(NameJudge.judge(form, survey.names(), survey.traces(), open));
        new AdditionJudge(form, survey.depth())
                .judge(open, unstamped(survey.strokes(), stamp)).stream()
                        .map(added -> stamp.mayHold(added.where()) ? added.inDoubt() : added)
                        .forEach(findings::add);
        findings.addAll(cells.strays());

        return new Sheet(form.number(), page.fit(), cells.rows(), findings, Tracing.of(form, survey.pieces(), stamp));
    }

    private static List<Stroke> unstamped(List<Stroke> strokes, StampJudge.Verdict stamp) {
        return strokes.stream()
                .filter(stroke -> !stamp.holdsInPlaceOfStamp(stroke.box()))
                .toList();
    }

    private static List<InkPiece> unstamped(Survey survey, StampJudge.Verdict stamp) {
        List<InkPiece> open = new ArrayList<>();
        for (InkPiece piece : survey.pieces()) {
            if (!stamp.explains(piece)) {
                open.add(piece);
            }
        }
        return open;
    }
}
