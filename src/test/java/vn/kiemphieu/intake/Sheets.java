package vn.kiemphieu.intake;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Pages drawn in code, no two corners alike, and the files they are put into. */
final class Sheets {

    private Sheets() {}

    /** A small sheet in colour; another seed gives another sheet. */
    static BufferedImage colour(int seed) {
        return draw(new BufferedImage(211, 298, BufferedImage.TYPE_3BYTE_BGR), seed);
    }

    static BufferedImage grey(int seed) {
        BufferedImage colour = colour(seed);
        BufferedImage grey = new BufferedImage(211, 298, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 298; y++) {
            for (int x = 0; x < 211; x++) {
                grey.getRaster().setSample(x, y, 0, colour.getRaster().getSample(x, y, 1));
            }
        }
        return grey;
    }

    static BufferedImage bilevel(int seed) {
        return bilevel(211, 298, seed);
    }

    static BufferedImage bilevel(int width, int height, int seed) {
        return draw(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), seed);
    }

    static BufferedImage draw(BufferedImage image, int seed) {
        Graphics2D g = image.createGraphics();
        int w = image.getWidth();
        int h = image.getHeight();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, w, h);
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, w / 5, h / 10);
        g.setColor(new Color(200, 30, 40));
        g.fillRect(w - w / 6, 0, w / 6, h / 12);
        g.setColor(new Color(20, 40, 180));
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            g.setStroke(new BasicStroke(1 + random.nextInt(4)));
            g.drawLine(random.nextInt(w), random.nextInt(h), random.nextInt(w), random.nextInt(h));
        }
        g.dispose();
        return image;
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.95f);
            settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), settings);
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** A TIFF of several pages, all packed alike. */
    static byte[] tiff(String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                ImageWriteParam settings = writer.getDefaultWriteParam();
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionType(compression);
                writer.writeToSequence(
                        new IIOImage(
                                page,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(page), settings)),
                        settings);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** How an image is put on its page. */
    interface Maker {
        PDImageXObject image(PDDocument document) throws IOException;
    }

    /** A PDF, one image to a page of A4. */
    static byte[] pdf(Maker... images) throws IOException {
        return pdf(0, fullPage(), images);
    }

    static byte[] pdf(int rotate, Matrix place, Maker... images) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Maker maker : images) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(rotate);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(maker.image(document), place);
                }
            }
            return bytes(document);
        }
    }

    static Matrix fullPage() {
        return new Matrix(new AffineTransform(PDRectangle.A4.getWidth(), 0, 0, PDRectangle.A4.getHeight(), 0, 0));
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
