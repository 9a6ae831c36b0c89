package vn.kiemphieu.papers;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF as scanners write it: each page one image that fills it. The same leaves give the same bytes. */
public final class ImagePdf {

    private static final double POINTS_PER_INCH = 72;

    private ImagePdf() {}

    /**
     * One page.
     *
     * @param bytes a JPEG; or rows of one-bit pixels, eight a byte, 1 is black
     * @param bits whether it is one-bit pixels
     */
    public record Leaf(byte[] bytes, boolean bits, int widthPx, int heightPx, double dpi) {}

    /** {@return the PDF's bytes} */
    public static byte[] of(List<Leaf> leaves) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Leaf leaf : leaves) {
                add(document, leaf);
            }
            Calendar always = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            always.setTimeInMillis(0);
            document.getDocumentInformation().setCreationDate(always);
            document.setDocumentId(0L);
            COSArray id = new COSArray();
            id.add(new COSString(new byte[16]));
            id.add(new COSString(new byte[16]));
            document.getDocument().getTrailer().setItem(COSName.ID, id);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void add(PDDocument document, Leaf leaf) throws IOException {
        float w = (float) (leaf.widthPx() * POINTS_PER_INCH / leaf.dpi());
        float h = (float) (leaf.heightPx() * POINTS_PER_INCH / leaf.dpi());
        PDPage page = new PDPage(new PDRectangle(w, h));
        document.addPage(page);
        PDImageXObject image = leaf.bits()
                ? CCITTFactory.createFromImage(document, bilevel(leaf))
                : JPEGFactory.createFromByteArray(document, leaf.bytes());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, w, h);
        }
    }

    private static BufferedImage bilevel(Leaf leaf) {
        BufferedImage image = new BufferedImage(leaf.widthPx(), leaf.heightPx(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            // Java's two-colour image has black at 0.
            to[i] = (byte) ~leaf.bytes()[i];
        }
        return image;
    }
}
