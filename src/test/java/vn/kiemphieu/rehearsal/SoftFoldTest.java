package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.registration.Aligned;

/** A fold that runs level through a name from edge to edge, dark in its core and fading out below it over two millimetres. */
@Tag("long")
class SoftFoldTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final Row ROW = PAGE.rows().get(4);

    private static final int DPI = 200;

    private static final double[] LIGHT_LEFT = {
        0.9, 0.78, 0.74, 0.74, 0.74, 0.76, 0.79, 0.82, 0.85, 0.87, 0.89, 0.91, 0.93, 0.95, 0.96, 0.97, 0.98
    };

    private static final Pen BALL = new Pen(Pen.Kind.BALL, 0x2D41A0, 0.4, 0.9, 0.1, 0, 0);

    @ParameterizedTest
    @ValueSource(doubles = {-1.5, -0.5, 0.5, 1.5})
    void isNoStrokeThroughTheNameAndNoWriting(double belowMm) {
        assertThat(seen(belowMm, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.5, -0.5, 0.5, 1.5})
    void hidesNoPensLineThroughTheName(double belowMm) {
        PaperBox name = ROW.name();
        double y = name.centre().yMm() + 0.3;
        List<PenPoint> line = IntStream.rangeClosed(0, 20)
                .mapToObj(i -> new PenPoint(name.xMm() + 1.5 + 1.2 * i, y, 1))
                .toList();

        assertThat(seen(belowMm, List.of(new Ink(BALL, List.of(new PenStroke(line))))))
                .anyMatch(found -> found.kind() == Finding.Kind.STRUCK_NAME);
    }

    private static List<Finding> seen(double belowMm, List<Ink> inks) {
        double y = ROW.name().centre().yMm() + belowMm;
        try (Aligned aligned = ScannedPage.laid(
                FORM, PAGE, inks, ScanKind.GREY, DPI, Lots.of(61, 0), file -> folded(file, y / PAGE.heightMm()))) {
            return ScannedPage.read(aligned).findings().stream()
                    .filter(found -> found.kind() != Finding.Kind.STAMP_MISSING)
                    .toList();
        }
    }

    private static byte[] folded(byte[] file, double atShare) {
        try {
            BufferedImage grey = ImageIO.read(new ByteArrayInputStream(file));
            int top = (int) (atShare * grey.getHeight());
            for (int d = 0; d < LIGHT_LEFT.length; d++) {
                for (int x = 0; x < grey.getWidth(); x++) {
                    int light = grey.getRaster().getSample(x, top + d, 0);
                    grey.getRaster().setSample(x, top + d, 0, light * LIGHT_LEFT[d]);
                }
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(grey, "png", written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
