package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.papers.Grid.Column;
import vn.kiemphieu.papers.Grid.Side;

/** The table of results, one line for each official in the ballot's order. */
final class ResultGrid {

    private static final double NUMBER_MM = 8;

    /** Holds "100,00" at the table's size, with a little air. */
    private static final double COUNT_MM = 10.5;

    private static final double SHARE_MM = 13.5;
    private static final double SUM_MM = 13;

    private ResultGrid() {}

    static Grid of(Tally tally, Style style) {
        double scale = style.table() / Style.upright(style.body()).table();
        double fixed = scale * (NUMBER_MM + 3 * (COUNT_MM + SHARE_MM) + 2 * SUM_MM);
        double words = style.lineMm() - fixed;
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("TT", scale * NUMBER_MM, Side.MIDDLE));
        columns.add(Column.of("Họ và tên", words * 0.56, Side.LEFT));
        columns.add(Column.of("Chức danh, chức vụ", words * 0.44, Side.LEFT));
        columns.add(Column.of("Hợp lệ", scale * SUM_MM, Side.RIGHT));
        columns.add(Column.of("Không hợp lệ", scale * SUM_MM, Side.RIGHT));
        for (String level : List.of("Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp")) {
            columns.add(new Column("Số phiếu", level, scale * COUNT_MM, Side.RIGHT));
            columns.add(new Column("%", level, scale * SHARE_MM, Side.RIGHT));
        }
        return new Grid(columns, tally.officials().stream().map(ResultGrid::row).toList());
    }

    private static List<String> row(OfficialTally tally) {
        List<String> row = new ArrayList<>();
        row.add(String.valueOf(tally.number()));
        row.add(tally.official().name());
        row.add(tally.official().position());
        row.add(String.valueOf(tally.valid()));
        row.add(String.valueOf(tally.invalid()));
        for (Level level : Level.values()) {
            row.add(String.valueOf(tally.votes(level)));
            row.add(tally.share(level).withComma());
        }
        return row;
    }
}
