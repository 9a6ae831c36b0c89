package vn.kiemphieu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** The streams of a PDF, unpacked within bounds: the library itself would unpack a bomb until the memory is full. */
final class PdfStreams {

    /** The page description of a scan is a hundred bytes, of a page full of drawing a few million. */
    static final int DESCRIPTION_BYTES = 64 << 20;

    private PdfStreams() {}

    /** {@return the names of the filters, the one to be undone first at the front} */
    static List<String> filters(COSDictionary stream) {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
        if (filter instanceof COSName name) {
            return List.of(longName(name.getName()));
        }
        if (filter instanceof COSArray array) {
            return IntStream.range(0, array.size())
                    .mapToObj(i -> array.getObject(i) instanceof COSName name ? longName(name.getName()) : "?")
                    .toList();
        }
        return List.of();
    }

    private static String longName(String name) {
        return switch (name) {
            case "Fl" -> "FlateDecode";
            case "DCT" -> "DCTDecode";
            case "CCF" -> "CCITTFaxDecode";
            default -> name;
        };
    }

    /** {@return the parameters of one filter; empty where there are none} */
    static COSDictionary parameters(COSDictionary stream, int filter) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSArray array) {
            parameters = filter < array.size() ? array.getObject(filter) : null;
        }
        return parameters instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    }

    static byte[] raw(COSStream stream) throws IOException, Refused {
        if (stream.getLength() > ScanBytes.LIMIT) {
            throw new Refused(Reason.TOO_HEAVY, stream.getLength() >> 20, ScanBytes.LIMIT >> 20);
        }
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** {@return everything, unpacked; at most {@code limit} bytes} */
    static byte[] unpacked(COSStream stream, int limit) throws IOException, Refused {
        List<String> filters = filters(stream);
        if (filters.isEmpty()) {
            return raw(stream);
        }
        if (filters.equals(List.of("FlateDecode")) && parameters(stream, 0).getInt(COSName.PREDICTOR, 1) == 1) {
            try (InputStream in = stream.createRawInputStream()) {
                return Inflation.all(in, limit);
            }
        }
        if (filters.equals(List.of("LZWDecode")) && parameters(stream, 0).getInt(COSName.PREDICTOR, 1) == 1) {
            return Lzw.all(raw(stream), limit, parameters(stream, 0).getInt(COSName.EARLY_CHANGE, 1));
        }
        refuseBomb(stream, filters);
        try (InputStream in = stream.createInputStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Refused(Reason.TOO_HEAVY, "> " + (limit >> 20), limit >> 20);
            }
            return bytes;
        }
    }

    /**
     * Refuses what the library would unpack to more than the memory holds. Deflate packs a thousand to one at best, LZW
     * about as much; chains of them multiply.
     */
    static void refuseBomb(COSStream stream, List<String> filters) throws IOException, Refused {
        long packing = filters.stream()
                .filter(f -> f.startsWith("Fl") || f.startsWith("LZW"))
                .count();
        if (packing > 1) {
            throw new Refused(Reason.UNSUPPORTED, String.join(" + ", filters));
        }
        if (packing == 0) {
            return;
        }
        if (filters.get(0).startsWith("Fl")) {
            try (InputStream in = stream.createRawInputStream()) {
                Inflation.prove(in, ScanBytes.LIMIT);
            }
        } else if (stream.getLength() > ScanBytes.LIMIT / 1024) {
            throw new Refused(Reason.TOO_HEAVY, stream.getLength() >> 20, ScanBytes.LIMIT / 1024 >> 20);
        }
    }
}
