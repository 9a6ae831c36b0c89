package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kiemphieu.form.LearnProblem.Kind;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;

/**
 * Understands a blank ballot that was made elsewhere: which page is which way up, where the table, the levels, the rows
 * and the names are. Refuses what it is not sure of: a form understood wrongly miscounts every ballot.
 */
public final class Learner {

    /** A page with less print than this, one short word, is an empty back. */
    private static final double EMPTY_MM2 = 15;

    /** The ruled line, the registration of the print, the blur of the scan. */
    private static final double CELL_EDGE_MM = 1.0;

    /** More ink than this in a cell is no dirt: a pen's dot of 0.8 mm. */
    private static final double MARKED_MM2 = 0.5;

    /** What the text reader says of words that it does read; upside down it finds few such. */
    private static final double LEGIBLE = 0.8;

    private final Meeting meeting;
    private final List<LearnNote> notes = new ArrayList<>();
    private final List<ReadPage> pages = new ArrayList<>();

    /** One page of the form, understood. */
    private record ReadPage(UnmarkedSheet sheet, SheetText text, Optional<PageTable> table) {}

    private Learner(Meeting meeting) {
        this.meeting = meeting;
    }

    /** {@return the form; the sheets stay open and are closed by the caller} */
    public static Learning learn(List<UnmarkedSheet> sheets, Meeting meeting) {
        return new Learner(meeting).learn(sheets);
    }

    private Learning learn(List<UnmarkedSheet> sheets) {
        try {
            for (int i = 0; i < sheets.size(); i++) {
                Optional<LearnProblem> problem = readPage(sheets.get(i), i + 1);
                if (problem.isPresent()) {
                    return new Learning.NotUnderstood(List.of(problem.get()));
                }
            }
            if (pages.stream().allMatch(p -> p.table().isEmpty())) {
                Kind kind = pages.isEmpty() ? Kind.EMPTY : Kind.NO_TABLE;
                return new Learning.NotUnderstood(List.of(LearnProblem.of(kind, 0)));
            }
            return match();
        } finally {
            pages.stream().map(ReadPage::sheet).filter(s -> !sheets.contains(s)).forEach(UnmarkedSheet::close);
        }
    }

    /** Reads a page any way up: the heads of the levels, or else the names, make sense in one way only. */
    private Optional<LearnProblem> readPage(UnmarkedSheet sheet, int number) {
        if (sheet.inkMm2(new PaperBox(0, 0, sheet.widthMm(), sheet.heightMm())) < EMPTY_MM2) {
            notes.add(LearnNote.of(LearnNote.Kind.PAGE_SKIPPED, number));
            return Optional.empty();
        }
        Optional<LearnProblem> headless = anyWayUp(sheet, number, Optional.empty());
        Optional<PageTable> before =
                pages.stream().flatMap(p -> p.table().stream()).findFirst();
        if (headless.isEmpty() || before.isEmpty()) {
            return headless;
        }
        if (headless.get().kind() == Kind.NO_TABLE) {
            keepMostLegible(sheet, number);
            notes.add(LearnNote.of(LearnNote.Kind.PAGE_WITHOUT_ROWS, number));
            return Optional.empty();
        }
        return anyWayUp(sheet, number, before).isEmpty() ? Optional.empty() : headless;
    }

    private Optional<LearnProblem> anyWayUp(UnmarkedSheet sheet, int number, Optional<PageTable> before) {
        Optional<LearnProblem> first = Optional.empty();
        for (int turns : new int[] {0, 2, 1, 3}) {
            UnmarkedSheet turned = turns == 0 ? sheet : sheet.turned(turns);
            SheetText text = new SheetText(turned);
            PageTable.Look look = PageTable.on(turned, text, number, before);
            if (look.found().isPresent()
                    && (before.isEmpty() || legible(look.found().get(), text))) {
                keep(turned, text, look.found(), number, turns);
                return Optional.empty();
            }
            if (turns != 0) {
                turned.close();
            }
            first = first.isPresent() && !better(look, first) ? first : look.problem();
        }
        return first.isPresent() ? first : Optional.of(LearnProblem.of(Kind.NO_LEVELS, number, ""));
    }

    /** A page without a table is upright when its words can be read. */
    private void keepMostLegible(UnmarkedSheet sheet, int number) {
        int best = 0;
        double most = -1;
        for (int turns = 0; turns < 4; turns++) {
            UnmarkedSheet turned = turns == 0 ? sheet : sheet.turned(turns);
            double legible = turned.scatteredWords(new PaperBox(0, 0, turned.widthMm(), turned.heightMm())).stream()
                    .filter(w -> w.confidence() > LEGIBLE)
                    .mapToDouble(w -> w.text().length() - 1)
                    .sum();
            if (legible > most) {
                most = legible;
                best = turns;
            }
            if (turns != 0) {
                turned.close();
            }
        }
        UnmarkedSheet upright = best == 0 ? sheet : sheet.turned(best);
        keep(upright, new SheetText(upright), Optional.empty(), number, best);
    }

    /** Whether most rows show somebody's name: a page without a head fits the columns upside down as well. */
    private boolean legible(PageTable table, SheetText text) {
        long named = table.rows().stream()
                .filter(row -> table.printedCells(row).stream()
                        .map(cell -> text.words(cell.box(), UnmarkedSheet.Reading.PLAIN))
                        .anyMatch(words -> meeting.officials().stream()
                                .anyMatch(o -> NameMatch.of(words, o).same())))
                .count();
        return 2 * named >= table.rows().size();
    }

    /** A reason from the way up in which the heads could be read says more than that they could not. */
    private static boolean better(PageTable.Look look, Optional<LearnProblem> first) {
        return look.problem()
                        .filter(p -> p.kind() != Kind.NO_LEVELS && p.kind() != Kind.NO_TABLE)
                        .isPresent()
                && first.filter(p -> p.kind() == Kind.NO_LEVELS).isPresent();
    }

    private void keep(UnmarkedSheet sheet, SheetText text, Optional<PageTable> table, int number, int turns) {
        pages.add(new ReadPage(sheet, text, table));
        if (sheet.paperSize() == UnmarkedSheet.PaperSize.ASSUMED_A4) {
            notes.add(LearnNote.of(LearnNote.Kind.ASSUMED_A4, number));
        }
        if (turns != 0) {
            notes.add(LearnNote.of(LearnNote.Kind.TURNED, number, turns));
        }
        if (Math.abs(sheet.skewDegrees()) >= 0.1) {
            notes.add(LearnNote.of(LearnNote.Kind.STRAIGHTENED, number, sheet.skewDegrees()));
        }
        table.ifPresent(t -> notes.addAll(t.notes()));
    }

    private Learning match() {
        List<NameColumn.PlacedRow> rows = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            ReadPage page = pages.get(i);
            int number = i + 1;
            page.table()
                    .ifPresent(t ->
                            t.rows().forEach(row -> rows.add(new NameColumn.PlacedRow(number, t, row, page.text()))));
        }
        if (rows.size() != meeting.officials().size()) {
            String read =
                    rows.stream().map(r -> r.table().print(r.row(), r.text())).collect(Collectors.joining("; "));
            return new Learning.NotUnderstood(List.of(LearnProblem.of(
                    Kind.ROWS_DIFFER, 0, rows.size(), meeting.officials().size(), read)));
        }
        List<LearnProblem> marked = marked(rows);
        if (!marked.isEmpty()) {
            return new Learning.NotUnderstood(marked);
        }
        NameColumn.Names names = new NameColumn(meeting.officials(), rows).match();
        if (!names.problems().stream().allMatch(LearnProblem::concernsNames)) {
            return new Learning.NotUnderstood(names.problems());
        }
        List<FormPage> form = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            form.add(formPage(i, names));
        }
        return new Learning.Understood(new BallotForm(form), names.learned(), names.problems(), notes);
    }

    private List<LearnProblem> marked(List<NameColumn.PlacedRow> rows) {
        List<LearnProblem> marked = new ArrayList<>();
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (Map.Entry<Level, PaperBox> cell : rows.get(i).row().cells().entrySet()) {
                UnmarkedSheet sheet = pages.get(rows.get(i).page() - 1).sheet();
                double inkMm2 = sheet.inkMm2(cell.getValue().grown(-CELL_EDGE_MM));
                least = Math.min(least, inkMm2);
                most = Math.max(most, inkMm2);
                if (inkMm2 > MARKED_MM2) {
                    marked.add(LearnProblem.of(Kind.MARKED, rows.get(i).page(), i + 1, cell.getKey()));
                }
            }
        }
        // Printed squares are the same everywhere; a voter never marks all three cells of every row alike.
        if (least > MARKED_MM2 && most < 1.5 * least) {
            notes.add(LearnNote.of(LearnNote.Kind.PRINT_IN_CELLS, 1));
            return List.of();
        }
        return marked;
    }

    private FormPage formPage(int index, NameColumn.Names names) {
        ReadPage page = pages.get(index);
        UnmarkedSheet sheet = page.sheet();
        Surroundings around =
                new Surroundings(sheet, page.table().map(t -> t.table().box()));
        PaperBox whole = new PaperBox(0, 0, sheet.widthMm(), sheet.heightMm());
        PaperBox table =
                page.table().map(t -> t.table().box()).or(around::print).orElse(whole);
        List<Row> rows = names.rows().stream()
                .filter(r -> names.learned().get(r.official() - 1).page() == index + 1)
                .toList();
        Optional<PaperBox> signature = around.signature();
        if (signature.isEmpty() && index == pages.size() - 1) {
            notes.add(LearnNote.of(LearnNote.Kind.NO_SIGNATURE_ZONE, index + 1));
        }
        Optional<StampPlace> stamp = index == 0 ? Optional.of(stamp(sheet, around)) : Optional.empty();
        return new FormPage(index + 1, sheet.widthMm(), sheet.heightMm(), table, rows, signature, stamp, sheet.blank());
    }

    private StampPlace stamp(UnmarkedSheet sheet, Surroundings around) {
        Optional<PaperBox> seen = sheet.redStamp();
        if (seen.isPresent()) {
            notes.add(LearnNote.of(LearnNote.Kind.STAMP_WIPED, 1));
        } else if (around.organisation(meeting.organisation()).isEmpty()) {
            notes.add(LearnNote.of(LearnNote.Kind.STAMP_PLACE_ASSUMED, 1));
        }
        return around.stamp(meeting.organisation(), seen);
    }
}
