package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;

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

    private static List<RowReading> read(ScanKind kind, List<Ink> inks, Random random) {
        return ScannedPage.read(FORM, PAGE, inks, kind, 200, random).rows();
    }
}
