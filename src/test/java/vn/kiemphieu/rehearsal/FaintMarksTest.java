package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;

@Tag("long")
class FaintMarksTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    @ParameterizedTest
    @EnumSource(
            value = ScanKind.class,
            names = {"OFFICE", "GREY", "POOR", "PHOTO"})
    void areNeverTakenForEmptyCells(ScanKind kind) {
        Random random = Lots.of(11, kind.ordinal());
        Voter voter = Voter.any(new DrawnHand(random), random);
        List<Ink> inks = PAGE.rows().stream()
                .map(row -> new Ink(
                        voter.pen().faded(0.2),
                        voter.cross(row.cell(Level.HIGH), random).strokes()))
                .toList();
        assertThat(read(kind, inks, random))
                .extracting(row -> row.mark(Level.HIGH).kind())
                .doesNotContain(Mark.Kind.EMPTY);
    }

    /** On a poor scan there is dust, and in a row without a mark a speck may be what is left of one. */
    @ParameterizedTest
    @EnumSource(
            value = ScanKind.class,
            names = {"OFFICE", "GREY", "PHOTO"})
    void areNotSeenInEmptyCells(ScanKind kind) {
        assertThat(read(kind, List.of(), Lots.of(12, kind.ordinal())))
                .flatExtracting(row -> Stream.of(Level.values()).map(row::mark).toList())
                .extracting(Mark::kind)
                .containsOnly(Mark.Kind.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScanKind.class,
            names = {"OFFICE", "GREY", "PHOTO"})
    void areNotSeenInNamesThatNobodyTouched(ScanKind kind) {
        assertThat(ScannedPage.read(FORM, PAGE, List.of(), kind, 200, Lots.of(14, kind.ordinal()))
                        .findings())
                .noneMatch(finding -> finding.kind() == Finding.Kind.STRUCK_NAME);
    }

    /** The second row's speck is all that a scan in black and white kept of a pencil's X; the others are bare. */
    @Test
    void ofOnePixelKeepABlackAndWhiteRowFromBeingEmpty() {
        PenPoint at = new PenPoint(
                PAGE.rows().get(1).cell(Level.LOW).centre().xMm(),
                PAGE.rows().get(1).cell(Level.LOW).centre().yMm(),
                1);
        Ink speck = new Ink(
                new Pen(Pen.Kind.GEL, 0, 0.2, 1, 0, 0, 0),
                List.of(new PenStroke(List.of(at, new PenPoint(at.x() + 0.05, at.y(), 1)))));

        List<Mark.Kind> kinds = read(ScanKind.BILEVEL, List.of(speck), Lots.of(17, 0)).stream()
                .map(row -> row.mark(Level.LOW).kind())
                .toList();

        assertThat(kinds.get(1)).isEqualTo(Mark.Kind.UNCLEAR);
        assertThat(kinds.stream().filter(kind -> kind != Mark.Kind.EMPTY)).hasSize(1);
    }

    /** A JPEG that keeps colour coarsely leaves whole blocks of it on tinted paper. */
    @Test
    void areNotSeenWhereOnlyTheColourDiffers() {
        assertThat(paleCrosses(0xFFFF00, List.of())).containsOnly(Mark.Kind.EMPTY);
    }

    @Test
    void areSeenWhereTheLightIsWeakerByAsMuch() {
        assertThat(paleCrosses(0x000000, List.of()))
                .filteredOn(kind -> kind != Mark.Kind.EMPTY)
                .as("of 12")
                .hasSizeGreaterThan(8);
    }

    @Test
    void areSeenOnTintedPaper() {
        PaperBox table = PAGE.table();
        double x = PAGE.rows().get(0).cell(Level.HIGH).centre().xMm();
        Ink yellow = new Ink(
                new Pen(Pen.Kind.FELT, 0xFFFF00, 60, 0.2, 0, 0, 0),
                List.of(new PenStroke(List.of(new PenPoint(x, table.yMm(), 1), new PenPoint(x, table.bottomMm(), 1)))));

        assertThat(paleCrosses(0x000000, List.of(yellow)))
                .filteredOn(kind -> kind != Mark.Kind.EMPTY)
                .as("of 12")
                .hasSizeGreaterThan(8);
    }

    /** {@return what X's by a pen of that colour are taken for that takes one part in sixteen from the channel it darkens} */
    private static List<Mark.Kind> paleCrosses(int rgb, List<Ink> below) {
        Pen pen = new Pen(Pen.Kind.FELT, rgb, 1, 0.06, 0, 0, 0);
        Random random = Lots.of(16, 0);
        List<Ink> inks = new ArrayList<>(below);
        PAGE.rows().stream()
                .map(row -> row.cell(Level.HIGH).centre())
                .map(at -> new Ink(
                        pen,
                        PenStroke.placed(PenStroke.unit(Glyphs.drawn("1089 8019", random)), at.xMm(), at.yMm(), 5, 0)))
                .forEach(inks::add);
        return read(ScanKind.OFFICE, inks, random).stream()
                .map(row -> row.mark(Level.HIGH).kind())
                .toList();
    }

    /** Anybody sees them there: a pencil hides three quarters of the paper, and yet the grain of the scan is nearly as dark. */
    @Test
    void ofAPencilAreReadOnPoorScans() {
        Pen pencil = new Pen(Pen.Kind.PENCIL, 0x5A5A60, 0.38, 0.75, 0.7, 0.01, 0.3);
        int read = 0;
        for (int sheet = 0; sheet < 4; sheet++) {
            Random random = Lots.of(15, sheet);
            List<Ink> inks = PAGE.rows().stream()
                    .map(row -> row.cell(Level.HIGH).centre())
                    .map(at -> new Ink(
                            pencil,
                            PenStroke.placed(
                                    PenStroke.unit(Glyphs.drawn("1089 8019", random)), at.xMm(), at.yMm(), 5, 0)))
                    .toList();
            read += (int) ScannedPage.read(FORM, PAGE, inks, ScanKind.POOR, 150, random).rows().stream()
                    .filter(row -> row.mark(Level.HIGH).kind() == Mark.Kind.CROSS)
                    .count();
        }

        assertThat(read).as("of 48").isGreaterThan(40);
    }

    private static List<RowReading> read(ScanKind kind, List<Ink> inks, Random random) {
        return ScannedPage.read(FORM, PAGE, inks, kind, 200, random).rows();
    }
}
