package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.meeting.MeetingDraft.Line;
import vn.kiemphieu.meeting.Roster;
import vn.kiemphieu.papers.OfficeTable.Found;
import vn.kiemphieu.papers.OfficeTable.Refused;
import vn.kiemphieu.papers.OfficeTable.Why;

/** Tables are taken out of real Excel and Word files; whatever else comes is refused with a reason. */
class OfficeTableTest {

    @Test
    void takesPeopleOutOfASpreadsheet() throws IOException {
        assertThat(people(OfficeTable.of(workbook())))
                .containsExactly(new Line("Nguyễn Văn An", "Trưởng ban"), new Line("Trần Thị Bích Ngọc", "Phó ban"));
    }

    @Test
    void takesPeopleOutOfAWordTable() throws IOException {
        assertThat(people(OfficeTable.of(document())))
                .containsExactly(new Line("Nguyễn Văn An", "Trưởng ban"), new Line("Trần Thị Bích Ngọc", "Phó ban"));
    }

    @Test
    void takesLinesOutOfAWordFileWithoutATable() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Nguyễn Văn An");
            document.createParagraph();
            document.createParagraph().createRun().setText("Trần Thị Bích Ngọc");

            assertThat(people(OfficeTable.of(bytes(document))))
                    .containsExactly(new Line("Nguyễn Văn An", ""), new Line("Trần Thị Bích Ngọc", ""));
        }
    }

    @Test
    void namesTheCellsThatAreReckoned() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow row = workbook.createSheet().createRow(2);
            row.createCell(0).setCellFormula("\"Nguyễn \"&\"Văn An\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(1).setCellValue("Trưởng ban");
            OfficeTable table = OfficeTable.of(bytes(workbook));

            assertThat(((Found) table).formulas()).containsExactly("A3");
            assertThat(people(table)).containsExactly(new Line("Nguyễn Văn An", "Trưởng ban"));
        }
    }

    @Test
    void refusesAFileWithAPassword() throws Exception {
        try (POIFSFileSystem locked = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("bí mật");
            try (var out = encryptor.getDataStream(locked)) {
                out.write(workbook());
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            locked.writeFilesystem(file);

            assertThat(OfficeTable.of(file.toByteArray())).isEqualTo(new Refused(Why.ENCRYPTED));
        }
    }

    @Test
    void refusesFilesOfTheOldKind() throws IOException {
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("Nguyễn Văn An");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            old.write(file);

            assertThat(OfficeTable.of(file.toByteArray())).isEqualTo(new Refused(Why.OLD));
        }
    }

    @Test
    void refusesMacros() throws IOException {
        assertThat(OfficeTable.of(zip("xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "Sub Auto_Open()")))
                .isEqualTo(new Refused(Why.MACROS));
    }

    @Test
    void refusesAFileThatUnpacksWithoutEnd() throws IOException {
        byte[] bomb = zip("xl/workbook.xml", " ".repeat(60 * 1024 * 1024));

        assertThat(bomb.length).isLessThan(OfficeTable.MOST_BYTES);
        assertThat(OfficeTable.of(bomb)).isEqualTo(new Refused(Why.TOO_LARGE));
    }

    @Test
    void refusesAFileLargerThanAnyList() {
        assertThat(OfficeTable.of(new byte[OfficeTable.MOST_BYTES + 1])).isEqualTo(new Refused(Why.TOO_LARGE));
    }

    @Test
    void refusesWhatIsNoOfficeFile() throws IOException {
        assertThat(OfficeTable.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Refused(Why.FOREIGN));
        assertThat(OfficeTable.of(new byte[0])).isEqualTo(new Refused(Why.FOREIGN));
        assertThat(OfficeTable.of(zip("a.txt", "a"))).isEqualTo(new Refused(Why.FOREIGN));
        assertThat(OfficeTable.of(
                        zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;")))
                .isEqualTo(new Refused(Why.DAMAGED));
    }

    @Test
    void saysWhereNothingIsInIt() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();

            assertThat(OfficeTable.of(bytes(workbook))).isEqualTo(new Refused(Why.NO_TABLE));
        }
    }

    @RepeatedTest(40)
    void neverFailsOnABrokenFile(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] file = random.nextBoolean() ? workbook() : document();
        for (int i = 0; i < 20; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        byte[] broken = Arrays.copyOf(file, file.length - random.nextInt(file.length / 4));

        assertThat(OfficeTable.of(broken)).isInstanceOfAny(Found.class, Refused.class);
    }

    private static List<Line> people(OfficeTable table) {
        return Roster.ofRows(((Found) table).rows()).people().stream()
                .map(Roster.Person::line)
                .toList();
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Trống");
            XSSFSheet sheet = workbook.createSheet("Danh sách");
            Object[][] rows = {
                {"DANH SÁCH"},
                {"TT", "Họ và tên", "Chức vụ"},
                {1, "Nguyễn Văn An", "Trưởng ban"},
                {2, "Trần  Thị Bích\u00a0Ngọc", "Phó ban"}
            };
            for (int i = 0; i < rows.length; i++) {
                XSSFRow row = sheet.createRow(i + 2);
                for (int j = 0; j < rows[i].length; j++) {
                    if (rows[i][j] instanceof Integer number) {
                        row.createCell(j).setCellValue(number);
                    } else {
                        row.createCell(j).setCellValue(rows[i][j].toString());
                    }
                }
            }
            return bytes(workbook);
        }
    }

    private static byte[] document() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Danh sách người được lấy phiếu");
            XWPFTable table = document.createTable(3, 3);
            String[][] rows = {
                {"TT", "Họ và tên", "Chức vụ"},
                {"1", "Nguyễn Văn An", "Trưởng ban"},
                {"2", "Trần Thị Bích Ngọc", "Phó ban"}
            };
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    table.getRow(i).getCell(j).setText(rows[i][j]);
                }
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
