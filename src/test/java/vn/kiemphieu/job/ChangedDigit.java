package vn.kiemphieu.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** What a forger does: one digit of a paper becomes another, and nothing else changes. */
final class ChangedDigit {

    private ChangedDigit() {}

    /** Changes the last digit of the first page into another one that stands there too. */
    static void inPdf(Path file) throws IOException {
        byte[] changed;
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            List<Object> tokens = new PDFStreamParser(page).parse();
            forge(tokens, page);
            PDStream contents = new PDStream(document);
            try (OutputStream to = contents.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(to).writeTokens(tokens);
            }
            page.setContents(contents);
            document.save(out);
            changed = out.toByteArray();
        }
        Files.write(file, changed);
    }

    /** @param known the digits of that font, as they are written in the page */
    private record Place(COSString in, int at, String digit, Map<String, byte[]> known) {}

    private static void forge(List<Object> tokens, PDPage page) throws IOException {
        Map<PDFont, Map<String, byte[]>> codes = new HashMap<>();
        List<Place> places = new ArrayList<>();
        Optional<PDFont> font = Optional.empty();
        Object before = "";
        for (Object token : tokens) {
            if (token instanceof COSName name) {
                Optional<PDFont> named = Optional.ofNullable(page.getResources().getFont(name));
                font = named.isPresent() ? named : font;
            }
            if (token instanceof Operator operator && operator.getName().matches("TJ|Tj") && font.isPresent()) {
                for (COSString text : strings(before)) {
                    places.addAll(seen(text, font.get(), codes.computeIfAbsent(font.get(), f -> new HashMap<>())));
                }
            }
            before = token;
        }
        Place place = places.get(places.size() - 1);
        byte[] other = place.known().entrySet().stream()
                .filter(code -> !code.getKey().equals(place.digit()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        byte[] bytes = place.in().getBytes().clone();
        System.arraycopy(other, 0, bytes, place.at(), other.length);
        place.in().setValue(bytes);
    }

    private static List<COSString> strings(Object operand) {
        if (operand instanceof COSString text) {
            return List.of(text);
        }
        return operand instanceof COSArray array
                ? array.toList().stream()
                        .map(COSBase.class::cast)
                        .filter(COSString.class::isInstance)
                        .map(COSString.class::cast)
                        .toList()
                : List.of();
    }

    private static List<Place> seen(COSString text, PDFont font, Map<String, byte[]> known) throws IOException {
        byte[] bytes = text.getBytes();
        List<Place> found = new ArrayList<>();
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            for (int at = 0; at < bytes.length; ) {
                String letter = String.valueOf(font.toUnicode(font.readCode(in)));
                int next = bytes.length - in.available();
                if (letter.matches("[1-9]")) {
                    known.put(letter, Arrays.copyOfRange(bytes, at, next));
                    found.add(new Place(text, at, letter, known));
                }
                at = next;
            }
        }
        return found;
    }

    /** Changes the first digit of the last table that has one. */
    static void inWord(Path file) throws IOException {
        byte[] changed;
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFRun run = document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .flatMap(row -> row.getTableCells().stream())
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(each -> each.text().matches("(?s).*[1-9].*"))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            String text = run.text();
            int at = text.replaceAll("[1-9]", "#").indexOf('#');
            run.setText(text.substring(0, at) + (text.charAt(at) == '9' ? '8' : '9') + text.substring(at + 1), 0);
            document.write(out);
            changed = out.toByteArray();
        }
        Files.write(file, changed);
    }

    /** Changes one number of the last row. */
    static void inExcel(Path file) throws IOException {
        byte[] changed;
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheetAt(0);
            var cell = sheet.getRow(sheet.getLastRowNum()).getCell(5);
            cell.setCellValue(cell.getNumericCellValue() + 1);
            workbook.write(out);
            changed = out.toByteArray();
        }
        Files.write(file, changed);
    }
}
