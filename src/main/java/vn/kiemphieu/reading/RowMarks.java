package vn.kiemphieu.reading;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

/** Reads the rows of a page: each mark by itself, then beside the others of its hand, then beside what else its row shows. */
final class RowMarks {

    /** Traces of folds and of grain that hangs together are as flat as this, or as narrow; X's are not. */
    private static final double FLAT_MM = 1.3;

    /** The margin of a mark across cells: that it is there is plain, whose it is only a person can say. */
    private static final double ACROSS = 0.3;

    /** The margin of what is hardly seen: it comes early in the queue. */
    private static final double FAINT = 0.1;

    private record Cell(Level level, Mark mark, List<InkPiece> ink, Optional<OneHand.Drawn> drawn) {

        double looks() {
            return Likeness.of(ink);
        }
    }

    private final Survey.Traces traces;
    private final CellInk ink;
    private final Map<Row, List<Cell>> rows = new LinkedHashMap<>();
    private final OneHand hand = new OneHand();

    /** @param traces where cells show something too pale for ink */
    RowMarks(FormPage form, Survey.Traces traces, CellInk ink) {
        this.traces = traces;
        this.ink = ink;
        for (Row row : form.rows()) {
            List<Cell> cells = Stream.of(Level.values())
                    .map(level -> cell(row.official(), level))
                    .toList();
            cells.forEach(cell -> cell.drawn().ifPresent(drawn -> hand.learn(cell.mark(), drawn, cell::looks)));
            rows.put(row, cells);
        }
    }

    /** {@return the rows from top to bottom} */
    List<RowReading> read() {
        return rows.entrySet().stream()
                .map(row -> reading(row.getKey(), row.getValue()))
                .toList();
    }

    private Cell cell(int official, Level level) {
        List<InkPiece> own = ink.ink(official, level);
        Mark mark = ink.across(official, level).map(RowMarks::across).orElseGet(() -> CellJudge.judge(own));
        if (own.isEmpty()) {
            return new Cell(level, mark, own, Optional.empty());
        }
        return isALines(mark, own)
                ? new Cell(level, doubted(mark), own, Optional.empty())
                : new Cell(level, mark, own, Optional.of(OneHand.Drawn.of(own)));
    }

    private static Mark doubted(Mark mark) {
        return mark.kind() == Mark.Kind.CROSS
                ? new Mark(Mark.Kind.UNCLEAR, Shape.OTHER, FAINT, mark.inkMm2(), mark.where())
                : mark;
    }

    /**
     * {@return whether it may be an X only by what a fold or a streak draws through it} A darker bit of one crosses a slash as a stroke does;
     * no hand may vouch for that either.
     */
    private boolean isALines(Mark mark, List<InkPiece> own) {
        return (mark.kind() == Mark.Kind.CROSS || mark.kind() == Mark.Kind.UNCLEAR)
                && traces.besideLines(InkPiece.together(own)).stream().anyMatch(rest -> !CellJudge.isAnX(rest));
    }

    private static Mark across(InkPiece mark) {
        return new Mark(Mark.Kind.UNCLEAR, Shape.ACROSS, ACROSS, mark.areaMm2(), Optional.of(mark.box()));
    }

    private RowReading reading(Row row, List<Cell> cells) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        cells.forEach(cell -> marks.put(
                cell.level(),
                cell.drawn().map(d -> hand.questioned(cell.mark(), d)).orElse(cell.mark())));
        boolean marked = marks.values().stream().anyMatch(mark -> mark.kind() == Mark.Kind.CROSS);
        marks.replaceAll((level, mark) -> traced(marked ? withdrawn(mark) : mark, row.cell(level), marked));
        long inked = marks.values().stream()
                .filter(mark -> mark.kind() != Mark.Kind.EMPTY)
                .count();
        if (inked == 0) {
            marks.replaceAll((level, mark) -> hinted(mark, row, level));
        }
        // Where a row holds more than one mark, one may stand for another that was withdrawn.
        if (inked == 1) {
            cells.forEach(cell -> marks.computeIfPresent(cell.level(), (level, mark) -> vouchedFor(mark, cell)));
        }
        return new RowReading(row.official(), marks);
    }

    private Mark vouchedFor(Mark mark, Cell cell) {
        return cell.drawn().map(d -> hand.judged(mark, d, cell::looks)).orElse(mark);
    }

    /** {@return beside the X of its row a cell filled in as what it is: a mark that was withdrawn; any other mark itself} */
    private static Mark withdrawn(Mark mark) {
        return mark.shape() == Shape.FILLED
                ? new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, mark.margin(), mark.inkMm2(), mark.where())
                : mark;
    }

    /**
     * A cell in which nothing counts as a mark is empty only if it shows no plain trace of one. Where the row is marked, another
     * mark by the same pen would be ink; what is so much paler may be one that was rubbed out, but no fold and no grain.
     */
    private Mark traced(Mark mark, PaperBox cell, boolean marked) {
        return mark.kind() != Mark.Kind.EMPTY
                ? mark
                : traces.plainIn(cell)
                        .filter(where -> !marked || Math.min(where.widthMm(), where.heightMm()) > FLAT_MM)
                        .map(where -> faint(mark, where))
                        .orElse(mark);
    }

    /**
     * Nobody would look at a row all of whose cells are empty: there the palest hint of a mark counts, and so do specks, which may
     * be all that a scan in black and white shows of a thin X, and the end of another row's mark, along which a stroke may have
     * been drawn.
     */
    private Mark hinted(Mark mark, Row row, Level level) {
        return traces.hintIn(row.cell(level))
                .or(mark::where)
                .or(() -> ink.end(row.official(), level))
                .map(where -> faint(mark, where))
                .orElse(mark);
    }

    private static Mark faint(Mark mark, PaperBox where) {
        return new Mark(Mark.Kind.UNCLEAR, Shape.FAINT, FAINT, mark.inkMm2(), Optional.of(where));
    }
}
