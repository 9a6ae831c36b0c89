package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

class CellArtistTest {

    private static final Row ROW = Forms.of(3).pages().get(0).rows().get(0);

    @RepeatedTest(24)
    void drawsAMovedMarkIntoTheCellThatTheTruthNames(RepetitionInfo seed) {
        Random random = Lots.of(7, seed.getCurrentRepetition());
        Map<Level, Mark.Kind> kinds = new EnumMap<>(Level.class);
        List<Ink> inks = new CellArtist(Voter.any(new DrawnHand(random), random), random)
                .mark(ROW, Level.CONFIDENCE, Deed.CANCELLED_AND_MOVED, kinds);
        assertThat(cellsWithInk(inks)).isEqualTo(kinds.keySet());
    }

    private static Set<Level> cellsWithInk(List<Ink> inks) {
        Set<Level> cells = EnumSet.noneOf(Level.class);
        for (Ink ink : inks) {
            PenStroke.Extent e = PenStroke.Extent.of(ink.strokes());
            for (Level level : Level.values()) {
                PaperBox cell = ROW.cell(level);
                if (cell.contains(new PaperPoint(e.centreX(), e.centreY()))) {
                    cells.add(level);
                }
            }
        }
        return cells;
    }
}
