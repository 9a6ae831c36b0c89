package vn.kiemphieu.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** One ballot's PDF, as often as there are voters, on the sheets that go into the printer. */
final class BallotSheets {

    /** Thin and grey: what is left of it at the edge of a ballot is less than a scanner's own shadow there. */
    private static final float CUT_LINE_POINTS = 0.25f;

    private static final float CUT_LINE_GREY = 0.6f;
    private static final float DASH_POINTS = 4;

    private BallotSheets() {}

    /** Writes one ballot on each sheet, or on as many sheets as it has pages; copies share what is on them. */
    static void whole(byte[] ballot, int copies, Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(ballot)) {
            List<PDPage> once = new ArrayList<>();
            document.getPages().forEach(once::add);
            for (int copy = 1; copy < copies; copy++) {
                once.forEach(page -> document.addPage(new PDPage(new COSDictionary(page.getCOSObject()))));
            }
            save(document, once.size(), file);
        }
    }

    /**
     * Writes two ballots on each sheet, one over the other, with a line to cut along. An odd number leaves the last half
     * empty: a ballot more than was asked for is a ballot that nobody has counted.
     */
    static void halves(byte[] ballot, int copies, Path file) throws IOException {
        try (PDDocument once = Loader.loadPDF(ballot);
                PDDocument document = new PDDocument()) {
            PDFormXObject printed = new LayerUtility(document).importPageAsForm(once, 0);
            float half = once.getPage(0).getMediaBox().getHeight();
            float width = once.getPage(0).getMediaBox().getWidth();
            for (int first = 0; first < copies; first += 2) {
                PDPage sheet = new PDPage(new PDRectangle(width, 2 * half));
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    draw(content, printed, half);
                    if (first + 1 < copies) {
                        draw(content, printed, 0);
                    }
                    cutLine(content, width, half);
                }
            }
            save(document, 1, file);
        }
    }

    private static void draw(PDPageContentStream content, PDFormXObject printed, float up) throws IOException {
        content.saveGraphicsState();
        content.transform(Matrix.getTranslateInstance(0, up));
        content.drawForm(printed);
        content.restoreGraphicsState();
    }

    private static void cutLine(PDPageContentStream content, float width, float at) throws IOException {
        content.setLineWidth(CUT_LINE_POINTS);
        content.setStrokingColor(CUT_LINE_GREY);
        content.setLineDashPattern(new float[] {DASH_POINTS, DASH_POINTS}, 0);
        content.moveTo(0, at);
        content.lineTo(width, at);
        content.stroke();
    }

    /** Tells the printer dialogue: no scaling, and never two voters' ballots on the two sides of one sheet. */
    private static void save(PDDocument document, int pagesOfABallot, Path file) throws IOException {
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        preferences.setDuplex(
                pagesOfABallot % 2 == 0
                        ? PDViewerPreferences.DUPLEX.DuplexFlipLongEdge
                        : PDViewerPreferences.DUPLEX.Simplex);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        document.save(all);
        AtomicFile.write(file, all.toByteArray());
    }
}
