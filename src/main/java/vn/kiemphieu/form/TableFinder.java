package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.kiemphieu.form.RuledLine.Direction;

/**
 * Puts ruled lines together to tables. Lines that do not hang together with others (underlines, dashes, a frame around
 * the page) make no table of their own.
 */
final class TableFinder {

    private TableFinder() {}

    /** How far a line may end short of the one it meets: worn corners, a thin scan. */
    private static final double REACH_MM = 1.2;

    /** Lines nearer than this are one: no office rules a column this narrow, and double lines are 0.5 to 1 mm apart. */
    private static final double SAME_LINE_MM = 2.0;

    /** Below this share of an edge the line is not there; above the next it is. Measured: 0 to 0.05 and 0.9 to 1. */
    private static final double ABSENT = 0.3;

    private static final double PRESENT = 0.65;

    /** {@return the tables, the largest first} */
    static List<RuledTable> tablesIn(List<RuledLine> lines) {
        return connected(lines).stream()
                .map(TableFinder::table)
                .filter(t -> t.columns() >= 3 && t.rows() >= 1)
                .sorted(Comparator.comparingDouble(
                                (RuledTable t) -> t.box().widthMm() * t.box().heightMm())
                        .reversed())
                .toList();
    }

    private static List<List<RuledLine>> connected(List<RuledLine> lines) {
        List<RuledLine> left = new ArrayList<>(lines);
        List<List<RuledLine>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<RuledLine> group = new ArrayList<>(List.of(left.remove(left.size() - 1)));
            for (int i = 0; i < group.size(); i++) {
                RuledLine member = group.get(i);
                List<RuledLine> met =
                        left.stream().filter(l -> l.meets(member, REACH_MM)).toList();
                left.removeAll(met);
                group.addAll(met);
            }
            if (group.size() >= 4) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static RuledTable table(List<RuledLine> lines) {
        List<List<RuledLine>> upright = merged(lines, Direction.UPRIGHT);
        List<List<RuledLine>> level = merged(lines, Direction.LEVEL);
        List<Double> xs = upright.stream().map(TableFinder::place).toList();
        List<Double> ys = level.stream().map(TableFinder::place).toList();
        if (xs.size() < 2 || ys.size() < 2) {
            return new RuledTable(xs.isEmpty() ? List.of(0.0) : xs, ys.isEmpty() ? List.of(0.0) : ys, List.of(), 0);
        }
        return new CellMaker(xs, ys, upright, level).make();
    }

    private static List<List<RuledLine>> merged(List<RuledLine> lines, Direction direction) {
        List<RuledLine> sorted = lines.stream()
                .filter(l -> l.direction() == direction)
                .sorted(Comparator.comparingDouble(RuledLine::atMm))
                .toList();
        List<List<RuledLine>> merged = new ArrayList<>();
        for (RuledLine line : sorted) {
            if (merged.isEmpty() || line.atMm() - place(merged.get(merged.size() - 1)) > SAME_LINE_MM) {
                merged.add(new ArrayList<>());
            }
            merged.get(merged.size() - 1).add(line);
        }
        return merged;
    }

    private static double place(List<RuledLine> pieces) {
        double sum = 0;
        double length = 0;
        for (RuledLine piece : pieces) {
            sum += piece.atMm() * piece.lengthMm();
            length += piece.lengthMm();
        }
        return sum / length;
    }

    /** Joins the meshes of the grid to cells wherever no line lies between them. */
    private static final class CellMaker {

        private final List<Double> xs;
        private final List<Double> ys;
        private final List<List<RuledLine>> upright;
        private final List<List<RuledLine>> level;
        private final int columns;
        private final int rows;
        private final int[] cellOf;
        private int doubtful;

        CellMaker(List<Double> xs, List<Double> ys, List<List<RuledLine>> upright, List<List<RuledLine>> level) {
            this.xs = xs;
            this.ys = ys;
            this.upright = upright;
            this.level = level;
            this.columns = xs.size() - 1;
            this.rows = ys.size() - 1;
            this.cellOf = new int[columns * rows];
        }

        RuledTable make() {
            for (int i = 0; i < cellOf.length; i++) {
                cellOf[i] = i;
            }
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (column > 0 && open(upright.get(column), ys.get(row), ys.get(row + 1))) {
                        join(row * columns + column, row * columns + column - 1);
                    }
                    if (row > 0 && open(level.get(row), xs.get(column), xs.get(column + 1))) {
                        join(row * columns + column, (row - 1) * columns + column);
                    }
                }
            }
            return new RuledTable(xs, ys, cells(), doubtful);
        }

        private boolean open(List<RuledLine> line, double fromMm, double toMm) {
            double share = covered(line, fromMm + REACH_MM / 2, toMm - REACH_MM / 2);
            if (share > ABSENT && share < PRESENT) {
                doubtful++;
            }
            return share < (ABSENT + PRESENT) / 2;
        }

        private static double covered(List<RuledLine> line, double fromMm, double toMm) {
            double covered = 0;
            double reached = fromMm;
            for (RuledLine piece : line.stream()
                    .sorted(Comparator.comparingDouble(RuledLine::fromMm))
                    .toList()) {
                double from = Math.max(reached, piece.fromMm());
                double to = Math.min(toMm, piece.toMm());
                if (to > from) {
                    covered += to - from;
                    reached = to;
                }
            }
            return covered / (toMm - fromMm);
        }

        private void join(int a, int b) {
            int from = cellOf[a];
            int to = cellOf[b];
            for (int i = 0; i < cellOf.length; i++) {
                if (cellOf[i] == from) {
                    cellOf[i] = to;
                }
            }
        }

        /** A union that is no rectangle has lost a line: it is cut into its meshes and counted as doubt. */
        private List<TableCell> cells() {
            List<TableCell> cells = new ArrayList<>();
            for (int id = 0; id < cellOf.length; id++) {
                List<Integer> meshes = new ArrayList<>();
                for (int i = 0; i < cellOf.length; i++) {
                    if (cellOf[i] == id) {
                        meshes.add(i);
                    }
                }
                if (meshes.isEmpty()) {
                    continue;
                }
                TableCell whole = around(meshes);
                int size = (whole.lastColumn() - whole.firstColumn() + 1) * (whole.lastRow() - whole.firstRow() + 1);
                if (size == meshes.size()) {
                    cells.add(whole);
                } else {
                    doubtful++;
                    meshes.forEach(mesh -> cells.add(around(List.of(mesh))));
                }
            }
            return cells;
        }

        private TableCell around(List<Integer> meshes) {
            int left = columns;
            int right = -1;
            int top = rows;
            int bottom = -1;
            for (int mesh : meshes) {
                left = Math.min(left, mesh % columns);
                right = Math.max(right, mesh % columns);
                top = Math.min(top, mesh / columns);
                bottom = Math.max(bottom, mesh / columns);
            }
            PaperBox box = new PaperBox(
                    xs.get(left), ys.get(top), xs.get(right + 1) - xs.get(left), ys.get(bottom + 1) - ys.get(top));
            return new TableCell(left, right, top, bottom, box);
        }
    }
}
