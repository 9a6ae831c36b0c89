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
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;

/** What a page holds is lent to the next one once it is closed, and not before. */
class PagesOpenTogetherTest {

    private static final BallotForm FORM = Forms.of(7);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final Pen PEN = new Pen(Pen.Kind.GEL, 0x1F3F9E, 0.4, 0.95, 0.08, 0.01, 0.15);

    @Test
    void aPageIsReadAsItIsWhateverWasOpenedAndClosedMeanwhile() {
        Sheet alone = ScannedPage.read(FORM, PAGE, marked(Level.HIGH), ScanKind.OFFICE, 200, new Random(1));

        try (Aligned open = laid(Level.HIGH, 1)) {
            Aligned other = laid(Level.LOW, 2);
            ScannedPage.read(other);
            other.close();
            other.close();
            try (Aligned second = laid(Level.CONFIDENCE, 3);
                    Aligned third = laid(Level.LOW, 4)) {
                Sheet beside = ScannedPage.read(open);
                assertThat(beside.rows()).isEqualTo(alone.rows());
                assertThat(beside.findings()).isEqualTo(alone.findings());
                assertThat(beside.trace().bits()).isEqualTo(alone.trace().bits());
                assertThat(ScannedPage.read(second).rows())
                        .isNotEqualTo(ScannedPage.read(third).rows());
            }
        }
    }

    private static Aligned laid(Level level, long seed) {
        return ScannedPage.laid(FORM, PAGE, marked(level), ScanKind.OFFICE, 200, new Random(seed));
    }

    private static List<Ink> marked(Level level) {
        List<Ink> inks = new ArrayList<>();
        for (Row row : PAGE.rows()) {
            PaperPoint centre = row.cell(level).centre();
            inks.add(new Ink(PEN, List.of(line(centre, -2, -2, 2, 2), line(centre, 2, -2, -2, 2))));
        }
        return inks;
    }

    private static PenStroke line(PaperPoint centre, double x0, double y0, double x1, double y1) {
        List<PenPoint> points = new ArrayList<>();
        for (double t = 0; t <= 1; t += 0.05) {
            points.add(new PenPoint(centre.xMm() + x0 + (x1 - x0) * t, centre.yMm() + y0 + (y1 - y0) * t, 1));
        }
        return new PenStroke(points);
    }
}
