package vn.kiemphieu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import vn.kiemphieu.intake.FaxDecoder.Scheme;

/** The packed samples of a PDF image that is no JPEG. */
final class PdfSamples {

    private PdfSamples() {}

    static byte[] packed(COSStream image, List<String> filters, PdfColours colours, int width, int height)
            throws IOException, Refused {
        int rowBytes = Samples.rowBytes(width, colours.bits(), colours.components());
        int length = Math.multiplyExact(rowBytes, height);
        if (filters.equals(List.of("FlateDecode"))) {
            return inflated(image, colours, rowBytes, height);
        }
        COSDictionary parameters = PdfStreams.parameters(image, 0);
        if (filters.equals(List.of("CCITTFaxDecode")) && parameters.getInt(COSName.COLUMNS, 1728) == width) {
            return fax(PdfStreams.raw(image), parameters, width, height);
        }
        if (filters.equals(List.of("JBIG2Decode"))) {
            Jbig2.refuseLarge(PdfStreams.raw(image));
        }
        PdfStreams.refuseBomb(image, filters);
        try (InputStream in = image.createInputStream()) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new Refused(
                        Reason.TRUNCATED, "%s, %d / %d".formatted(String.join(" + ", filters), bytes.length, length));
            }
            return bytes;
        }
    }

    private static byte[] fax(byte[] data, COSDictionary parameters, int width, int height) throws Refused {
        int k = parameters.getInt(COSName.K, 0);
        Scheme scheme = k < 0 ? Scheme.GROUP4 : k == 0 ? Scheme.GROUP3 : Scheme.GROUP3_MIXED;
        boolean aligned = parameters.getBoolean(COSName.ENCODED_BYTE_ALIGN, false);
        byte[] rows = new FaxDecoder(data, width, scheme, aligned).decode(height);
        if (!parameters.getBoolean(COSName.BLACK_IS_1, false)) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) ~rows[i];
            }
        }
        return rows;
    }

    private static byte[] inflated(COSStream image, PdfColours colours, int rowBytes, int height)
            throws IOException, Refused {
        COSDictionary parameters = PdfStreams.parameters(image, 0);
        int predictor = parameters.getInt(COSName.PREDICTOR, 1);
        try (InputStream in = image.createRawInputStream()) {
            if (predictor >= 10) {
                int pixelBytes = Math.max(1, colours.bits() * colours.components() / 8);
                byte[] filtered = Inflation.exactly(in, Math.multiplyExact(rowBytes + 1, height));
                return Predictor.png(filtered, rowBytes, pixelBytes);
            }
            byte[] bytes = Inflation.exactly(in, Math.multiplyExact(rowBytes, height));
            if (predictor == 2) {
                Predictor.left(bytes, rowBytes, colours.bits(), colours.components(), false);
            }
            return bytes;
        }
    }
}
