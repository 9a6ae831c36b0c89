package vn.kiemphieu.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad files of every kind, made here byte by byte. Each is refused by name, soon, and with little memory. */
class HostileFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource({"foreignFiles", "images", "tiffs", "pdfs"})
    void isRefused(String what, byte[] file, Reason reason) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Arrival arrival = Shown.load(folder, file, 1);
            assertThat(arrival).isInstanceOf(Arrival.TurnedAway.class);
            assertThat(((Arrival.TurnedAway) arrival).refusal().reason()).isEqualTo(reason);
        });
    }

    static Stream<Arguments> foreignFiles() {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        noise[0] = 1;
        return Stream.of(
                of("no byte", new byte[0], Reason.EMPTY),
                of("one byte", new byte[] {'x'}, Reason.FOREIGN),
                of("noise", noise, Reason.UNKNOWN),
                of("zeros, as a broken copy has", new byte[100_000], Reason.UNKNOWN),
                of("a GIF", head("GIF89a\1\0\1\0"), Reason.FOREIGN),
                of("a WebP", head("RIFF\0\1\0\0WEBPVP8 "), Reason.FOREIGN),
                of("a HEIC", head("\0\0\0\30ftypheic\0\0\0\0"), Reason.FOREIGN),
                of("a ZIP", head("PK\3\4\24\0\0\0a.pdf"), Reason.FOREIGN),
                of("a DOCX", head("PK\3\4\24\0\6\0[Content_Types].xml"), Reason.FOREIGN),
                of("a DOC", head("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), Reason.FOREIGN),
                of("an EXE", head("MZ\u0090\0\3\0"), Reason.FOREIGN),
                of("a text", "Danh sách phiếu".getBytes(java.nio.charset.StandardCharsets.UTF_8), Reason.FOREIGN),
                of("a web page", head("<html><body>404"), Reason.FOREIGN),
                of("PostScript", head("%!PS-Adobe-3.0"), Reason.FOREIGN));
    }

    static Stream<Arguments> images() throws IOException {
        byte[] jpeg = Sheets.jpeg(Sheets.grey(1), false);
        byte[] progressive = Sheets.jpeg(Sheets.colour(1), true);
        byte[] png = Sheets.encode(Sheets.grey(1), "png");
        byte[] bmp = Sheets.encode(Sheets.colour(1), "bmp");
        return Stream.of(
                of("a JPEG of its first bytes alone", Arrays.copyOf(jpeg, 3), Reason.TRUNCATED),
                of("half a JPEG", half(jpeg), Reason.TRUNCATED),
                of("a JPEG without its last byte", Arrays.copyOf(jpeg, jpeg.length - 1), Reason.TRUNCATED),
                of("half a progressive JPEG", half(progressive), Reason.TRUNCATED),
                of("a JPEG that claims 65000 x 65000", jpegSize(jpeg, 65000, 65000), Reason.TOO_LARGE),
                of("a JPEG of no height", jpegSize(jpeg, 0, 211), Reason.CORRUPT),
                of("a JPEG of 12 bits", patch(jpeg, frame(jpeg) + 4, 12), Reason.UNSUPPORTED),
                of("a JPEG with a segment of no length", patch(patch(jpeg, 4, 0), 5, 0), Reason.CORRUPT),
                of("half a PNG", half(png), Reason.TRUNCATED),
                of("a PNG without its end", Arrays.copyOf(png, png.length - 12), Reason.TRUNCATED),
                of("a PNG with one bit turned", patch(png, png.length / 2, png[png.length / 2] ^ 1), Reason.CORRUPT),
                of("a PNG that claims 60000 x 60000", pngSize(png, 60000, 60000), Reason.TOO_LARGE),
                of("a PNG that claims more than four billion", pngSize(png, -1, -1), Reason.TOO_LARGE),
                of("half a BMP", half(bmp), Reason.TRUNCATED),
                of("a BMP of the most negative height", int32(bmp, 22, Integer.MIN_VALUE), Reason.TOO_LARGE),
                of("a BMP of negative width", int32(bmp, 18, -5), Reason.CORRUPT),
                of("a BMP of two billion rows", int32(bmp, 22, Integer.MAX_VALUE), Reason.TOO_LARGE),
                of("a BMP of 7 bits", patch(bmp, 28, 7), Reason.UNSUPPORTED));
    }

    static Stream<Arguments> tiffs() throws IOException {
        byte[] fax = Sheets.tiff("CCITT T.6", Sheets.bilevel(1), Sheets.bilevel(2));
        byte[] lzw = Sheets.tiff("LZW", Sheets.grey(1));
        return Stream.of(
                of("a TIFF of its head alone", Arrays.copyOf(fax, 8), Reason.TRUNCATED),
                of("half a TIFF", half(fax), Reason.TRUNCATED),
                of("a TIFF whose chain of pages is a loop", tiff(8, 1000, 1000, 4), Reason.CORRUPT),
                of("a TIFF whose next page lies beyond its end", tiff(900_000, 1000, 1000, 4), Reason.TRUNCATED),
                of("a TIFF of no page", int32(fax, 4, 0, fax[0] == 'I'), Reason.NO_PAGES),
                of("a TIFF that claims 100000 x 100000", tiff(0, 100_000, 100_000, 4), Reason.TOO_LARGE),
                of("a TIFF without strips", tiff(0, 100, 100, 4), Reason.CORRUPT),
                of("a TIFF in Old JPEG", tiff(0, 100, 100, 6), Reason.UNSUPPORTED),
                of("a TIFF with damaged fax codes", damagedStrip(fax, (byte) 0), Reason.CORRUPT),
                of("a TIFF with damaged LZW", damagedStrip(lzw, (byte) 0xFF), Reason.TRUNCATED));
    }

    static Stream<Arguments> pdfs() throws IOException {
        byte[] pdf = Sheets.pdf(d -> JPEGFactory.createFromImage(d, Sheets.grey(1)));
        String text = new String(pdf, ISO_8859_1);
        return Stream.of(
                of("a PDF of its head alone", head("%PDF-1.7\n"), Reason.TRUNCATED),
                of("half a PDF", half(pdf), Reason.TRUNCATED),
                of(
                        "a PDF without its trailer",
                        text.substring(0, text.lastIndexOf("xref\n")).getBytes(ISO_8859_1),
                        Reason.TRUNCATED),
                of("a PDF with a password", encrypted(), Reason.ENCRYPTED),
                of("a PDF of no page", noPages(), Reason.NO_PAGES),
                of(
                        "a PDF whose tree of pages is a loop",
                        plainPdf("<</Type/Pages/Kids[2 0 R]/Count 1>>"),
                        Reason.CORRUPT),
                of(
                        "a PDF that claims a billion pages",
                        plainPdf("<</Type/Pages/Kids[]/Count 1000000000>>"),
                        Reason.CORRUPT),
                of("a PDF that lacks a page", plainPdf("<</Type/Pages/Kids[7 0 R]/Count 1>>"), Reason.CORRUPT),
                of("a PDF of noise between head and end", noisePdf(), Reason.CORRUPT),
                of("a PDF whose index leads to itself", xrefLoop(), Reason.CORRUPT),
                of("a PDF of a sheet of 10 m", sheetOfTenMetres(), Reason.TOO_LARGE),
                of("a PDF whose page unpacks to 400 MB", contentBomb(), Reason.TOO_HEAVY),
                of(
                        "a PDF whose image claims 60000 x 60000",
                        imagePdf(60_000, 60_000, new byte[10], COSName.FLATE_DECODE),
                        Reason.TOO_LARGE),
                of(
                        "a PDF whose image ends early",
                        imagePdf(1000, 1400, deflated(new byte[1000]), COSName.FLATE_DECODE),
                        Reason.TRUNCATED),
                of(
                        "a PDF with half a JPEG",
                        imagePdf(211, 298, half(Sheets.jpeg(Sheets.grey(1), false)), COSName.DCT_DECODE),
                        Reason.TRUNCATED),
                of("a PDF with half a fax page", halfFax(), Reason.TRUNCATED),
                of("a PDF whose index unpacks to 300 MB", indexBomb(), Reason.TOO_HEAVY),
                of(
                        "a PDF whose JBIG2 claims 60000 x 60000",
                        imagePdf(1000, 1400, hugeJbig2(), COSName.JBIG2_DECODE),
                        Reason.TOO_LARGE),
                of("a PDF with noise for JBIG2", imagePdf(1000, 1400, noise(), COSName.JBIG2_DECODE), Reason.CORRUPT),
                of("a PDF with noise for JPEG 2000", imagePdf(1000, 1400, noise(), COSName.JPX_DECODE), Reason.CORRUPT),
                of("a PDF with a turned bit in Flate", damagedFlate(), Reason.CORRUPT));
    }

    private static Arguments of(String what, byte[] file, Reason reason) {
        return Arguments.of(what, file, reason);
    }

    private static byte[] head(String start) {
        return Arrays.copyOf(start.getBytes(ISO_8859_1), Math.max(600, start.length()));
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] patch(byte[] file, int at, int value) {
        byte[] patched = file.clone();
        patched[at] = (byte) value;
        return patched;
    }

    private static byte[] int32(byte[] file, int at, int value) {
        return int32(file, at, value, true);
    }

    private static byte[] int32(byte[] file, int at, int value, boolean little) {
        byte[] patched = file.clone();
        ByteBuffer.wrap(patched)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .putInt(at, value);
        return patched;
    }

    private static int frame(byte[] jpeg) {
        for (int i = 0; ; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
    }

    private static byte[] jpegSize(byte[] jpeg, int height, int width) {
        byte[] patched = jpeg.clone();
        ByteBuffer.wrap(patched).putShort(frame(jpeg) + 5, (short) height).putShort(frame(jpeg) + 7, (short) width);
        return patched;
    }

    private static byte[] pngSize(byte[] png, int width, int height) {
        byte[] patched = png.clone();
        CRC32 crc = new CRC32();
        ByteBuffer buffer = ByteBuffer.wrap(patched).putInt(16, width).putInt(20, height);
        crc.update(patched, 12, 17);
        buffer.putInt(29, (int) crc.getValue());
        return patched;
    }

    private static byte[] tiff(int next, int width, int height, int compression) {
        ByteBuffer file = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 4);
        int[][] entries = {{256, width}, {257, height}, {259, compression}, {262, 0}};
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        return file.putInt(next).array();
    }

    /** The writer puts the first strip right behind the head of eight bytes. */
    private static byte[] damagedStrip(byte[] tiff, byte value) {
        byte[] damaged = tiff.clone();
        Arrays.fill(damaged, 40, 80, value);
        return damaged;
    }

    private static byte[] noise() {
        byte[] noise = new byte[3000];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return Sheets.bytes(document);
        }
    }

    private static byte[] noPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            return Sheets.bytes(document);
        }
    }

    private static byte[] plainPdf(String pages) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" + pages
                        + "endobj\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] noisePdf() {
        byte[] noise = new byte[20_000];
        new Random(2).nextBytes(noise);
        return ("%PDF-1.4\n" + new String(noise, ISO_8859_1) + "\nstartxref\n99\n%%EOF\n").getBytes(ISO_8859_1);
    }

    private static byte[] xrefLoop() {
        return ("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 5 0 R>>\nstartxref\n9\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] sheetOfTenMetres() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(28346, 28346)));
            return Sheets.bytes(document);
        }
    }

    private static byte[] contentBomb() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                for (int i = 0; i < 400; i++) {
                    out.write(spaces);
                }
            }
            PDStream content = new PDStream(document);
            try (OutputStream out = content.getCOSObject().createRawOutputStream()) {
                out.write(packed.toByteArray());
            }
            content.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(content);
            return Sheets.bytes(document);
        }
    }

    private static byte[] indexBomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.5\n1 0 obj<</Type/XRef/W[1 2 1]/Filter/FlateDecode/Size 9/Root 2 0 R>>stream\n"
                .getBytes(ISO_8859_1));
        file.writeBytes(deflated(new byte[300 << 20]));
        file.writeBytes("\nendstream endobj\nstartxref\n9\n%%EOF\n".getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] hugeJbig2() throws IOException {
        byte[] jbig2 = PdfFileTest.jbig2(Sheets.bilevel(1000, 1400, 1));
        ByteBuffer.wrap(jbig2).putInt(11, 60_000).putInt(15, 60_000);
        return jbig2;
    }

    private static byte[] imagePdf(int width, int height, byte[] data, COSName filter) throws IOException {
        return Sheets.pdf(d ->
                new PDImageXObject(d, new ByteArrayInputStream(data), filter, width, height, 8, PDDeviceGray.INSTANCE));
    }

    private static byte[] halfFax() throws IOException {
        return Sheets.pdf(d -> {
            PDImageXObject whole = CCITTFactory.createFromImage(d, Sheets.bilevel(1000, 1400, 1));
            byte[] data = whole.getCOSObject().createRawInputStream().readAllBytes();
            try (OutputStream out = whole.getCOSObject().createRawOutputStream()) {
                out.write(data, 0, data.length / 2);
            }
            return whole;
        });
    }

    private static byte[] damagedFlate() throws IOException {
        return Sheets.pdf(d -> {
            BufferedImage sheet = Sheets.draw(new BufferedImage(827, 1169, BufferedImage.TYPE_3BYTE_BGR), 1);
            PDImageXObject whole = LosslessFactory.createFromImage(d, sheet);
            byte[] data = whole.getCOSObject().createRawInputStream().readAllBytes();
            data[data.length / 2] ^= 4;
            try (OutputStream out = whole.getCOSObject().createRawOutputStream()) {
                out.write(data);
            }
            return whole;
        });
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
