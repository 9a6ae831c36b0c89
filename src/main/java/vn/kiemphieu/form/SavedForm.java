package vn.kiemphieu.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;

/**
 * The shape of {@code form.json}: what Jackson writes and reads. Boxes are {@code [x, y, width, height]} in millimetres,
 * rounded to a micrometre, so that the file says the same on every machine. What must not be missing is asked for here,
 * where Jackson still knows the line.
 *
 * @param version raised when an older program would misread the file
 */
record SavedForm(int version, List<SavedPage> pages) {

    static final int VERSION = 1;

    SavedForm {
        pages = List.copyOf(pages);
    }

    record SavedPage(
            int number,
            double widthMm,
            double heightMm,
            List<Double> tableMm,
            @Nullable List<Double> signatureMm,
            @Nullable SavedStamp stamp,
            SavedBlank blank,
            List<SavedRow> rows) {

        SavedPage {
            tableMm = List.copyOf(tableMm);
            Objects.requireNonNull(blank);
            rows = List.copyOf(rows);
        }
    }

    record SavedStamp(List<Double> aroundMm, double diameterMm) {

        SavedStamp {
            aroundMm = List.copyOf(aroundMm);
        }
    }

    /** Which file holds the blank page. The checksum tells when somebody painted in it or mixed two forms. */
    record SavedBlank(String file, double dpi, String sha256) {

        SavedBlank {
            Objects.requireNonNull(sha256);
        }
    }

    /** A row with the name that is printed in it, to be compared with the roster whenever the form is loaded. */
    record SavedRow(
            int official,
            String printedName,
            List<Double> rowMm,
            List<Double> nameMm,
            @Nullable List<Double> positionMm,
            List<Double> highMm,
            List<Double> confidenceMm,
            List<Double> lowMm) {

        SavedRow {
            Objects.requireNonNull(printedName);
            rowMm = List.copyOf(rowMm);
            nameMm = List.copyOf(nameMm);
            highMm = List.copyOf(highMm);
            confidenceMm = List.copyOf(confidenceMm);
            lowMm = List.copyOf(lowMm);
        }
    }

    static SavedForm of(BallotForm form, List<Official> officials) {
        return new SavedForm(
                VERSION, form.pages().stream().map(p -> page(p, officials)).toList());
    }

    /** {@return the form; the pages' numbers are checked by it, so blanks go by place} */
    BallotForm form(List<Blank> blanks) {
        return new BallotForm(IntStream.range(0, pages.size())
                .mapToObj(i -> page(pages.get(i), blanks.get(i)))
                .toList());
    }

    private static FormPage page(SavedPage saved, Blank blank) {
        return new FormPage(
                saved.number(),
                saved.widthMm(),
                saved.heightMm(),
                box(saved.tableMm()),
                saved.rows().stream().map(SavedForm::row).toList(),
                optionalBox(saved.signatureMm()),
                Optional.ofNullable(saved.stamp()).map(s -> new StampPlace(box(s.aroundMm()), s.diameterMm())),
                blank);
    }

    private static SavedPage page(FormPage page, List<Official> officials) {
        return new SavedPage(
                page.number(),
                rounded(page.widthMm()),
                rounded(page.heightMm()),
                mm(page.table()),
                page.signature().map(SavedForm::mm).orElse(null),
                page.stamp()
                        .map(s -> new SavedStamp(mm(s.around()), rounded(s.diameterMm())))
                        .orElse(null),
                new SavedBlank(
                        fileOf(page.number()),
                        page.blank().dpi(),
                        Checksum.of(page.blank().png())),
                page.rows().stream()
                        .map(r -> row(r, officials.get(r.official() - 1).name()))
                        .toList());
    }

    private static SavedRow row(Row row, String printedName) {
        return new SavedRow(
                row.official(),
                printedName,
                mm(row.box()),
                mm(row.name()),
                row.position().map(SavedForm::mm).orElse(null),
                mm(row.cell(Level.HIGH)),
                mm(row.cell(Level.CONFIDENCE)),
                mm(row.cell(Level.LOW)));
    }

    private static Row row(SavedRow saved) {
        Map<Level, PaperBox> cells = new EnumMap<>(Level.class);
        cells.put(Level.HIGH, box(saved.highMm()));
        cells.put(Level.CONFIDENCE, box(saved.confidenceMm()));
        cells.put(Level.LOW, box(saved.lowMm()));
        return new Row(
                saved.official(), box(saved.rowMm()), box(saved.nameMm()), optionalBox(saved.positionMm()), cells);
    }

    static String fileOf(int page) {
        return "page-" + page + ".png";
    }

    private static Optional<PaperBox> optionalBox(@Nullable List<Double> mm) {
        return mm == null ? Optional.empty() : Optional.of(box(mm));
    }

    private static PaperBox box(List<Double> mm) {
        if (mm.size() != 4) {
            throw new IllegalArgumentException("A box has 4 figures, not " + mm.size());
        }
        return new PaperBox(mm.get(0), mm.get(1), mm.get(2), mm.get(3));
    }

    /** Rounds the edges, not the width: neighbours that shared an edge go on sharing it. */
    private static List<Double> mm(PaperBox box) {
        double x = rounded(box.xMm());
        double y = rounded(box.yMm());
        return List.of(x, y, rounded(rounded(box.rightMm()) - x), rounded(rounded(box.bottomMm()) - y));
    }

    private static double rounded(double mm) {
        return Math.round(mm * 1000) / 1000.0;
    }
}
