package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.LearnProblem.Kind;
import vn.kiemphieu.form.UnmarkedSheet.Reading;
import vn.kiemphieu.meeting.Official;

/**
 * Finds where the names stand and whether each row is that of the official whose turn it is. What does not match is
 * reported, never mended: a row given to the wrong person would miscount every ballot.
 */
final class NameColumn {

    /** A cell counts as the position's if most of it reads like one. */
    private static final double POSITION_LIKENESS = 0.6;

    /** Feeders stretch a page by up to a hundredth; letters taken for a line cut off more. */
    private static final double SAME_WIDTH_MM = 1.5;

    private final List<Official> officials;
    private final List<PlacedRow> rows;

    /** One row with the page it stands on. */
    record PlacedRow(int page, PageTable table, PageTable.BodyRow row, SheetText text) {

        /** {@return the cell of this row under the middle of a column of the first row} */
        Optional<TableCell> cellUnder(TableCell column) {
            double middle = column.box().centre().xMm();
            return table.printedCells(row).stream()
                    .filter(c -> c.box().xMm() <= middle && middle <= c.box().rightMm())
                    .findFirst();
        }

        /** Whether the cell under a column of the first row is as broad: a line through one row's cell alone is none. */
        boolean asBroad(TableCell column) {
            return cellUnder(column)
                    .filter(c -> Math.abs(c.box().widthMm() - column.box().widthMm()) <= SAME_WIDTH_MM)
                    .isPresent();
        }

        /** Whether a cell is as high as the row: a cell over several rows belongs to none of them. */
        boolean asHigh(TableCell cell) {
            return cell.firstRow() == row.firstRow() && cell.lastRow() == row.lastRow();
        }
    }

    /** What came of it. */
    record Names(List<Row> rows, List<LearnedRow> learned, List<LearnProblem> problems) {}

    NameColumn(List<Official> officials, List<PlacedRow> rows) {
        this.officials = officials;
        this.rows = rows;
    }

    Names match() {
        Optional<TableCell> nameColumn = column(true, Optional.empty());
        if (nameColumn.isEmpty()) {
            throw new IllegalStateException("A table of three level columns alone");
        }
        Optional<TableCell> positionColumn = column(false, nameColumn);
        List<Row> form = new ArrayList<>();
        List<LearnedRow> learned = new ArrayList<>();
        List<LearnProblem> problems = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PlacedRow row = rows.get(i);
            Optional<TableCell> nameCell = row.cellUnder(nameColumn.get()).filter(row::asHigh);
            boolean whole = row.asBroad(nameColumn.get())
                    && positionColumn.filter(c -> !row.asBroad(c)).isEmpty();
            if (nameCell.isEmpty() || !whole) {
                problems.add(LearnProblem.of(Kind.BROKEN_TABLE, row.page(), i + 1));
                continue;
            }
            PaperBox name = nameCell.get().box();
            Optional<PaperBox> position =
                    positionColumn.flatMap(row::cellUnder).filter(row::asHigh).map(TableCell::box);
            form.add(new Row(i + 1, row.row().box(), name, position, row.row().cells()));

            NameMatch match = best(row, name, officials.get(i));
            Optional<LearnProblem> problem = problem(i, row, name, match);
            problem.ifPresent(problems::add);
            learned.add(new LearnedRow(
                    row.page(), i + 1, row.row().box(), match.printed(), problem.isEmpty(), match.exact()));
        }
        return new Names(form, learned, problems);
    }

    /** The column, by a cell of the first row, whose print is most like the names, or else the positions. */
    private Optional<TableCell> column(boolean names, Optional<TableCell> taken) {
        TableCell best = null;
        double bestLikeness = names ? -1 : POSITION_LIKENESS;
        for (TableCell candidate : rows.get(0).table().printedCells(rows.get(0).row())) {
            if (taken.filter(candidate::equals).isPresent()) {
                continue;
            }
            double likeness = 0;
            for (int i = 0; i < rows.size(); i++) {
                PlacedRow row = rows.get(i);
                Optional<PaperBox> cell = row.cellUnder(candidate).map(TableCell::box);
                if (cell.isPresent()) {
                    likeness += names ? nameLikeness(row, cell.get(), i) : positionLikeness(row, cell.get(), i);
                }
            }
            likeness /= rows.size();
            if (likeness > bestLikeness) {
                best = candidate;
                bestLikeness = likeness;
            }
        }
        return Optional.ofNullable(best);
    }

    private double nameLikeness(PlacedRow row, PaperBox cell, int official) {
        Official expected = officials.get(official);
        NameMatch match = NameMatch.of(row.text().words(cell, Reading.PLAIN), expected);
        return Math.max(0, 1 - match.distance() / expected.name().length());
    }

    private double positionLikeness(PlacedRow row, PaperBox cell, int official) {
        String expected = officials.get(official).position();
        return expected.isBlank() ? 0 : Spelling.likeness(row.text().text(cell), expected);
    }

    /** A misread name gets two more chances; a wrong one reads wrong every time. */
    private static NameMatch best(PlacedRow row, PaperBox name, Official official) {
        NameMatch best = NameMatch.of(row.text().words(name, Reading.PLAIN), official);
        for (Reading again : List.of(Reading.LARGER, Reading.SOFTER)) {
            if (best.same()) {
                return best;
            }
            NameMatch other = NameMatch.of(row.text().words(name, again), official);
            best = other.distance() < best.distance() ? other : best;
        }
        return best;
    }

    private Optional<LearnProblem> problem(int i, PlacedRow row, PaperBox name, NameMatch match) {
        String expected = officials.get(i).name();
        for (int other = 0; other < officials.size(); other++) {
            if (other == i) {
                continue;
            }
            NameMatch elsewhere = NameMatch.of(row.text().words(name, Reading.PLAIN), officials.get(other));
            if (elsewhere.same() && elsewhere.distance() < match.distance()) {
                return Optional.of(LearnProblem.of(
                        Kind.NAME_ELSEWHERE, row.page(), i + 1, elsewhere.printed(), expected, other + 1));
            }
        }
        return match.same()
                ? Optional.empty()
                : Optional.of(LearnProblem.of(Kind.NAME_DIFFERS, row.page(), i + 1, match.printed(), expected));
    }
}
