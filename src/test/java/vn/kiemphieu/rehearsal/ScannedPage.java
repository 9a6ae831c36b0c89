package vn.kiemphieu.rehearsal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.SimulatedScanner;

/** One page of a form, marked, scanned and read by the real parts. */
final class ScannedPage {

    private ScannedPage() {}

    static Sheet read(BallotForm form, FormPage page, List<Ink> inks, ScanKind kind, int dpi, Random random) {
        try (Aligned aligned = laid(form, page, inks, kind, dpi, random)) {
            return read(aligned);
        }
    }

    static Sheet read(Aligned aligned) {
        return new PageReader(new OpenCvInkSurveyor()).read(aligned);
    }

    static Aligned laid(BallotForm form, FormPage page, List<Ink> inks, ScanKind kind, int dpi, Random random) {
        return laid(form, page, inks, kind, dpi, random, ScannedPage::asItIs);
    }

    /** @param developed what became of the file after it was scanned */
    static Aligned laid(
            BallotForm form,
            FormPage page,
            List<Ink> inks,
            ScanKind kind,
            int dpi,
            Random random,
            UnaryOperator<byte[]> developed) {
        ScanRecipe recipe = Scanner.recipe(kind, page, dpi, output(kind), random);
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            Darkroom.Shot shot = scanner.expose(page, inks, recipe);
            Page scan = new Page(
                    new PageId("a.jpg", 1),
                    "0".repeat(64),
                    new Picture.Encoded(
                            developed.apply(kind == ScanKind.BILEVEL ? blackAndWhite(shot.bytes()) : shot.bytes()),
                            shot.widthPx(),
                            shot.heightPx(),
                            0,
                            false,
                            shot.dpi()));
            return ((Registered) new OpenCvRegistrar(form).register(scan)).aligned();
        }
    }

    private static byte[] asItIs(byte[] file) {
        return file;
    }

    private static ScanRecipe.Output output(ScanKind kind) {
        return switch (kind) {
            case GREY -> ScanRecipe.Output.GREY_JPEG;
            case BILEVEL -> ScanRecipe.Output.GREY_PNG;
            default -> ScanRecipe.Output.COLOUR_JPEG;
        };
    }

    private static byte[] blackAndWhite(byte[] png) {
        try {
            BufferedImage grey = ImageIO.read(new ByteArrayInputStream(png));
            for (int y = 0; y < grey.getHeight(); y++) {
                for (int x = 0; x < grey.getWidth(); x++) {
                    grey.getRaster().setSample(x, y, 0, grey.getRaster().getSample(x, y, 0) < 128 ? 0 : 255);
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(grey, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
