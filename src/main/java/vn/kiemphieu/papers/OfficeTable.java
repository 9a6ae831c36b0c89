package vn.kiemphieu.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * The rows of the table in a spreadsheet or Word file that somebody hands in. What a file is, its content says, not its
 * name; nothing in it is reckoned, run or fetched.
 */
public sealed interface OfficeTable {

    /** A list of sixty people with the letterhead of an office is 30 kB. */
    int MOST_BYTES = 5 * 1024 * 1024;

    /** Twice the widest table that was ever printed on a sheet of paper. */
    int MOST_COLUMNS = 40;

    /** Several times the longest ballot. */
    int MOST_ROWS = 500;

    /**
     * What was found.
     *
     * @param formulas cells that are reckoned, of which the value that was saved with the file was taken
     */
    record Found(List<List<String>> rows, List<String> formulas) implements OfficeTable {

        public Found {
            rows = List.copyOf(rows);
            formulas = List.copyOf(formulas);
        }
    }

    /** Nothing was taken from it. */
    record Refused(Why why) implements OfficeTable {}

    /** Why a file is not taken. */
    enum Why {
        /** Larger than any list of people, packed or unpacked. */
        TOO_LARGE,
        /** With a password. */
        ENCRYPTED,
        /** Of the time before 2007. */
        OLD,
        /** A file that brings a program along. */
        MACROS,
        /** Neither a spreadsheet nor a Word file. */
        FOREIGN,
        /** Broken, or cut off. */
        DAMAGED,
        /** No table and no line of text in it. */
        NO_TABLE;

        /** {@return the key of the sentence that says what to do} */
        public String textKey() {
            return "papers.table." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@return the rows, or why there are none} */
    static OfficeTable of(byte[] file) {
        try {
            if (file.length > MOST_BYTES) {
                return new Refused(Why.TOO_LARGE);
            }
            if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
                return new Refused(isEncrypted(file) ? Why.ENCRYPTED : Why.OLD);
            }
            OfficeParcel parcel = startsWith(file, 'P', 'K') ? OfficeParcel.look(file) : OfficeParcel.FOREIGN;
            return switch (parcel) {
                case SPREADSHEET -> workbook(file);
                case WORD -> document(file);
                case WITH_MACROS -> new Refused(Why.MACROS);
                case TOO_LARGE -> new Refused(Why.TOO_LARGE);
                case FOREIGN -> new Refused(Why.FOREIGN);
            };
        } catch (IOException | RuntimeException e) {
            // POI answers a broken file with whatever happens to go wrong first.
            return new Refused(Why.DAMAGED);
        }
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncrypted(byte[] file) throws IOException {
        try (POIFSFileSystem old = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return old.getRoot().hasEntry("EncryptedPackage");
        }
    }

    private static OfficeTable workbook(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                Sheet sheet = workbook.getSheetAt(i);
                if (!workbook.isSheetHidden(i) && sheet.getPhysicalNumberOfRows() > 0) {
                    return sheet(sheet);
                }
            }
            return new Refused(Why.NO_TABLE);
        } catch (OpenXML4JRuntimeException e) {
            return new Refused(Why.DAMAGED);
        }
    }

    private static OfficeTable sheet(Sheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        List<List<String>> rows = new ArrayList<>();
        List<String> formulas = new ArrayList<>();
        for (Row row : sheet) {
            if (rows.size() >= MOST_ROWS) {
                return new Refused(Why.TOO_LARGE);
            }
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(row.getLastCellNum(), MOST_COLUMNS); column++) {
                Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                cells.add(formatter.formatCellValue(cell));
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add(cell.getAddress().formatAsString());
                }
            }
            rows.add(cells);
        }
        return new Found(rows, formulas);
    }

    private static OfficeTable document(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<List<String>> rows = document.getTables().stream()
                    .max(Comparator.comparingInt(XWPFTable::getNumberOfRows))
                    .map(OfficeTable::rows)
                    .orElseGet(() -> document.getParagraphs().stream()
                            .filter(paragraph -> !paragraph.getText().isBlank())
                            .map(paragraph -> List.of(paragraph.getText().split("\\t")))
                            .toList());
            if (rows.size() > MOST_ROWS) {
                return new Refused(Why.TOO_LARGE);
            }
            return rows.isEmpty() ? new Refused(Why.NO_TABLE) : new Found(rows, List.of());
        }
    }

    private static List<List<String>> rows(XWPFTable table) {
        return table.getRows().stream()
                .map(row -> row.getTableCells().stream()
                        .limit(MOST_COLUMNS)
                        .map(cell -> cell.getText())
                        .toList())
                .toList();
    }
}
