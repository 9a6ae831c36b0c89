package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

/** Marks two millimetres high, drawn without lifting the pen: at 200 dpi their strokes run together. */
class SmallMarksTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final Pen PEN = new Pen(Pen.Kind.GEL, 0x1F3F9E, 0.36, 0.95, 0.08, 0.01, 0.15);

    private static final double SIZE_MM = 2.1;

    @Test
    void joinedXsAreRead() {
        assertThat(kinds(-0.5, -0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5))
                .filteredOn(Mark.Kind.CROSS::equals)
                .hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void zigzagsAreNoXs() {
        assertThat(kinds(-0.5, -0.5, 0.5, -0.4, -0.5, -0.1, 0.5, 0, -0.5, 0.3, 0.5, 0.4))
                .doesNotContain(Mark.Kind.CROSS);
    }

    @Test
    void xsWithALineThroughThemAreNoXs() {
        assertThat(kinds(-0.5, -0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5, -0.7, 0, 0.7, 0))
                .doesNotContain(Mark.Kind.CROSS);
    }

    /** {@return what each row's mark is read as, all drawn alike, each a bit otherwise} */
    private static List<Mark.Kind> kinds(double... xy) {
        Random random = Lots.of(41, xy.length);
        List<Ink> inks = PAGE.rows().stream()
                .map(row -> new Ink(PEN, List.of(stroke(row, random, xy))))
                .toList();
        return ScannedPage.read(FORM, PAGE, inks, ScanKind.OFFICE, 200, random).rows().stream()
                .map(row -> row.mark(Level.HIGH).kind())
                .toList();
    }

    private static PenStroke stroke(Row row, Random random, double... xy) {
        PaperPoint centre = row.cell(Level.HIGH).centre();
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i + 3 < xy.length; i += 2) {
            for (int step = 0; step < 8; step++) {
                double along = step / 8.0;
                points.add(new PenPoint(
                        centre.xMm() + SIZE_MM * (xy[i] + along * (xy[i + 2] - xy[i]) + 0.02 * random.nextGaussian()),
                        centre.yMm()
                                + SIZE_MM
                                        * (xy[i + 1] + along * (xy[i + 3] - xy[i + 1]) + 0.02 * random.nextGaussian()),
                        1));
            }
        }
        return new PenStroke(points);
    }
}
