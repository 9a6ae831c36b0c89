package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kiemphieu.form.LearnProblem.Kind;
import vn.kiemphieu.form.UnmarkedSheet.Reading;
import vn.kiemphieu.meeting.Level;

/**
 * The table of one page with its level columns and the rows below the head. A row here is one that has a cell of its own
 * in each level column; whose row it is comes later.
 */
record PageTable(RuledTable table, Map<Level, TableCell> levels, List<BodyRow> rows, List<LearnNote> notes) {

    /** Two-line heads under a merged one, with a line of column numbers: never more. */
    private static final int HEAD_ROWS = 5;

    /** A page's lines are found to 0.1 mm; two pages of one print differ by a few tenths in the scanner. */
    private static final double SAME_COLUMN_MM = 2.0;

    /** One line of the body. */
    record BodyRow(int firstRow, int lastRow, PaperBox box, Map<Level, PaperBox> cells) {}

    /** What came of looking for the table of one page. */
    record Look(Optional<PageTable> found, Optional<LearnProblem> problem) {

        static Look refused(Kind kind, int page, Object... details) {
            return new Look(Optional.empty(), Optional.of(LearnProblem.of(kind, page, details)));
        }
    }

    /**
     * Looks for the table.
     *
     * @param before the table of an earlier page, whose columns hold where this page has no head
     */
    static Look on(UnmarkedSheet sheet, SheetText text, int page, Optional<PageTable> before) {
        List<RuledTable> tables = TableFinder.tablesIn(sheet.lines());
        if (tables.isEmpty()) {
            return Look.refused(Kind.NO_TABLE, page);
        }
        for (RuledTable table : tables) {
            Optional<TableHead> head = head(table, text);
            if (head.isPresent()) {
                return body(table, head.get().levels(), head.get().firstRowBelow(), text, page, List.of());
            }
        }
        for (RuledTable table : tables) {
            Optional<Map<Level, TableCell>> columns = before.flatMap(b -> b.columnsOn(table));
            if (columns.isPresent()) {
                LearnNote note = LearnNote.of(LearnNote.Kind.HEAD_FROM_FIRST_PAGE, page);
                return body(table, columns.get(), 0, text, page, List.of(note));
            }
        }
        return Look.refused(Kind.NO_LEVELS, page, headsRead(tables.get(0), text));
    }

    private static Optional<TableHead> head(RuledTable table, SheetText text) {
        Map<TableCell, Level> named = new HashMap<>();
        for (Reading reading : Reading.values()) {
            for (TableCell cell : table.cells()) {
                if (cell.firstRow() < HEAD_ROWS && !named.containsKey(cell)) {
                    TableHead.levelOf(SheetText.joined(text.words(cell.box(), reading)))
                            .ifPresent(level -> named.put(cell, level));
                }
            }
            Map<Level, List<TableCell>> candidates = new EnumMap<>(Level.class);
            named.forEach((cell, level) ->
                    candidates.computeIfAbsent(level, l -> new ArrayList<>()).add(cell));
            Optional<TableHead> head = TableHead.of(candidates);
            // Where no level at all was read the page stands another way up; where some were, others were misread.
            if (head.isPresent() || named.isEmpty()) {
                return head;
            }
        }
        return Optional.empty();
    }

    private static String headsRead(RuledTable table, SheetText text) {
        List<String> heads = table.cells().stream()
                .filter(c -> c.firstRow() == 0)
                .map(c -> text.text(c.box()))
                .filter(s -> !s.isBlank())
                .toList();
        return String.join(" | ", heads);
    }

    /** The level columns of this table on another page's table, if that has lines at the same places. */
    private Optional<Map<Level, TableCell>> columnsOn(RuledTable other) {
        Map<Level, TableCell> columns = new EnumMap<>(Level.class);
        for (Map.Entry<Level, TableCell> level : levels.entrySet()) {
            PaperBox box = level.getValue().box();
            Optional<Integer> first = other.columnFrom(box.xMm(), SAME_COLUMN_MM);
            if (first.isEmpty() || Math.abs(other.xsMm().get(first.get() + 1) - box.rightMm()) > SAME_COLUMN_MM) {
                return Optional.empty();
            }
            columns.put(level.getKey(), new TableCell(first.get(), first.get(), 0, 0, box));
        }
        return Optional.of(columns);
    }

    private static Look body(
            RuledTable table,
            Map<Level, TableCell> levels,
            int firstRow,
            SheetText text,
            int page,
            List<LearnNote> before) {
        List<BodyRow> rows = new ArrayList<>();
        List<LearnNote> notes = new ArrayList<>(before);
        int next = firstRow;
        while (next < table.rows()) {
            int row = next;
            Map<Level, TableCell> cells = new EnumMap<>(Level.class);
            levels.forEach((level, column) -> cells.put(level, table.cellAt(column.firstColumn(), row)));
            TableCell high = cells.values().iterator().next();
            next = cells.values().stream().mapToInt(TableCell::lastRow).max().orElse(row) + 1;
            boolean across = cells.values().stream().allMatch(high::equals);
            if (across) {
                notes.add(LearnNote.of(LearnNote.Kind.ROW_SKIPPED, page, text.text(high.box())));
                continue;
            }
            boolean whole = levels.entrySet().stream()
                    .allMatch(l -> sameColumns(cells, l) && high.sameRows(cellOf(cells, l.getKey())));
            if (!whole) {
                return Look.refused(Kind.BROKEN_TABLE, page, rows.size() + 1);
            }
            if (rows.isEmpty() && numbersColumns(cells, text)) {
                notes.add(LearnNote.of(LearnNote.Kind.ROW_SKIPPED, page, text.text(high.box())));
                continue;
            }
            rows.add(bodyRow(table, cells, high));
        }
        if (rows.isEmpty()) {
            return Look.refused(Kind.NO_ROWS, page);
        }
        if (table.doubtfulEdges() > 0) {
            return Look.refused(Kind.DOUBTFUL_TABLE, page, table.doubtfulEdges());
        }
        return new Look(Optional.of(new PageTable(table, levels, rows, List.copyOf(notes))), Optional.empty());
    }

    private static boolean sameColumns(Map<Level, TableCell> cells, Map.Entry<Level, TableCell> level) {
        return cellOf(cells, level.getKey()).sameColumns(level.getValue());
    }

    private static TableCell cellOf(Map<Level, TableCell> cells, Level level) {
        TableCell cell = cells.get(level);
        if (cell == null) {
            throw new IllegalStateException("No cell for " + level);
        }
        return cell;
    }

    /** A row with (4), (5), (6) under the heads is no official's. */
    private static boolean numbersColumns(Map<Level, TableCell> cells, SheetText text) {
        return cells.values().stream()
                        .filter(c -> Spelling.plain(text.text(c.box())).matches("[0-9IO]{1,2}|[A-H]"))
                        .count()
                >= 2;
    }

    private static BodyRow bodyRow(RuledTable table, Map<Level, TableCell> cells, TableCell any) {
        PaperBox whole = table.box();
        PaperBox box = new PaperBox(
                whole.xMm(), any.box().yMm(), whole.widthMm(), any.box().heightMm());
        Map<Level, PaperBox> boxes = new EnumMap<>(Level.class);
        cells.forEach((level, cell) -> boxes.put(level, cell.box()));
        return new BodyRow(any.firstRow(), any.lastRow(), box, Map.copyOf(boxes));
    }

    /** {@return what is printed in a row} */
    String print(BodyRow row, SheetText text) {
        return printedCells(row).stream().map(c -> text.text(c.box())).collect(Collectors.joining(" "));
    }

    /** {@return the cells of a row that are not levels, left to right} */
    List<TableCell> printedCells(BodyRow row) {
        List<TableCell> cells = new ArrayList<>();
        for (int column = 0; column < table.columns(); column++) {
            TableCell cell = table.cellAt(column, row.firstRow());
            if (!cells.contains(cell) && row.cells().values().stream().noneMatch(cell.box()::equals)) {
                cells.add(cell);
            }
        }
        return cells;
    }
}
