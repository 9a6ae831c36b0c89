package vn.kiemphieu.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** What can be searched and copied in a finished paper. */
final class Printed {

    private Printed() {}

    /** {@return the text of each page, with single spaces} */
    static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\\u00a0]+", " "));
            }
        }
        return pages;
    }

    static String text(byte[] pdf) throws IOException {
        return String.join(" ", pages(pdf));
    }

    /** {@return the rows of all tables of a Word paper, cells joined by a bar} */
    static List<String> rows(byte[] docx) throws IOException {
        List<String> rows = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    rows.add(row.getTableCells().stream()
                            .map(cell -> cell.getText().strip())
                            .collect(Collectors.joining("|")));
                }
            }
        }
        return rows;
    }

    /** {@return the paragraphs of a Word paper, those of its tables too} */
    static String word(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getBodyElements().stream()
                    .map(element ->
                            element instanceof XWPFTable table ? table.getText() : ((XWPFParagraph) element).getText())
                    .collect(Collectors.joining("\n"))
                    .replaceAll("[\\s\\u00a0]+", " ");
        }
    }
}
