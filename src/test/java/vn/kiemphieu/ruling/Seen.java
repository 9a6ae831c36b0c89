package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Fit;

/**
 * What was seen on a one-page ballot, spelled cell by cell: {@code Seen.on("x--", "-x-").with(STAMP)}. A letter a cell:
 * {@code -} empty, {@code .} a pen rest, {@code x} cross, {@code c} cancelled, {@code f} faint, and the first letter of
 * another shape in capitals for an unclear mark.
 */
final class Seen {

    private static final PaperBox SOMEWHERE = new PaperBox(20, 20, 10, 10);

    private final List<RowReading> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Seen() {}

    static Seen on(String... rows) {
        Seen seen = new Seen();
        for (String row : rows) {
            Map<Level, Mark> marks = new EnumMap<>(Level.class);
            for (Level level : Level.values()) {
                marks.put(level, mark(row.charAt(level.ordinal()), 0.5));
            }
            seen.rows.add(new RowReading(seen.rows.size() + 1, marks));
        }
        return seen.with(Finding.Kind.STAMP);
    }

    static Mark mark(char letter, double margin) {
        return switch (letter) {
            case '-' -> new Mark(Mark.Kind.EMPTY, Shape.NOTHING, margin, 0, Optional.empty());
            case '.' -> new Mark(Mark.Kind.EMPTY, Shape.REST, margin, 0.2, Optional.of(SOMEWHERE));
            case 'x' -> ink(Mark.Kind.CROSS, Shape.X, margin);
            case 'c' -> ink(Mark.Kind.CANCELLED, Shape.CANCELLED, margin);
            case 'f' -> ink(Mark.Kind.UNCLEAR, Shape.FAINT, margin);
            case 'X' -> ink(Mark.Kind.UNCLEAR, Shape.X, margin);
            case 'S' -> ink(Mark.Kind.UNCLEAR, Shape.CANCELLED, margin);
            case 'T' -> ink(Mark.Kind.UNCLEAR, Shape.TICK, margin);
            case 'C' -> ink(Mark.Kind.UNCLEAR, Shape.CIRCLE, margin);
            case 'L' -> ink(Mark.Kind.UNCLEAR, Shape.LINE, margin);
            case 'P' -> ink(Mark.Kind.UNCLEAR, Shape.PLUS, margin);
            case 'F' -> ink(Mark.Kind.UNCLEAR, Shape.FILLED, margin);
            case 'A' -> ink(Mark.Kind.UNCLEAR, Shape.ACROSS, margin);
            case 'O' -> ink(Mark.Kind.UNCLEAR, Shape.OTHER, margin);
            default -> throw new IllegalArgumentException("No mark is spelled " + letter);
        };
    }

    private static Mark ink(Mark.Kind kind, Shape shape, double margin) {
        return new Mark(kind, shape, margin, 3, Optional.of(SOMEWHERE));
    }

    Seen with(Finding.Kind kind) {
        return with(kind, true, 0.5);
    }

    Seen with(Finding.Kind kind, boolean certain, double margin) {
        return with(kind, OptionalInt.empty(), certain, margin);
    }

    Seen with(Finding.Kind kind, OptionalInt row, boolean certain, double margin) {
        findings.add(new Finding(kind, row, SOMEWHERE, certain, margin));
        return this;
    }

    Seen without(Finding.Kind kind) {
        findings.removeIf(finding -> finding.kind() == kind);
        return this;
    }

    /** The first row's marks again, with these margins from left to right. */
    Seen withMargins(double high, double confidence, double low) {
        double[] margins = {high, confidence, low};
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        rows.get(0)
                .marks()
                .forEach((level, mark) -> marks.put(
                        level,
                        new Mark(mark.kind(), mark.shape(), margins[level.ordinal()], mark.inkMm2(), mark.where())));
        rows.set(0, new RowReading(1, marks));
        return this;
    }

    int officials() {
        return rows.size();
    }

    Sheet sheet() {
        return new Sheet(1, new Fit(0.1, 0.2, 0.1, 0, 200, 1), rows, findings, new InkTrace(new byte[0], 0, 0, 3));
    }

    Ruling ruledBy(String profile) {
        Bundle bundle = new Bundle(List.of(Outcome.placed(new PageId("1.png", 1), 1)), true, Set.of());
        return new RuleBook(RuleProfile.named(profile), form(true, officials())).rule(bundle, List.of(sheet()));
    }

    /** A form whose pages carry that many rows each. */
    static BallotForm form(boolean stamped, int... rowsOfPages) {
        List<FormPage> pages = new ArrayList<>();
        int official = 1;
        for (int rows : rowsOfPages) {
            int first = official;
            official += rows;
            Optional<StampPlace> stamp = stamped && pages.isEmpty()
                    ? Optional.of(new StampPlace(new PaperBox(20, 10, 40, 20), 36))
                    : Optional.empty();
            pages.add(new FormPage(
                    pages.size() + 1,
                    210,
                    297,
                    new PaperBox(20, 60, 170, 230),
                    IntStream.range(0, rows)
                            .mapToObj(i -> row(first + i, 60 + 7 * i))
                            .toList(),
                    Optional.empty(),
                    stamp,
                    new Blank(new byte[0], 200)));
        }
        return new BallotForm(pages);
    }

    private static Row row(int official, double topMm) {
        Map<Level, PaperBox> cells = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            cells.put(level, new PaperBox(100 + 30 * level.ordinal(), topMm, 30, 7));
        }
        return new Row(
                official, new PaperBox(20, topMm, 170, 7), new PaperBox(30, topMm, 70, 7), Optional.empty(), cells);
    }
}
