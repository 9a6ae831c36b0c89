package vn.kiemphieu.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;

/**
 * Typesets the ballot of Phụ lục 4 from the roster. The form's geometry is read back from the finished PDF, and every
 * printed name compared with the roster, so that what is counted later is what was printed.
 */
public final class BallotPrinter {

    /** The folder of the template, at the top of the repository and in the jar. */
    private static final String TEMPLATE = "/ballot-templates/phu-luc-4/";

    private static final String NUMBERED = "@bottom-center { content: \"Trang \" counter(page) \"/\" counter(pages);"
            + " font-family: Tinos; font-size: 11pt; }";

    /** As office scanners scan; a blank in other dots would have to be resampled for most pages. */
    private static final double BLANK_DPI = 300;

    /**
     * Row heights to try, from comfortable to tight. A row is never lower than 9 mm: into less than that, hands do not
     * write an X without touching the lines. The first height with the fewest pages is taken, if it leaves no page
     * without a row: a sheet with nothing but the note on it is waste, and one more to scan for each voter.
     */
    private static final List<Double> ROW_HEIGHTS_MM = List.of(12.0, 10.5, 9.5, 9.0, 13.5);

    /** Whether the ballot has a place where the voter may sign (Điều 6.2: signing is free, never a reason of any kind). */
    public enum SignatureBlock {
        WITH,
        WITHOUT
    }

    /**
     * A finished ballot.
     *
     * @param pdf one copy
     * @param form its geometry, with the blank pages
     */
    public record Ballot(byte[] pdf, BallotForm form) {

        /** Writes so many copies into one PDF for the printer; the copies share their contents, so the file stays small. */
        public void write(Path file, int copies) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                List<PDPage> once = new ArrayList<>();
                document.getPages().forEach(once::add);
                for (int copy = 1; copy < copies; copy++) {
                    once.forEach(page -> document.addPage(new PDPage(new COSDictionary(page.getCOSObject()))));
                }
                document.getDocumentCatalog().setViewerPreferences(atTheRightSize(once.size()));
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                document.save(all);
                AtomicFile.write(file, all.toByteArray());
            }
        }

        /** Tells the printer dialogue: no scaling, and never two voters' ballots on one sheet of paper. */
        private static PDViewerPreferences atTheRightSize(int pages) {
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
            preferences.setDuplex(
                    pages % 2 == 0
                            ? PDViewerPreferences.DUPLEX.DuplexFlipLongEdge
                            : PDViewerPreferences.DUPLEX.Simplex);
            return preferences;
        }
    }

    /**
     * How to lay the rows.
     *
     * @param lastRowApart whether the last row begins a page, to keep the note company; only where no row height does,
     *     as with a few very long positions
     */
    private record Layout(double rowHeightMm, boolean lastRowApart, boolean numbered) {}

    /** One attempt: the pages as they came out with that layout. */
    private record Draft(Layout layout, byte[] pdf, List<PrintedPage> pages) {}

    private BallotPrinter() {}

    /** {@return the ballot of that meeting} */
    public static Ballot print(Meeting meeting, SignatureBlock signature) {
        try {
            Draft draft = best(meeting, signature);
            return new Ballot(draft.pdf(), form(draft, meeting, signature));
        } catch (IOException e) {
            // Nothing here touches a disk; it is PDFBox that declares it.
            throw new UncheckedIOException(e);
        }
    }

    private static Draft best(Meeting meeting, SignatureBlock signature) throws IOException {
        Optional<Draft> best = Optional.empty();
        for (double rowHeightMm : ROW_HEIGHTS_MM) {
            Draft draft = draft(meeting, signature, new Layout(rowHeightMm, false, false));
            int fewest = best.map(b -> b.pages().size()).orElse(Integer.MAX_VALUE);
            if (everyPageHasARow(draft) && draft.pages().size() < fewest) {
                best = Optional.of(draft);
            }
            if (best.isPresent() && best.get().pages().size() == 1) {
                return best.get();
            }
        }
        // Only now is it known that there are several pages, which then have to be numbered.
        Layout chosen = best.map(Draft::layout).orElse(new Layout(ROW_HEIGHTS_MM.get(0), true, false));
        Draft last = draft(meeting, signature, new Layout(chosen.rowHeightMm(), chosen.lastRowApart(), true));
        if (!everyPageHasARow(last)) {
            throw new IllegalStateException("The note has a page to itself however the rows are laid");
        }
        return last;
    }

    private static boolean everyPageHasARow(Draft draft) {
        return draft.pages().stream().allMatch(BallotPage::hasRows);
    }

    private static Draft draft(Meeting meeting, SignatureBlock signature, Layout layout) throws IOException {
        byte[] pdf = Typesetter.pdf(html(meeting, signature, layout));
        List<PrintedPage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                pages.add(PrintedPage.of(page));
            }
        }
        return new Draft(layout, pdf, pages);
    }

    private static String html(Meeting meeting, SignatureBlock signature, Layout layout) {
        String css = Template.of(Template.read(TEMPLATE + "ballot.css"))
                .fill(Map.of(
                        "row-height", layout.rowHeightMm() + "mm", "page-number", layout.numbered() ? NUMBERED : ""));
        List<Official> officials = meeting.officials();
        Map<String, Object> values = Letterhead.of(meeting);
        values.put("css", css);
        values.put("subject", Letterhead.subject(meeting));
        values.put("signature", signature == SignatureBlock.WITH ? List.of(Map.of()) : List.of());
        values.put(
                "officials",
                IntStream.range(0, officials.size())
                        .mapToObj(i -> Map.of(
                                "class",
                                layout.lastRowApart() && i == officials.size() - 1 ? "apart" : "",
                                "number",
                                String.valueOf(i + 1),
                                "name",
                                officials.get(i).name(),
                                "position",
                                officials.get(i).position()))
                        .toList());
        return Template.fromJar(TEMPLATE + "ballot.html").fill(values);
    }

    private static BallotForm form(Draft draft, Meeting meeting, SignatureBlock signature) throws IOException {
        boolean state = meeting.organisation().kind() == Organisation.Kind.STATE;
        List<FormPage> pages = new ArrayList<>();
        int nextOfficial = 1;
        try (PDDocument document = Loader.loadPDF(draft.pdf())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (PrintedPage print : draft.pages()) {
                int number = pages.size() + 1;
                BallotPage page = new BallotPage(print);
                List<Row> rows = page.rows(nextOfficial, meeting.officials());
                nextOfficial += rows.size();
                BallotZones zones = new BallotZones(page);
                pages.add(new FormPage(
                        number,
                        print.widthMm(),
                        print.heightMm(),
                        page.table(),
                        rows,
                        signature == SignatureBlock.WITH
                                        && number == draft.pages().size()
                                ? Optional.of(zones.signature())
                                : Optional.empty(),
                        number == 1
                                ? Optional.of(zones.stamp(meeting.organisation().name(), state))
                                : Optional.empty(),
                        blank(renderer, number - 1)));
            }
        }
        BallotForm form = new BallotForm(pages);
        if (form.officials() != meeting.officials().size()) {
            throw new IllegalStateException("The ballot prints %d rows for %d officials"
                    .formatted(form.officials(), meeting.officials().size()));
        }
        return form;
    }

    private static Blank blank(PDFRenderer renderer, int index) throws IOException {
        BufferedImage image = renderer.renderImageWithDPI(index, (float) BLANK_DPI, ImageType.GRAY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Blank(png.toByteArray(), BLANK_DPI);
    }
}
