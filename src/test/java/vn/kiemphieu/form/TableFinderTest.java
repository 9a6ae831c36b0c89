package vn.kiemphieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.RuledLine.Direction;

class TableFinderTest {

    @Test
    void findsMergedHeadCells() {
        List<RuledLine> lines = frame();
        lines.add(level(30, 70, 130));
        RuledTable table = TableFinder.tablesIn(lines).get(0);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.cellAt(0, 0)).isSameAs(table.cellAt(0, 1));
        assertThat(table.cellAt(1, 0).box()).isEqualTo(new PaperBox(70, 20, 20, 10));
        assertThat(table.doubtfulEdges()).isZero();
    }

    @Test
    void bridgesALineThatAScanBroke() {
        List<RuledLine> lines = frame();
        lines.removeIf(l -> l.equals(level(40, 20, 130)));
        lines.add(level(40.1, 20, 60));
        lines.add(level(39.9, 62, 130));
        RuledTable table = TableFinder.tablesIn(lines).get(0);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.doubtfulEdges()).isZero();
    }

    @Test
    void doubtsALineThatIsHalfThere() {
        List<RuledLine> lines = frame();
        lines.remove(upright(90, 20, 60));
        lines.add(upright(90, 20, 50));
        assertThat(TableFinder.tablesIn(lines).get(0).doubtfulEdges()).isEqualTo(1);
    }

    @Test
    void leavesUnderlinesAndFramesAlone() {
        List<RuledLine> lines = frame();
        lines.add(level(12, 30, 60));
        lines.add(level(5, 5, 205));
        lines.add(level(290, 5, 205));
        lines.add(upright(5, 5, 290));
        lines.add(upright(205, 5, 290));
        assertThat(TableFinder.tablesIn(lines))
                .singleElement()
                .satisfies(t -> assertThat(t.box()).isEqualTo(new PaperBox(20, 20, 110, 40)));
    }

    @Test
    void takesADoubleBorderForOneLine() {
        List<RuledLine> lines = frame();
        lines.add(level(19, 19, 131));
        lines.add(level(61, 19, 131));
        lines.add(upright(19, 19, 61));
        lines.add(upright(131, 19, 61));
        RuledTable table = TableFinder.tablesIn(lines).get(0);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.rows()).isEqualTo(2);
    }

    /** Four columns, a head and one row. */
    private static List<RuledLine> frame() {
        return new ArrayList<>(List.of(
                level(20, 20, 130),
                level(40, 20, 130),
                level(60, 20, 130),
                upright(20, 20, 60),
                upright(70, 20, 60),
                upright(90, 20, 60),
                upright(110, 20, 60),
                upright(130, 20, 60)));
    }

    private static RuledLine level(double y, double from, double to) {
        return new RuledLine(Direction.LEVEL, y, from, to);
    }

    private static RuledLine upright(double x, double from, double to) {
        return new RuledLine(Direction.UPRIGHT, x, from, to);
    }
}
