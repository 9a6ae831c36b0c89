package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.PrintedPage.Letter;
import vn.kiemphieu.papers.PrintedPage.Line;

/**
 * One page of the typeset ballot, understood from what is printed on it: where the table, its rows and its cells are.
 * Compares every number and every name with the roster, so that a change of the template can never shift a row.
 */
final class BallotPage {

    /** Two ends of lines that meet lie closer than this: half a line's thickness, with room for rounding. */
    private static final double MEET_MM = 0.4;

    /** TT, name, position and the three levels. */
    private static final int COLUMNS = 6;

    private final PrintedPage print;
    private final List<Double> across;
    private final PaperBox table;

    BallotPage(PrintedPage print) {
        this.print = print;
        double widest = print.lines().stream()
                .filter(Line::level)
                .mapToDouble(Line::toMm)
                .max()
                .orElseThrow(() -> new IllegalStateException("The ballot has no table"));
        this.across = fullLines(widest);
        if (across.size() < 2) {
            throw new IllegalStateException("The ballot's table has no rows");
        }
        List<Double> down = columnsAt((across.get(0) + across.get(1)) / 2);
        double left = down.get(0);
        this.table = new PaperBox(
                left, across.get(0), down.get(down.size() - 1) - left, across.get(across.size() - 1) - across.get(0));
    }

    /** {@return whether a page has a table with a row under its head; a page may hold nothing but the note} */
    static boolean hasRows(PrintedPage print) {
        // A head alone is two cells high where the levels are: TT, lines and their ends make 7 columns there too.
        return print.lines().stream().anyMatch(l -> !l.level()) && new BallotPage(print).across.size() > 2;
    }

    PaperBox table() {
        return table;
    }

    PrintedPage print() {
        return print;
    }

    /** The rows under the head; the head is what lies between the first two lines that run through. */
    List<Row> rows(int firstOfficial, List<Official> officials) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i + 1 < across.size(); i++) {
            rows.add(row(firstOfficial + i - 1, officials, across.get(i), across.get(i + 1)));
        }
        return rows;
    }

    private Row row(int official, List<Official> officials, double topMm, double bottomMm) {
        List<Double> down = columnsAt((topMm + bottomMm) / 2);
        if (down.size() != COLUMNS + 1 || official > officials.size()) {
            throw new IllegalStateException(
                    "Row %d of %d has %d columns".formatted(official, officials.size(), down.size() - 1));
        }
        List<PaperBox> cells = IntStream.range(0, COLUMNS)
                .mapToObj(c -> new PaperBox(down.get(c), topMm, down.get(c + 1) - down.get(c), bottomMm - topMm))
                .toList();
        Official expected = officials.get(official - 1);
        check(cells.get(0), String.valueOf(official));
        check(cells.get(1), expected.name());
        check(cells.get(2), expected.position());
        Map<Level, PaperBox> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            PaperBox cell = cells.get(3 + level.ordinal());
            check(cell, "");
            levels.put(level, cell);
        }
        PaperBox box = new PaperBox(down.get(0), topMm, down.get(COLUMNS) - down.get(0), bottomMm - topMm);
        return new Row(official, box, cells.get(1), Optional.of(cells.get(2)), levels);
    }

    private void check(PaperBox cell, String expected) {
        String printed = print.letters().stream()
                .filter(letter -> cell.contains(middle(letter)))
                .map(Letter::text)
                .collect(Collectors.joining());
        // Where a line is broken the space is not printed, so spaces are left out of the comparison.
        if (!printed.replaceAll("\\s", "").equals(expected.replaceAll("\\s", ""))) {
            throw new IllegalStateException("The ballot prints \"%s\" for \"%s\"".formatted(printed, expected));
        }
    }

    static PaperPoint middle(Letter letter) {
        return new PaperPoint(letter.centreMm(), letter.baselineMm() - letter.heightMm() / 3);
    }

    /** The level lines that run through the whole table, from top to bottom; cells draw them piece by piece. */
    private List<Double> fullLines(double rightMm) {
        List<Line> level = print.lines().stream().filter(Line::level).toList();
        double left = level.stream()
                .filter(l -> Math.abs(l.toMm() - rightMm) < MEET_MM)
                .mapToDouble(l -> joined(level, l.atMm(), rightMm))
                .min()
                .orElseThrow();
        return distinct(level.stream()
                .map(Line::atMm)
                .filter(at -> Math.abs(joined(level, at, rightMm) - left) < MEET_MM)
                .toList());
    }

    /** {@return how far left one gets along the line at that height, starting at the right} */
    private static double joined(List<Line> level, double atMm, double rightMm) {
        double reached = rightMm;
        boolean further = true;
        while (further) {
            double from = reached;
            reached = level.stream()
                    .filter(l -> Math.abs(l.atMm() - atMm) < MEET_MM && l.fromMm() < from && l.toMm() > from - MEET_MM)
                    .mapToDouble(Line::fromMm)
                    .min()
                    .orElse(from);
            further = reached < from;
        }
        return reached;
    }

    private List<Double> columnsAt(double yMm) {
        return distinct(print.lines().stream()
                .filter(l -> !l.level() && l.reaches(yMm))
                .map(Line::atMm)
                .toList());
    }

    private static List<Double> distinct(List<Double> places) {
        List<Double> kept = new ArrayList<>();
        for (double place : places.stream().sorted().toList()) {
            if (kept.isEmpty() || place - kept.get(kept.size() - 1) > MEET_MM) {
                kept.add(place);
            }
        }
        return List.copyOf(kept);
    }
}
