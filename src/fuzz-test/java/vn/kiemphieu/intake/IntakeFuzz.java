package vn.kiemphieu.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import vn.kiemphieu.Fuzzing;
import vn.kiemphieu.vision.PictureDecoder;
import vn.kiemphieu.vision.UndecodablePicture;

/** Any bytes as a file among the scans: each page comes in as a picture, or is turned away with a reason. */
public final class IntakeFuzz {

    private static final int PAGES = 3;

    private static final Path FOLDER = folder();

    private IntakeFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) throws IOException {
        Files.write(FOLDER.resolve("a-file"), file);
        try (Intake intake = new Intake(FOLDER)) {
            ScanFile listed = intake.survey().get(0);
            for (int page = 1; listed.refusal().isEmpty() && page <= Math.min(PAGES, listed.pages()); page++) {
                if (intake.load(new PageId("a-file", page)) instanceof Arrival.Arrived arrived) {
                    look(arrived);
                }
            }
        }
    }

    private static void look(Arrival.Arrived arrived) {
        try {
            PictureDecoder.colour(arrived.page().picture()).release();
        } catch (UndecodablePicture refused) {
            // Said of that page; the count goes on.
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fuzzing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins with good files. @param args for how many seconds */
    public static void main(String[] args) throws Exception {
        BufferedImage colour = small(BufferedImage.TYPE_INT_RGB);
        BufferedImage grey = small(BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage bilevel = small(BufferedImage.TYPE_BYTE_BINARY);
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("a.jpg", Sheets.jpeg(grey, false));
        seeds.put("b.jpg", Sheets.jpeg(colour, true));
        seeds.put("c.png", Sheets.encode(colour, "png"));
        seeds.put("d.bmp", Sheets.encode(grey, "bmp"));
        seeds.put("e.tif", Sheets.tiff("CCITT T.6", bilevel, bilevel));
        seeds.put("f.tif", Sheets.tiff("LZW", colour));
        seeds.put("g.pdf", Sheets.pdf(document -> JPEGFactory.createFromImage(document, grey)));
        seeds.put("h.pdf", Sheets.pdf(document -> CCITTFactory.createFromImage(document, bilevel)));
        seeds.put("i.pdf", Sheets.pdf(document -> LosslessFactory.createFromImage(document, colour)));
        Fuzzing.run(IntakeFuzz.class, seeds, Integer.parseInt(args[0]));
    }

    private static BufferedImage small(int type) {
        return Sheets.draw(new BufferedImage(64, 90, type), 1);
    }
}
