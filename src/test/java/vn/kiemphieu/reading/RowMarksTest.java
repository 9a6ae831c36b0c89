package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.meeting.Level;

/** Marks in the first cells of three rows, through which a streak of the scanner's glass may run down the page. */
class RowMarksTest {

    private static final double STREAK_MM = 5;

    private static final Optional<PaperBox> STREAK = Optional.of(new PaperBox(STREAK_MM - 0.3, -50, 0.6, 200));

    @Test
    void takesNoSlashOverADarkerBitOfAStreakForAnX() {
        Sketch slash = slashOverABit();
        assertThat(first(slash, Optional.empty())).as("two strokes").isEqualTo(Mark.Kind.CROSS);
        assertThat(first(slash, STREAK)).isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void readsAnXThatAStreakRunsThrough() {
        assertThat(first(new Sketch(0.35).line(3, 0.8, 7, 4.2).line(7, 0.8, 3, 4.2), STREAK))
                .isEqualTo(Mark.Kind.CROSS);
        assertThat(first(new Sketch(0.35).line(2, 0.8, 6, 4.2).line(6, 0.8, 2, 4.2), STREAK))
                .as("beside its crossing")
                .isEqualTo(Mark.Kind.CROSS);
    }

    @Test
    void letsNoHandVouchForASlashOverADarkerBitOfAStreak() {
        Sketch three = slashOverABit()
                .line(4, 5.8, 4, 9.2)
                .line(2, 6.1, 6, 8.9)
                .line(4, 10.8, 4, 14.2)
                .line(2, 11.1, 6, 13.9);
        assertThat(first(three, STREAK)).isEqualTo(Mark.Kind.UNCLEAR);
    }

    /** Nothing of it lies beside the streak. */
    @Test
    void leavesAStrokeThatLiesWhollyOnAStreakToAPerson() {
        assertThat(first(new Sketch(0.35).line(STREAK_MM, 0.8, STREAK_MM, 4.2), STREAK))
                .isEqualTo(Mark.Kind.UNCLEAR);
    }

    private static Sketch slashOverABit() {
        return new Sketch(0.35).line(2.8, 1.2, 7.2, 3.8).line(STREAK_MM, 0.8, STREAK_MM, 4.2);
    }

    private static Mark.Kind first(Sketch sketch, Optional<PaperBox> streak) {
        CellInk cells = new CellInk(LowRows.FORM, new GivenTraces(List.of(), streak));
        sketch.pieces().forEach(cells::claims);
        return cells.rows().get(0).mark(Level.HIGH).kind();
    }
}
