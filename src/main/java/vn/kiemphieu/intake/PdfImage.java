package vn.kiemphieu.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** The one image of a PDF page, taken out of it with its own pixels. */
final class PdfImage {

    private final COSStream image;
    private final Stance stance;
    private final double dpi;
    private final List<String> filters;
    private final int width;
    private final int height;

    private PdfImage(COSStream image, Stance stance, double dpi) {
        this.image = image;
        this.stance = stance;
        this.dpi = dpi;
        this.filters = PdfStreams.filters(image);
        this.width = image.getInt(COSName.WIDTH, 0);
        this.height = image.getInt(COSName.HEIGHT, 0);
    }

    /** {@return its pixels, or null where a mask is to be laid over it and only drawing shows what is meant} */
    static @Nullable Picture picture(PdfPlacement placement) throws IOException, Refused {
        return new PdfImage(placement.image().orElseThrow(), placement.stance().orElseThrow(), placement.dpi())
                .picture();
    }

    private @Nullable Picture picture() throws IOException, Refused {
        PixelBudget.check(width, height);
        if (image.containsKey(COSName.SMASK) || image.containsKey(COSName.MASK)) {
            return null;
        }
        if (filters.equals(List.of("DCTDecode"))) {
            return jpeg();
        }
        PixelBudget.check(width, height, PixelBudget.HEAP_PIXELS);
        PdfColours colours = PdfColours.of(image);
        if (colours == null || filters.contains("JPXDecode") || filters.contains("DCTDecode")) {
            return byTheLibrary();
        }
        byte[] packed = PdfSamples.packed(image, filters, colours, width, height);
        return stance.of(colours.samples(width, height).raster(packed, dpi));
    }

    /** Four inks, spot colours, JPEG 2000: slow, but with the image's own pixels. */
    private Picture byTheLibrary() throws IOException, Refused {
        PixelBudget.check(width, height, PixelBudget.DRAWN_PIXELS);
        PdfStreams.refuseBomb(image, filters);
        try {
            BufferedImage decoded = new PDImageXObject(new PDStream(image), new PDResources()).getImage();
            return stance.of(Canvas.of(decoded, dpi));
        } catch (IOException | RuntimeException e) {
            throw new Refused(Reason.CORRUPT, "PDF " + String.join(" + ", filters));
        }
    }

    /** A JPEG goes on as it is, where OpenCV shows the colours that the PDF means. */
    private Picture jpeg() throws IOException, Refused {
        byte[] bytes = PdfStreams.raw(image);
        JpegFile jpeg = JpegFile.parse(bytes);
        PdfColours colours = PdfColours.of(image);
        boolean inverted = colours != null && colours.inverted();
        boolean sameColours = colours != null && colours.plainComponents() == jpeg.components();
        if (PdfStreams.parameters(image, 0).containsKey(COSName.getPDFName("ColorTransform")) && jpeg.components() > 1
                || !sameColours
                || jpeg.components() == 4) {
            return byTheLibrary();
        }
        return stance.of(bytes, jpeg.widthPx(), jpeg.heightPx(), inverted, dpi);
    }
}
