package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

/** A streak of the glass runs down a ballot, close to the line at the right of a column; a hair of it is darker. */
class StreakBesideLineTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final Pen STREAK = new Pen(Pen.Kind.TONER, 0x303030, 0.5, 0.4, 0, 0, 0);

    private static final Pen HAIR = hair(0.2);

    /** Beside no print it is seen wider. */
    private static final Pen FINE_HAIR = hair(0.12);

    @Test
    void aHairOfItAtTheRimOfACellIsNoMark() {
        assertThat(marksBeside(0.45)).containsOnly(Mark.Kind.EMPTY);
    }

    @Test
    void aHairOfItFurtherInMayBeWhatItLeftOfAMark() {
        assertThat(marksBeside(1.2))
                .filteredOn(kind -> kind != Mark.Kind.EMPTY)
                .as("of 12")
                .hasSizeGreaterThan(8);
    }

    @Test
    void aHairOfItFromRowToRowMayBeAStrokeOfAPen() {
        double rowMm = PAGE.rows().get(0).box().heightMm();
        List<Row> everyFourth =
                PAGE.rows().stream().filter(row -> row.official() % 4 == 1).toList();
        assertThat(marks(FINE_HAIR, 3, everyFourth, rowMm / 2 + 1, rowMm - 2))
                .filteredOn(kind -> kind != Mark.Kind.EMPTY)
                .as("two for each of three strokes")
                .hasSizeGreaterThan(3);
    }

    /** {@return what the cells of the last column hold, where the hair lies that far from their right border, in mm} */
    private static List<Mark.Kind> marksBeside(double fromBorder) {
        return marks(HAIR, fromBorder, PAGE.rows(), 2, 3);
    }

    private static List<Mark.Kind> marks(Pen hair, double fromBorder, List<Row> rows, double fromTop, double length) {
        double border = PAGE.rows().get(0).cell(Level.LOW).rightMm();
        double streak = border - fromBorder + 0.7;
        List<Ink> inks = new ArrayList<>();
        inks.add(upright(STREAK, streak, 0, PAGE.sheet().bottomMm()));
        for (Row row : rows) {
            PaperBox cell = row.cell(Level.LOW);
            inks.add(upright(hair, border - fromBorder, cell.yMm() + fromTop, cell.yMm() + fromTop + length));
        }
        return ScannedPage.read(FORM, PAGE, inks, ScanKind.OFFICE, 200, Lots.of(17, 0)).rows().stream()
                .map(row -> row.mark(Level.LOW).kind())
                .toList();
    }

    private static Pen hair(double widthMm) {
        return new Pen(Pen.Kind.TONER, 0x202020, widthMm, 0.95, 0, 0, 0);
    }

    private static Ink upright(Pen pen, double x, double from, double to) {
        return new Ink(pen, List.of(new PenStroke(List.of(new PenPoint(x, from, 1), new PenPoint(x, to, 1)))));
    }
}
