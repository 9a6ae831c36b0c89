package vn.kiemphieu.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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

    /** What a voter holds. */
    public enum Size {
        /** A sheet of A4, or several. */
        A4("297mm", "15mm 15mm 16mm 20mm", "9mm", "5mm", "12mm"),
        /** Half a sheet, cut across: two ballots are printed on one sheet. */
        HALF_A4("148.5mm", "9mm 15mm 8mm 20mm", "3mm", "2.5mm", "9mm");

        private final String height;
        private final String margins;
        private final String aboveTitle;
        private final String belowTitle;
        private final String headRow;

        Size(String height, String margins, String aboveTitle, String belowTitle, String headRow) {
            this.height = height;
            this.margins = margins;
            this.aboveTitle = aboveTitle;
            this.belowTitle = belowTitle;
            this.headRow = headRow;
        }

        private Map<String, String> gaps() {
            return Map.of(
                    "page-height", height,
                    "margins", margins,
                    "above-title", aboveTitle,
                    "below-title", belowTitle,
                    "head-row", headRow);
        }
    }

    /** The roster does not fit on half a sheet in rows that a hand can mark. */
    public static final class TooLong extends Exception {

        private static final long serialVersionUID = 1;

        private TooLong(int officials) {
            super(officials + " officials do not fit on half a sheet");
        }
    }

    /**
     * A finished ballot.
     *
     * @param pdf one copy
     * @param form its geometry, with the blank pages: of the ballot as it is after cutting, which is what is scanned
     * @param size what a voter holds
     */
    public record Ballot(byte[] pdf, BallotForm form, Size size) {

        /** Writes so many copies into one PDF for the printer. */
        public void write(Path file, int copies) throws IOException {
            switch (size) {
                case A4 -> BallotSheets.whole(pdf, copies, file);
                case HALF_A4 -> BallotSheets.halves(pdf, copies, file);
            }
        }
    }

    /**
     * How to lay the rows.
     *
     * @param lastRowApart whether the last row begins a page, to keep the note company; only where no row height does,
     *     as with a few very long positions
     */
    private record Layout(double rowHeightMm, boolean lastRowApart, boolean numbered, Size size) {}

    /** One attempt: the pages as they came out with that layout. */
    private record Draft(Layout layout, byte[] pdf, List<PrintedPage> pages) {}

    private BallotPrinter() {}

    /** {@return the ballot of that meeting, on whole sheets} */
    public static Ballot print(Meeting meeting, SignatureBlock signature) {
        try {
            return ballot(best(meeting, signature), meeting, signature, Size.A4);
        } catch (IOException e) {
            // Nothing here touches a disk; it is PDFBox that declares it.
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the same on half a sheet}
     *
     * @throws TooLong where the roster does not fit
     */
    public static Ballot printHalf(Meeting meeting, SignatureBlock signature) throws TooLong {
        try {
            for (double rowHeightMm : ROW_HEIGHTS_MM) {
                Draft draft = draft(meeting, signature, new Layout(rowHeightMm, false, false, Size.HALF_A4));
                if (draft.pages().size() == 1) {
                    return ballot(draft, meeting, signature, Size.HALF_A4);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new TooLong(meeting.officials().size());
    }

    private static Ballot ballot(Draft draft, Meeting meeting, SignatureBlock signature, Size size) throws IOException {
        return new Ballot(draft.pdf(), form(draft, meeting, signature), size);
    }

    private static Draft best(Meeting meeting, SignatureBlock signature) throws IOException {
        Optional<Draft> best = Optional.empty();
        for (double rowHeightMm : ROW_HEIGHTS_MM) {
            Draft draft = draft(meeting, signature, new Layout(rowHeightMm, false, false, Size.A4));
            int fewest = best.map(b -> b.pages().size()).orElse(Integer.MAX_VALUE);
            if (everyPageHasARow(draft) && draft.pages().size() < fewest) {
                best = Optional.of(draft);
            }
            if (best.isPresent() && best.get().pages().size() == 1) {
                return best.get();
            }
        }
        // Only now is it known that there are several pages, which then have to be numbered.
        Layout chosen = best.map(Draft::layout).orElse(new Layout(ROW_HEIGHTS_MM.get(0), true, false, Size.A4));
        Draft last = draft(meeting, signature, new Layout(chosen.rowHeightMm(), chosen.lastRowApart(), true, Size.A4));
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
        Map<String, Object> gaps = new HashMap<>(layout.size().gaps());
        gaps.put("row-height", layout.rowHeightMm() + "mm");
        gaps.put("page-number", layout.numbered() ? NUMBERED : "");
        String css = Template.of(Template.read(TEMPLATE + "ballot.css")).fill(gaps);
        List<Official> officials = meeting.officials();
        Map<String, Object> values = new HashMap<>();
        values.put("title", meeting.title());
        values.put("letterhead", Letterhead.ofBody(meeting, "").html());
        values.put("letterhead-css", Letterhead.css());
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
