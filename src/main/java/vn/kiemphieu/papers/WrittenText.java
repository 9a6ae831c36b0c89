package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** What a file says, line by line, whatever kind of file it is: the same paper typed twice says the same. */
final class WrittenText {

    private WrittenText() {}

    /** {@return its lines; for a workbook, each cell's value as it is stored} */
    static List<String> of(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".pdf")) {
            return ofPdf(file);
        }
        if (name.endsWith(".docx")) {
            return ofWord(file);
        }
        if (name.endsWith(".xlsx")) {
            return ofWorkbook(file);
        }
        return Files.readString(file).lines().toList();
    }

    private static List<String> ofPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).lines().toList();
        }
    }

    private static List<String> ofWord(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            return said(document).toList();
        }
    }

    private static Stream<String> said(IBody body) {
        return body.getBodyElements().stream().flatMap(WrittenText::said);
    }

    private static Stream<String> said(IBodyElement element) {
        return switch (element.getElementType()) {
            case PARAGRAPH -> Stream.of(((XWPFParagraph) element).getText());
            case TABLE ->
                ((XWPFTable) element)
                        .getRows().stream()
                                .map(row -> row.getTableCells().stream()
                                        .map(cell -> said(cell).collect(Collectors.joining(" ")))
                                        .collect(Collectors.joining(" | ")));
            case CONTENTCONTROL -> Stream.of(element.toString());
        };
    }

    private static List<String> ofWorkbook(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        lines.add("%s: %s".formatted(cell.getAddress(), value(cell)));
                    }
                }
            }
        }
        return lines;
    }

    private static String value(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case FORMULA -> "=" + cell.getCellFormula();
            case BOOLEAN, ERROR, BLANK, _NONE -> cell.toString();
        };
    }
}
