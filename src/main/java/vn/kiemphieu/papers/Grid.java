package vn.kiemphieu.papers;

import java.util.List;

/**
 * A ruled table whose head is repeated on every page.
 *
 * @param rows as many cells each as there are columns
 */
record Grid(List<Column> columns, List<List<String>> rows) {

    /** How the cells of a column stand. */
    enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /**
     * One column.
     *
     * @param group what stands over this column and its neighbours of the same group; empty where it stands alone
     */
    record Column(String title, String group, double widthMm, Side side) {

        static Column of(String title, double widthMm, Side side) {
            return new Column(title, "", widthMm, side);
        }
    }

    Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %d cells in %d columns".formatted(row.size(), columns.size()));
            }
        }
    }

    boolean grouped() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    /** {@return where the group that begins at that column ends; the column itself where it stands alone} */
    int endOfGroup(int first) {
        String group = columns.get(first).group();
        int end = first + 1;
        while (!group.isEmpty()
                && end < columns.size()
                && columns.get(end).group().equals(group)) {
            end++;
        }
        return end;
    }
}
