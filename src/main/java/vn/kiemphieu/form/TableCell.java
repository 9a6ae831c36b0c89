package vn.kiemphieu.form;

/**
 * One cell of a ruled table. It may span several of the table's columns and rows, as merged cells do.
 *
 * @param firstColumn from 0; so is {@code firstRow}; the last ones are meant inclusive
 */
record TableCell(int firstColumn, int lastColumn, int firstRow, int lastRow, PaperBox box) {

    boolean covers(int column, int row) {
        return firstColumn <= column && column <= lastColumn && firstRow <= row && row <= lastRow;
    }

    boolean sameColumns(TableCell other) {
        return firstColumn == other.firstColumn && lastColumn == other.lastColumn;
    }

    boolean sameRows(TableCell other) {
        return firstRow == other.firstRow && lastRow == other.lastRow;
    }
}
