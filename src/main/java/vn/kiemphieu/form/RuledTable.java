package vn.kiemphieu.form;

import java.util.List;
import java.util.Optional;

/**
 * A table as its lines make it: cells, merged ones included, all of them rectangles. Whether a line lies between two
 * cells was decided by how much of it is there; {@link #doubtfulEdges} counts where that was a close call.
 */
record RuledTable(List<Double> xsMm, List<Double> ysMm, List<TableCell> cells, int doubtfulEdges) {

    RuledTable {
        xsMm = List.copyOf(xsMm);
        ysMm = List.copyOf(ysMm);
        cells = List.copyOf(cells);
    }

    PaperBox box() {
        double left = xsMm.get(0);
        double top = ysMm.get(0);
        return new PaperBox(left, top, xsMm.get(xsMm.size() - 1) - left, ysMm.get(ysMm.size() - 1) - top);
    }

    int columns() {
        return xsMm.size() - 1;
    }

    int rows() {
        return ysMm.size() - 1;
    }

    /** {@return the cell that lies there; every place of the table has one} */
    TableCell cellAt(int column, int row) {
        return cells.stream()
                .filter(c -> c.covers(column, row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cell at %d, %d".formatted(column, row)));
    }

    /** {@return the column whose left line lies there, if one does} */
    Optional<Integer> columnFrom(double leftMm, double toleranceMm) {
        for (int c = 0; c < columns(); c++) {
            if (Math.abs(xsMm.get(c) - leftMm) <= toleranceMm) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }
}
