package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;

/** Printed words that are no names, with a pen's line through them that ends with the word. */
@Tag("long")
class StruckWordsTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final Pen BALL = new Pen(Pen.Kind.BALL, 0x2D41A0, 0.4, 0.9, 0.1, 0, 0);

    /** The last line of the head over the right column, "thấp": without it the column says the opposite. */
    @ParameterizedTest
    @EnumSource(value = ScanKind.class, names = "MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofAColumnsHeadAreAskedAbout(ScanKind kind) {
        PaperBox column = PAGE.rows().get(0).cell(Level.LOW);
        PaperBox word = new PaperBox(column.centre().xMm() - 4.4, column.yMm() - 3.55, 8.8, 0.2);

        assertThat(seenOver(word, kind, line(word))).isNotEmpty().noneMatch(Finding::certain);
    }

    @ParameterizedTest
    @EnumSource(value = ScanKind.class, names = "MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofAPositionAreAskedAbout(ScanKind kind) {
        Row row = PAGE.rows().get(4);
        PaperBox word =
                new PaperBox(row.name().rightMm() + 1.5, row.box().centre().yMm() + 0.2, 8, 0.2);

        assertThat(seenOver(word, kind, line(word))).isNotEmpty().noneMatch(Finding::certain);
    }

    @ParameterizedTest
    @EnumSource(value = ScanKind.class, names = "MIXED", mode = EnumSource.Mode.EXCLUDE)
    void areNotSeenWhereNobodyWrote(ScanKind kind) {
        assertThat(seenOver(PAGE.sheet(), kind, List.of())).isEmpty();
    }

    private static List<Ink> line(PaperBox along) {
        List<PenPoint> points = IntStream.rangeClosed(0, 20)
                .mapToObj(i -> new PenPoint(along.xMm() + i * along.widthMm() / 20, along.yMm(), 1))
                .toList();
        return List.of(new Ink(BALL, List.of(new PenStroke(points))));
    }

    private static List<Finding> seenOver(PaperBox place, ScanKind kind, List<Ink> inks) {
        return ScannedPage.read(FORM, PAGE, inks, kind, 200, Lots.of(18, kind.ordinal())).findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.ADDITION)
                .filter(finding -> finding.where().overlapMm2(place) > 0)
                .toList();
    }
}
