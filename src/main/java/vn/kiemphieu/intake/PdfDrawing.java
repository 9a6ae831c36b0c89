package vn.kiemphieu.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** A PDF page drawn, where it is more than one image. Strict: what cannot be drawn refuses the page, half a page is none. */
final class PdfDrawing extends PDFRenderer {

    private static final double POINTS_PER_INCH = 72;

    /** What a page is drawn at: no coarser than office scanners, nor finer than reading gains by. */
    private static final double LEAST_DPI = 200;

    private static final double MOST_DPI = 300;

    /** A sheet larger than the budget allows at 200 dpi is drawn coarser, down to where a pen stroke has two pixels. */
    private static final double COARSEST_DPI = 150;

    /** A page of a word processor takes a third of a second; one that takes this long was made to. */
    private static final long MOST_NANOSECONDS = 60_000_000_000L;

    private final long deadline = System.nanoTime() + MOST_NANOSECONDS;

    private PdfDrawing(PDDocument document) {
        super(document);
    }

    static Picture.Raster draw(PDDocument document, int number, double imageDpi) throws Refused {
        PDRectangle seen = document.getPage(number - 1).getCropBox();
        double wanted = imageDpi > 0 ? Math.max(LEAST_DPI, Math.min(MOST_DPI, imageDpi)) : MOST_DPI;
        double dpi = affordable(seen, wanted);
        try {
            BufferedImage image = new PdfDrawing(document).renderImageWithDPI(number - 1, (float) dpi, ImageType.RGB);
            return Canvas.of(image, dpi);
        } catch (IOException | RuntimeException e) {
            throw new Refused(Reason.CORRUPT, "PDF");
        }
    }

    private static double affordable(PDRectangle seen, double wantedDpi) throws Refused {
        double squareInches = (double) seen.getWidth() * seen.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        double dpi = Math.min(wantedDpi, Math.sqrt(PixelBudget.DRAWN_PIXELS / Math.max(squareInches, 1e-6)));
        if (dpi < COARSEST_DPI) {
            PixelBudget.check(
                    (long) (seen.getWidth() / POINTS_PER_INCH * COARSEST_DPI),
                    (long) (seen.getHeight() / POINTS_PER_INCH * COARSEST_DPI),
                    PixelBudget.DRAWN_PIXELS);
        }
        return dpi;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new StrictDrawer(parameters);
    }

    private final class StrictDrawer extends PageDrawer {

        StrictDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("drawing does not end");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            throw e;
        }
    }
}
