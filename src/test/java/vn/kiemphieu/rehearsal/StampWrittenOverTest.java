package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.reading.Finding;

/** A pen's line that touches a stamp is one piece of ink with it. Stamps lie over the name of the body, as on paper. */
@Tag("long")
class StampWrittenOverTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final StampPlace PLACE = PAGE.stamp().orElseThrow();

    private static final Pen PEN = new Pen(Pen.Kind.BALL, 0x1F3F9E, 0.4, 0.9, 0.2, 0, 0.2);

    @ParameterizedTest
    @EnumSource(
            value = ScanKind.class,
            names = {"OFFICE", "GREY", "POOR", "PHOTO"})
    void isAskedAboutWhereItIsCrossedOut(ScanKind kind) {
        List<Ink> inks = stamped(kind);
        PaperPoint c = centre(inks);
        inks.add(line(c.xMm() - 9, c.yMm() - 8, c.xMm() + 9, c.yMm() + 8));
        inks.add(line(c.xMm() - 9, c.yMm() + 8, c.xMm() + 9, c.yMm() - 8));

        assertThat(additions(kind, inks)).singleElement().satisfies(found -> {
            assertThat(found.certain()).isFalse();
            assertThat(found.where().contains(c)).isTrue();
        });
    }

    /** Black and white tells as little of pens as of stamps, but a stamp ends with its rim. */
    @ParameterizedTest
    @EnumSource(ScanKind.class)
    void isAskedAboutWhereWritingHangsOnItsRim(ScanKind kind) {
        List<Ink> inks = stamped(kind);
        PaperPoint c = centre(inks);
        double rim = c.xMm() + PLACE.diameterMm() / 2;
        inks.add(line(rim - 1, c.yMm(), rim + 4, c.yMm() - 2, rim + 6, c.yMm() + 2, rim + 8, c.yMm()));

        assertThat(additions(kind, inks)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ScanKind.class)
    void isNoWritingOfItsOwn(ScanKind kind) {
        assertThat(additions(kind, stamped(kind))).isEmpty();
    }

    /** Where both impressions lie the ink is darker. */
    @ParameterizedTest
    @EnumSource(ScanKind.class)
    void isNoWritingWhereItWasDoubled(ScanKind kind) {
        List<Ink> inks = stamped(kind);
        inks.add(moved(inks.get(0), p -> new PenPoint(p.x() + 0.7, p.y() + 0.5, p.press())));

        assertThat(additions(kind, inks)).isEmpty();
    }

    private static List<Ink> stamped(ScanKind kind) {
        Random random = Lots.of(31, kind.ordinal());
        Voter voter = Voter.any(new DrawnHand(random), random);
        return new ArrayList<>(new StampArtist(random).stamped(PLACE, Deed.HONEST, voter));
    }

    private static PaperPoint centre(List<Ink> stamp) {
        double[] xs = points(stamp).mapToDouble(PenPoint::x).sorted().toArray();
        double[] ys = points(stamp).mapToDouble(PenPoint::y).sorted().toArray();
        return new PaperPoint((xs[0] + xs[xs.length - 1]) / 2, (ys[0] + ys[ys.length - 1]) / 2);
    }

    private static Stream<PenPoint> points(List<Ink> inks) {
        return inks.stream().flatMap(ink -> ink.strokes().stream()).flatMap(stroke -> stroke.points().stream());
    }

    private static Ink line(double... xyMm) {
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i < xyMm.length; i += 2) {
            points.add(new PenPoint(xyMm[i], xyMm[i + 1], 1));
        }
        return new Ink(PEN, List.of(new PenStroke(points)));
    }

    private static Ink moved(Ink ink, UnaryOperator<PenPoint> by) {
        return new Ink(
                ink.pen(),
                ink.strokes().stream().map(stroke -> stroke.moved(by)).toList());
    }

    private static List<Finding> additions(ScanKind kind, List<Ink> inks) {
        return ScannedPage.read(FORM, PAGE, inks, kind, 200, Lots.of(32, kind.ordinal())).findings().stream()
                .filter(found -> found.kind() == Finding.Kind.ADDITION)
                .toList();
    }
}
