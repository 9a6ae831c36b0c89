package vn.kiemphieu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfFileTest {

    /** The images of this test have 100 dpi on A4. */
    private static final int WIDTH = 827;

    private static final int HEIGHT = 1169;

    @TempDir
    Path folder;

    @Test
    void handsAJpegOnAsItIs() throws Exception {
        byte[] jpeg = Sheets.jpeg(grey(1), false);
        byte[] pdf = Sheets.pdf(d -> JPEGFactory.createFromByteArray(d, jpeg));
        Arrival arrival = Shown.load(folder, pdf, 1);
        assertThat(arrival).isInstanceOf(Arrival.Arrived.class);
        Picture picture = ((Arrival.Arrived) arrival).page().picture();
        assertThat(picture).isInstanceOf(Picture.Encoded.class);
        assertThat(((Picture.Encoded) picture).bytes()).isEqualTo(jpeg);
        assertThat(picture.claimedDpi()).isBetween(99.0, 101.0);
    }

    @Test
    void showsFlatePagesPixelForPixel() throws Exception {
        byte[] pdf = Sheets.pdf(
                d -> flate(d, grey(1)),
                d -> LosslessFactory.createFromImage(d, colour(2)),
                d -> LosslessFactory.createFromImage(d, bilevel(3)));
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), grey(1))).isZero();
        assertThat(Shown.difference(Shown.page(folder, pdf, 2), colour(2))).isZero();
        assertThat(Shown.difference(Shown.page(folder, pdf, 3), bilevel(3))).isZero();
    }

    @Test
    void showsFaxPagesPixelForPixel() throws Exception {
        byte[] pdf = Sheets.pdf(d -> CCITTFactory.createFromImage(d, bilevel(1)));
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), bilevel(1))).isZero();
    }

    @Test
    void showsJbig2PixelForPixel() throws Exception {
        byte[] pdf = Sheets.pdf(d -> new PDImageXObject(
                d,
                new ByteArrayInputStream(jbig2(bilevel(1))),
                COSName.JBIG2_DECODE,
                WIDTH,
                HEIGHT,
                1,
                PDDeviceGray.INSTANCE));
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), bilevel(1))).isZero();
    }

    @Test
    void showsJpeg2000PixelForPixel() throws Exception {
        byte[] pdf = Sheets.pdf(d -> new PDImageXObject(
                d,
                new ByteArrayInputStream(Sheets.encode(grey(1), "jpeg2000")),
                COSName.JPX_DECODE,
                WIDTH,
                HEIGHT,
                8,
                PDDeviceGray.INSTANCE));
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), grey(1))).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "90,1", "180,2", "270,3", "-90,3", "450,1"})
    void turnsAsThePageSays(int rotate, int quarters) throws Exception {
        byte[] pdf = Sheets.pdf(rotate, Sheets.fullPage(), d -> flate(d, grey(1)));
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), Shown.stood(grey(1), false, quarters)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // The matrix of the image, whether that mirrors it, and how far it turns it clockwise.
        "595,0,0,842,0,0,false,0",
        "-595,0,0,-842,595,842,false,2",
        "-595,0,0,842,595,0,true,0",
        "595,0,0,-842,0,842,true,2",
        "0,-842,595,0,0,842,false,1",
        "0,842,-595,0,595,0,false,3",
    })
    void turnsAsTheImageIsPlaced(float a, float b, float c, float d, float e, float f, boolean mirrored, int quarters)
            throws Exception {
        BufferedImage image = quarters % 2 == 0 ? grey(1) : Shown.stood(grey(1), false, 1);
        byte[] pdf = Sheets.pdf(0, new Matrix(a, b, c, d, e, f), doc -> flate(doc, toGrey(image)));
        BufferedImage shown = Shown.page(folder, pdf, 1);
        assertThat(Shown.difference(shown, Shown.stood(toGrey(image), mirrored, quarters)))
                .isZero();
        assertThat(meanDifference(shown, drawn(pdf, shown.getWidth()))).isLessThan(4);
    }

    @Test
    void swapsBlackAndWhiteAsTheImageSays() throws Exception {
        byte[] jpeg = Sheets.jpeg(grey(1), false);
        byte[] pdf = Sheets.pdf(
                d -> inverted(JPEGFactory.createFromByteArray(d, jpeg)),
                d -> inverted(CCITTFactory.createFromImage(d, bilevel(1))));
        BufferedImage upright = Shown.page(folder, Sheets.jpeg(grey(1), false), 1);
        assertThat(Shown.difference(Shown.page(folder, pdf, 1), negative(upright)))
                .isZero();
        assertThat(Shown.difference(Shown.page(folder, pdf, 2), negative(bilevel(1))))
                .isZero();
    }

    @Test
    void drawsAPageThatHoldsMoreThanOneImage() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(flate(document, grey(1)), Sheets.fullPage());
                content.setNonStrokingColor(Color.RED);
                content.addRect(100, 100, 300, 300);
                content.fill();
            }
            BufferedImage shown = Shown.page(folder, Sheets.bytes(document), 1);
            assertThat(shown.getWidth()).isBetween(2479, 2481);
            assertThat(shown.getRGB(800, 2600) & 0xFFFFFF).isEqualTo(0xFF0000);
        }
    }

    @Test
    void showsOnlyWhatTheCropLeaves() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setCropBox(new PDRectangle(100, 100, 300, 300));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(flate(document, grey(1)), Sheets.fullPage());
            }
            BufferedImage shown = Shown.page(folder, Sheets.bytes(document), 1);
            assertThat(shown.getWidth()).isBetween(832, 835);
        }
    }

    @Test
    void drawsABlankPageWhite() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            BufferedImage shown = Shown.page(folder, Sheets.bytes(document), 1);
            assertThat(shown.getRGB(100, 100) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void opensWhatOnlyAnOwnersPasswordProtects() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(flate(document, grey(1)), Sheets.fullPage());
            }
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            assertThat(Shown.difference(Shown.page(folder, Sheets.bytes(document), 1), grey(1)))
                    .isZero();
        }
    }

    private static PDImageXObject inverted(PDImageXObject image) {
        COSArray decode = new COSArray();
        decode.add(COSInteger.ONE);
        decode.add(COSInteger.ZERO);
        image.getCOSObject().setItem(COSName.DECODE, decode);
        return image;
    }

    /** One generic region, coded as fax group 4 is: the one kind of JBIG2 that can be made without an encoder. */
    static byte[] jbig2(BufferedImage image) throws IOException {
        byte[] g4;
        try (PDDocument document = new PDDocument()) {
            g4 = CCITTFactory.createFromImage(document, image)
                    .getCOSObject()
                    .createRawInputStream()
                    .readAllBytes();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        segment(data, 0, 48, 19);
        data.writeInt(image.getWidth());
        data.writeInt(image.getHeight());
        data.writeInt(0);
        data.writeInt(0);
        data.writeByte(0);
        data.writeShort(0);
        segment(data, 1, 38, 18 + g4.length);
        data.writeInt(image.getWidth());
        data.writeInt(image.getHeight());
        data.writeInt(0);
        data.writeInt(0);
        data.writeByte(0);
        data.writeByte(1);
        data.write(g4);
        segment(data, 2, 49, 0);
        return out.toByteArray();
    }

    private static void segment(DataOutputStream data, int number, int type, int length) throws IOException {
        data.writeInt(number);
        data.writeByte(type);
        data.writeByte(0);
        data.writeByte(1);
        data.writeInt(length);
    }

    /** With the very samples; the library's own factory would take grey for linear light. */
    private static PDImageXObject flate(PDDocument document, BufferedImage grey) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            int[] samples = grey.getRaster().getPixels(0, 0, grey.getWidth(), grey.getHeight(), (int[]) null);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            out.write(bytes);
        }
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(packed.toByteArray()),
                COSName.FLATE_DECODE,
                grey.getWidth(),
                grey.getHeight(),
                8,
                PDDeviceGray.INSTANCE);
    }

    private static BufferedImage drawn(byte[] pdf, int width) throws IOException {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            float scale = width / document.getPage(0).getCropBox().getWidth();
            return new org.apache.pdfbox.rendering.PDFRenderer(document).renderImage(0, scale);
        }
    }

    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs((a.getRGB(x, y) & 255) - (b.getRGB(x, y) & 255));
            }
        }
        return sum / (double) (width * height);
    }

    private static BufferedImage negative(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(x, y, ~image.getRGB(x, y));
            }
        }
        return out;
    }

    private static BufferedImage toGrey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        boolean isGrey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int value = isGrey ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y) & 0xFF;
                grey.getRaster().setSample(x, y, 0, value);
            }
        }
        return grey;
    }

    private static BufferedImage colour(int seed) {
        return Sheets.draw(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), seed);
    }

    private static BufferedImage grey(int seed) {
        return toGrey(colour(seed));
    }

    private static BufferedImage bilevel(int seed) {
        return Sheets.bilevel(WIDTH, HEIGHT, seed);
    }
}
