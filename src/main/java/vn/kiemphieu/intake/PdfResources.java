package vn.kiemphieu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * What a page draws with, proved before it is drawn. The library draws half of a damaged image and leaves the rest
 * white without a word, and takes any size for granted.
 */
final class PdfResources {

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfResources() {}

    static void prove(COSDictionary page) throws IOException, Refused {
        new PdfResources().resources(page);
    }

    private void resources(COSDictionary owner) throws IOException, Refused {
        COSDictionary resources = owner.getCOSDictionary(COSName.RESOURCES);
        if (resources == null || !seen.add(resources)) {
            return;
        }
        for (COSName kind : List.of(COSName.XOBJECT, COSName.PATTERN)) {
            COSDictionary named = resources.getCOSDictionary(kind);
            if (named == null) {
                continue;
            }
            for (COSName name : named.keySet()) {
                if (named.getDictionaryObject(name) instanceof COSStream stream && seen.add(stream)) {
                    stream(stream);
                }
            }
        }
    }

    private void stream(COSStream stream) throws IOException, Refused {
        boolean image = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        List<String> filters = PdfStreams.filters(stream);
        if (image) {
            PixelBudget.check(
                    stream.getInt(COSName.WIDTH, 0), stream.getInt(COSName.HEIGHT, 0), PixelBudget.HEAP_PIXELS);
        }
        if (filters.equals(List.of("DCTDecode"))) {
            JpegFile jpeg = JpegFile.parse(PdfStreams.raw(stream));
            PixelBudget.check(jpeg.widthPx(), jpeg.heightPx(), PixelBudget.HEAP_PIXELS);
        }
        PdfStreams.refuseBomb(stream, filters);
        if (image) {
            refuseShort(stream, filters);
            COSStream mask = stream.getCOSStream(COSName.SMASK);
            if (mask != null && seen.add(mask)) {
                stream(mask);
            }
        } else {
            resources(stream);
        }
    }

    /** Flate may end well and still hold less than the image is high. */
    private static void refuseShort(COSStream image, List<String> filters) throws IOException, Refused {
        PdfColours colours = PdfColours.of(image);
        boolean plain = PdfStreams.parameters(image, 0).getInt(COSName.PREDICTOR, 1) == 1;
        if (colours == null || !filters.equals(List.of("FlateDecode")) || !plain) {
            return;
        }
        long least = (long) Samples.rowBytes(image.getInt(COSName.WIDTH, 0), colours.bits(), colours.components())
                * image.getInt(COSName.HEIGHT, 0);
        try (InputStream in = image.createRawInputStream()) {
            long got = Inflation.prove(in, ScanBytes.LIMIT);
            if (got < least) {
                throw new Refused(Reason.TRUNCATED, "Flate, %d / %d".formatted(got, least));
            }
        }
    }
}
