package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

class RuledRimTest {

    private static final double PALE = 0.3;

    /** Three rows of five millimetres. */
    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(0, 0, 15, 15),
            List.of(row(1), row(2), row(3)),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    private static Row row(int official) {
        double y = 5 * (official - 1);
        return new Row(
                official,
                new PaperBox(0, y, 15, 5),
                new PaperBox(0, y, 1, 5),
                Optional.empty(),
                Map.of(
                        Level.HIGH,
                        new PaperBox(1, y, 5, 5),
                        Level.CONFIDENCE,
                        new PaperBox(6, y, 5, 5),
                        Level.LOW,
                        new PaperBox(11, y, 4, 5)));
    }

    @Test
    void isAPaleHairThatRunsBesideAColumnsLineOverSeveralRows() {
        assertThat(isRim(new Sketch(0.1).line(6.4, 2, 6.7, 13), PALE)).isTrue();
    }

    @Test
    void isOneThatGoesOnBesideARowsLine() {
        assertThat(isRim(new Sketch(0.1).line(6.4, 1.2, 6.4, 9.6, 10.5, 9.6), PALE))
                .isTrue();
    }

    @Test
    void isNoLineAsDarkAsInk() {
        assertThat(isRim(new Sketch(0.1).line(6.4, 2, 6.7, 13), 0.45)).isFalse();
    }

    @Test
    void isNoLineAsThickAsAPens() {
        assertThat(isRim(new Sketch(0.4).line(6.4, 2, 6.4, 13), PALE)).isFalse();
    }

    @Test
    void isNoLineOfAMarksLength() {
        assertThat(isRim(new Sketch(0.1).line(6.4, 2, 6.4, 9), PALE)).isFalse();
    }

    @Test
    void isNoLineThatLeavesTheRuledOnes() {
        assertThat(isRim(new Sketch(0.1).line(6.4, 2, 6.4, 12, 7.6, 13), PALE)).isFalse();
    }

    @Test
    void isAskedAboutInARowWithoutAMarkOnly() {
        CellInk cells = new CellInk(FORM, GivenTraces.NONE);
        Sketch marks = new Sketch(0.35)
                .line(2, 1, 5, 4)
                .line(5, 1, 2, 4)
                .line(2, 6, 5, 9)
                .line(5, 6, 2, 9);
        marks.pieces().forEach(cells::claims);
        assertThat(pale(new Sketch(0.1).line(6.4, 2, 6.7, 13), PALE)).allMatch(cells::claims);
        assertThat(cells.rows())
                .extracting(row -> row.mark(Level.CONFIDENCE).kind())
                .containsExactly(Mark.Kind.EMPTY, Mark.Kind.EMPTY, Mark.Kind.UNCLEAR);
    }

    private static boolean isRim(Sketch sketch, double darkness) {
        List<InkPiece> pieces = pale(sketch, darkness);
        assertThat(pieces).hasSize(1);
        return new RuledRim(FORM).is(pieces.get(0));
    }

    private static List<InkPiece> pale(Sketch sketch, double darkness) {
        return sketch.pieces().stream()
                .map(p -> new InkPiece(p.mask(), p.core(), p.areaMm2(), darkness, 0, false))
                .toList();
    }
}
