package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.GivenTraces.Trace;

class CellInkTest {

    private static final PaperBox HIGH = new PaperBox(100, 110, 20, 10);

    private static final Row ROW = new Row(
            1,
            new PaperBox(20, 110, 140, 10),
            new PaperBox(20, 110, 80, 10),
            Optional.empty(),
            Map.of(
                    Level.HIGH,
                    HIGH,
                    Level.CONFIDENCE,
                    new PaperBox(120, 110, 20, 10),
                    Level.LOW,
                    new PaperBox(140, 110, 20, 10)));

    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(20, 100, 140, 20),
            List.of(ROW),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    private static final PaperBox PLACE = new PaperBox(105, 112, 4, 4);

    @Test
    void readsACellInWhichNothingIsAsEmpty() {
        assertThat(kind(List.of())).isEqualTo(Mark.Kind.EMPTY);
        assertThat(kind(List.of(new Trace(new PaperBox(125, 112, 4, 4), true)))).isEqualTo(Mark.Kind.EMPTY);
    }

    @Test
    void leavesACellWithATracePalerThanInkToAPerson() {
        assertThat(kind(List.of(new Trace(PLACE, true)))).isEqualTo(Mark.Kind.UNCLEAR);
    }

    @Test
    void takesAHintForAMarkOnlyWhereARowHasNone() {
        assertThat(kind(List.of(new Trace(PLACE, false)))).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kind(List.of(new Trace(PLACE, false), new Trace(new PaperBox(125, 112, 4, 4), true))))
                .isEqualTo(Mark.Kind.EMPTY);
    }

    @Test
    void takesSpecksForAMarkOnlyWhereARowHasNone() {
        assertThat(kindWithASpeck(List.of())).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kindWithASpeck(List.of(new Trace(new PaperBox(125, 112, 4, 4), true))))
                .isEqualTo(Mark.Kind.EMPTY);
    }

    @Test
    void takesNoFoldForASecondMarkBesideAnX() {
        PaperBox fold = new PaperBox(10.5, 1.2, 3, 1);
        PaperBox rubbedOut = new PaperBox(10.5, 1.2, 3, 3);
        PaperBox inTheNextRow = new PaperBox(10.5, 6.2, 3, 1);
        CellInk cells = new CellInk(
                LowRows.FORM, new GivenTraces(List.of(new Trace(fold, true), new Trace(inTheNextRow, true))));
        new Sketch(0.35).line(3, 0.8, 6, 4).line(6, 0.8, 3, 4).pieces().forEach(cells::claims);
        List<RowReading> rows = cells.rows();

        assertThat(rows.get(0).mark(Level.HIGH).kind()).isEqualTo(Mark.Kind.CROSS);
        assertThat(rows.get(0).mark(Level.CONFIDENCE).kind()).isEqualTo(Mark.Kind.EMPTY);
        assertThat(rows.get(1).mark(Level.CONFIDENCE).kind())
                .as("where nothing else is marked")
                .isEqualTo(Mark.Kind.UNCLEAR);

        CellInk withAnother = new CellInk(LowRows.FORM, new GivenTraces(List.of(new Trace(rubbedOut, true))));
        new Sketch(0.35).line(3, 0.8, 6, 4).line(6, 0.8, 3, 4).pieces().forEach(withAnother::claims);
        assertThat(withAnother.rows().get(0).mark(Level.CONFIDENCE).kind()).isEqualTo(Mark.Kind.UNCLEAR);
    }

    private static Mark.Kind kindWithASpeck(List<Trace> traces) {
        InkMask speck = new InkMask(850, 900, 2, 2, new boolean[] {true, true, true, true}, 200 / 25.4);
        CellInk cells = new CellInk(FORM, new GivenTraces(traces));
        assertThat(cells.claims(new InkPiece(speck, speck, speck.areaMm2(), 0.6, 0, false)))
                .isTrue();
        return cells.rows().get(0).mark(Level.HIGH).kind();
    }

    private static Mark.Kind kind(List<Trace> traces) {
        return new CellInk(FORM, new GivenTraces(traces))
                .rows()
                .get(0)
                .mark(Level.HIGH)
                .kind();
    }

    @Test
    void readsTallMarksOfAColumnThatTouchEachOther() {
        List<InkPiece> pieces = new Sketch(0.35)
                .line(3, 0.8, 7, 5, 3, 9.9, 7, 14.2)
                .line(7, 0.8, 3, 5, 7, 9.9, 3, 14.2)
                .pieces();
        assertThat(pieces).hasSize(1);
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(cells.claims(pieces.get(0))).isTrue();
        assertThat(cells.rows()).allSatisfy(row -> {
            assertThat(row.mark(Level.HIGH).kind()).isEqualTo(Mark.Kind.CROSS);
            assertThat(row.mark(Level.CONFIDENCE).kind()).isEqualTo(Mark.Kind.EMPTY);
        });
    }

    @Test
    void readsWideXsThatTouchThoughTheirStrokesRunTogetherForAWhile() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(2.7, 6.2, 8.3, 10.2)
                .line(8.2, 6, 2.4, 10.2)
                .line(2.1, 10.4, 9.4, 13.3)
                .line(8.7, 10.6, 2.9, 13.2));
        assertThat(kinds).containsEntry(2, Mark.Kind.CROSS).containsEntry(3, Mark.Kind.CROSS);
    }

    @Test
    void takesANarrowHThatAnXTouchesForNone() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 0.6, 7, 5.8)
                .line(7, 0.6, 3, 4.6)
                .line(6, 5.4, 6, 9.4)
                .line(7.2, 5.6, 7.2, 9.4)
                .line(6, 7.5, 7.2, 7.5));
        assertThat(kinds).containsEntry(1, Mark.Kind.UNCLEAR).containsEntry(2, Mark.Kind.UNCLEAR);
    }

    @Test
    void readsAnXWhoseFootRunsIntoTheNextRowsX() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 0.6, 6.4, 6.2)
                .line(7, 0.6, 3, 4.6)
                .line(3, 5.6, 7, 9.6)
                .line(7, 5.2, 3, 9.6));
        assertThat(kinds)
                .containsEntry(1, Mark.Kind.CROSS)
                .containsEntry(2, Mark.Kind.CROSS)
                .containsEntry(3, Mark.Kind.EMPTY);
    }

    @Test
    void asksOnlyAboutTheRowWithoutAMarkThatTheUpperOfTwoXsThatTouchRunsInto() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 4, 7, 10.2)
                .line(7, 4, 3, 10.2)
                .line(3, 10.2, 7, 14.6)
                .line(7, 10.2, 3, 14.6));
        assertThat(kinds)
                .containsEntry(1, Mark.Kind.UNCLEAR)
                .containsEntry(2, Mark.Kind.CROSS)
                .containsEntry(3, Mark.Kind.CROSS);
    }

    @Test
    void readsAnXOfOneLineThatEndsInTheNextRowsX() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 0.6, 7, 4.4)
                .line(3, 4.6, 6.7, 0.7, 8.5, 2, 8.1, 4.9, 6.5, 5.3)
                .line(3, 5.6, 7, 9.4)
                .line(3, 9.4, 7, 5.6));
        assertThat(kinds).containsEntry(1, Mark.Kind.CROSS).containsEntry(2, Mark.Kind.CROSS);
    }

    @Test
    void readsXsWhoseEndsCrossEachOther() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3.2, 0.6, 8.3, 6.1)
                .line(7.5, 0.8, 3.8, 5.8)
                .line(3.7, 5.2, 6.9, 9.2)
                .line(6.5, 4.6, 3.4, 8.9));
        assertThat(kinds).containsEntry(1, Mark.Kind.CROSS).containsEntry(2, Mark.Kind.CROSS);
    }

    @Test
    void readsXsOneOfWhichEndsFarInTheOther() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3.2, 0.8, 7.1, 5.8)
                .line(6.6, 0.6, 3, 5.1)
                .line(4, 5.8, 6.6, 9.3)
                .line(7.9, 4.6, 2.7, 9.4));
        assertThat(kinds).containsEntry(1, Mark.Kind.CROSS).containsEntry(2, Mark.Kind.CROSS);
    }

    @Test
    void givesAnXThatLiesAcrossTwoRowsToNoneThoughItTouchesAPlainOne() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 2.6, 7, 7.4)
                .line(7, 2.6, 3, 7.4)
                .line(3, 7.4, 7, 13.6)
                .line(7, 9, 3, 13.6));
        assertThat(kinds).containsEntry(1, Mark.Kind.UNCLEAR).containsEntry(2, Mark.Kind.UNCLEAR);
    }

    @Test
    void givesMarksThatTouchToNoneWhereOneIsATick() {
        Map<Integer, Mark.Kind> kinds =
                kinds(new Sketch(0.35).line(3, 0.6, 7, 5.2).line(7, 0.6, 3, 4.6).line(4, 7.6, 5.4, 9.6, 7, 5.2));
        assertThat(kinds).containsEntry(1, Mark.Kind.UNCLEAR).containsEntry(2, Mark.Kind.UNCLEAR);
    }

    @Test
    void losesNoSlashThatTouchesTwoXsInTheRowsAbove() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 0.6, 7, 5.1)
                .line(7, 0.6, 3, 4.6)
                .line(3, 5.6, 7, 9.4)
                .line(7, 5.1, 3, 9.4)
                .line(7, 9.4, 3.5, 13.6));
        assertThat(kinds).containsEntry(3, Mark.Kind.UNCLEAR);
    }

    @Test
    void givesMarksThatTouchToNoneWhereOneIsScribbledOver() {
        Map<Integer, Mark.Kind> kinds = kinds(new Sketch(0.35)
                .line(3, 0.6, 7, 5.4)
                .line(7, 0.6, 3, 4.6)
                .line(3, 5.4, 7, 9.6)
                .line(7, 5.4, 3, 9.6)
                .line(3, 6, 7, 6.4, 3, 7, 7, 7.6, 3, 8.2, 7, 8.8, 3, 9.2));
        assertThat(kinds).containsEntry(1, Mark.Kind.UNCLEAR).containsEntry(2, Mark.Kind.UNCLEAR);
    }

    /** {@return what the first cell of each row holds} */
    private static Map<Integer, Mark.Kind> kinds(Sketch sketch) {
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(sketch.pieces()).hasSize(1).allMatch(cells::claims);
        Map<Integer, Mark.Kind> kinds = new TreeMap<>();
        cells.rows()
                .forEach(row -> kinds.put(row.official(), row.mark(Level.HIGH).kind()));
        return kinds;
    }

    @Test
    void givesAMarkOverThreeRowsToNone() {
        List<InkPiece> pieces =
                new Sketch(0.35).line(3, 0.8, 7, 14.2).line(7, 0.8, 3, 14.2).pieces();
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(cells.claims(pieces.get(0))).isTrue();
        assertThat(cells.rows()).allSatisfy(row -> {
            assertThat(row.mark(Level.HIGH).kind()).isEqualTo(Mark.Kind.UNCLEAR);
            assertThat(row.mark(Level.HIGH).inkMm2()).isEqualTo(pieces.get(0).areaMm2());
        });
    }

    @Test
    void givesAnXWithAThirdOfItsBoxOverTheNextCellToNeitherThoughNearlyAllInkIsInOne() {
        assertThat(marks(new Sketch(0.35).line(7, 0.4, 9.6, 4.7).line(11.6, 1.2, 7.2, 4.2)))
                .containsEntry(Level.HIGH, Mark.Kind.UNCLEAR)
                .containsEntry(Level.CONFIDENCE, Mark.Kind.UNCLEAR);
    }

    @Test
    void givesAnXThatOverrunsItsCellToThatCell() {
        assertThat(marks(new Sketch(0.35).line(6, 0.4, 9.6, 4.7).line(10.8, 0.8, 6.2, 4.2)))
                .containsEntry(Level.HIGH, Mark.Kind.CROSS)
                .containsEntry(Level.CONFIDENCE, Mark.Kind.EMPTY);
    }

    @Test
    void givesAThickXWhoseStrokesCrossNearTheLineToItsCell() {
        assertThat(marks(new Sketch(0.7).line(6.6, 0.6, 10.6, 4.4).line(10.6, 0.6, 6.6, 4.4)))
                .containsEntry(Level.HIGH, Mark.Kind.CROSS)
                .containsEntry(Level.CONFIDENCE, Mark.Kind.EMPTY);
    }

    @Test
    void givesAnXThatOverrunsItsCellToNeitherWhereAStrokeThatTouchesItThereTurnsAside() {
        assertThat(marks(new Sketch(0.35)
                        .line(6, 0.4, 9.6, 4.7)
                        .line(10.8, 0.8, 6.2, 4.2)
                        .line(10.3, 0.8, 11.1, 2.2)))
                .containsEntry(Level.HIGH, Mark.Kind.UNCLEAR)
                .containsEntry(Level.CONFIDENCE, Mark.Kind.UNCLEAR);
    }

    @Test
    void asksAboutTheEndOfAnotherRowsMarkOnlyWhereARowHasNone() {
        Sketch foot = new Sketch(0.35).line(3, 0.6, 7, 4.6).line(7, 0.6, 2.6, 6.2);
        assertThat(kinds(foot)).containsEntry(1, Mark.Kind.CROSS).containsEntry(2, Mark.Kind.UNCLEAR);
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(foot.line(10.5, 5.6, 13.5, 9.4).line(13.5, 5.6, 10.5, 9.4).pieces())
                .hasSize(2)
                .allMatch(cells::claims);
        assertThat(cells.rows().get(1).marks())
                .hasEntrySatisfying(Level.HIGH, mark -> assertThat(mark.kind()).isEqualTo(Mark.Kind.EMPTY))
                .hasEntrySatisfying(
                        Level.CONFIDENCE, mark -> assertThat(mark.kind()).isEqualTo(Mark.Kind.CROSS));
    }

    @Test
    void takesACellFilledInForAMarkThatWasWithdrawnBesideAnXOnly() {
        Sketch sketch = new Sketch(0.35);
        for (double y = 1; y < 4; y += 0.25) {
            sketch.line(11, y, 13, y);
        }
        assertThat(marks(sketch)).containsEntry(Level.CONFIDENCE, Mark.Kind.UNCLEAR);
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(sketch.line(3, 1.6, 4.8, 3.4).line(4.8, 1.6, 3, 3.4).pieces())
                .hasSize(2)
                .allMatch(cells::claims);
        assertThat(cells.rows().get(0).mark(Level.CONFIDENCE).kind()).isEqualTo(Mark.Kind.CANCELLED);
    }

    @Test
    void judgesAnXWithoutASpeckOrTwoThatLieApart() {
        double alone = margin(smallX());
        assertThat(margin(smallX().line(8.7, 2.5, 8.8, 2.6).line(9.2, 1.2, 9.3, 1.3)))
                .isEqualTo(alone);
        assertThat(margin(smallX().line(5.9, 2.5, 6, 2.6))).isNotEqualTo(alone);
        assertThat(margin(smallX().line(9.2, 1.2, 9.3, 1.3)
                        .line(8.7, 2.5, 8.8, 2.6)
                        .line(8.1, 3.8, 8.2, 3.9)))
                .isLessThan(alone);
    }

    private static Sketch smallX() {
        return new Sketch(0.35).line(2.5, 1.4, 4.5, 3.4).line(4.5, 1.4, 2.5, 3.4);
    }

    private static double margin(Sketch sketch) {
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(sketch.pieces()).allMatch(cells::claims);
        return cells.rows().get(0).mark(Level.HIGH).margin();
    }

    private static Map<Level, Mark.Kind> marks(Sketch sketch) {
        CellInk cells = new CellInk(LowRows.FORM, GivenTraces.NONE);
        assertThat(sketch.pieces()).hasSize(1).allMatch(cells::claims);
        Map<Level, Mark.Kind> kinds = new EnumMap<>(Level.class);
        cells.rows().get(0).marks().forEach((level, mark) -> kinds.put(level, mark.kind()));
        return kinds;
    }
}
