package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.registration.Aligned;

/** Red is red by what the paper around shows, however little light there was, of whatever colour, and however coarse the file is. */
@Tag("long")
class DimStampTest {

    private static final BallotForm FORM = Forms.of(12);

    private static final FormPage PAGE = FORM.pages().get(0);

    private static final float COARSE = 0.4f;

    /** Of red, green and blue light that much is left. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "0.75, 0.75, 0.75", "0.5, 0.5, 0.5", "0.86, 0.95, 1", "1, 0.97, 0.84"})
    void isAStampAndNoWriting(float red, float green, float blue) {
        Random random = Lots.of(51, 0);
        Voter voter = Voter.any(new DrawnHand(random), random);
        List<Ink> stamp = new StampArtist(random).stamped(PAGE.stamp().orElseThrow(), Deed.HONEST, voter);
        try (Aligned aligned = ScannedPage.laid(
                FORM, PAGE, stamp, ScanKind.PHOTO, 200, Lots.of(52, 0), file -> dimmed(file, red, green, blue))) {
            assertThat(ScannedPage.read(aligned).findings()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Finding.Kind.STAMP);
                assertThat(found.certain()).isTrue();
            });
        }
    }

    private static byte[] dimmed(byte[] file, float... light) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            BufferedImage dim = new RescaleOp(light, new float[light.length], null).filter(image, null);
            ImageWriteParam coarse = writer.getDefaultWriteParam();
            coarse.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            coarse.setCompressionQuality(COARSE);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(written)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(dim, null, null), coarse);
            }
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
