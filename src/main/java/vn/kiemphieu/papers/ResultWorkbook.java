package vn.kiemphieu.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;

/** The table of results as an Excel workbook. Figures are numbers, percentages too: a spreadsheet can reckon with them. */
final class ResultWorkbook {

    private static final List<String> TITLES = List.of(
            "TT",
            "Họ và tên",
            "Chức danh, chức vụ",
            "Hợp lệ",
            "Không hợp lệ",
            "Tín nhiệm cao",
            "Tín nhiệm cao (%)",
            "Tín nhiệm",
            "Tín nhiệm (%)",
            "Tín nhiệm thấp",
            "Tín nhiệm thấp (%)");

    /** In characters; Excel's own guess needs fonts that may not be there. */
    private static final List<Integer> WIDTHS = List.of(5, 26, 30, 9, 9, 10, 10, 10, 10, 10, 10);

    private static final int WIDTH_UNIT = 256;
    private static final double HUNDREDTHS = 100;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Kết quả");
    private final XSSFCellStyle text = style(false, "@");
    private final XSSFCellStyle number = style(false, "0");
    private final XSSFCellStyle percent = style(false, "0.00");
    private final XSSFCellStyle head = style(true, "@");

    private ResultWorkbook() {}

    static byte[] of(Account account) {
        ResultWorkbook made = new ResultWorkbook();
        made.title(account);
        made.sums(account.tally());
        made.officials(account.tally());
        made.layOut();
        try (XSSFWorkbook workbook = made.workbook) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            // Nothing here touches a disk; it is POI that declares it.
            throw new UncheckedIOException(e);
        }
    }

    private XSSFCellStyle style(boolean title, String format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setFont(font(title, 12));
        style.setWrapText(format.equals("@"));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (title) {
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private XSSFFont font(boolean bold, int points) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    private void title(Account account) {
        CellStyle large = workbook.createCellStyle();
        large.setFont(font(true, 14));
        XSSFCell title = row().createCell(0);
        title.setCellValue((account.draft() ? "BẢN NHÁP - " : "") + "KẾT QUẢ KIỂM PHIẾU");
        title.setCellStyle(large);
        CellStyle plain = workbook.createCellStyle();
        plain.setFont(font(false, 12));
        XSSFCell subject = row().createCell(0);
        subject.setCellValue(account.meeting().title() + ", "
                + Letterhead.date(account.meeting().date()));
        subject.setCellStyle(plain);
        row();
    }

    private void sums(Tally tally) {
        sum("Số phiếu phát ra", tally.ballots().issued().orElse(-1));
        sum("Số phiếu thu về", tally.collected().orElse(-1));
        sum("Số phiếu hợp lệ", tally.valid());
        sum("Số phiếu không hợp lệ", tally.invalid());
        sum("Số phiếu chờ xem xét", tally.inReview());
        row();
    }

    private void sum(String label, int figure) {
        XSSFRow row = row();
        cell(row, 1, text).setCellValue(label);
        XSSFCell cell = cell(row, 2, number);
        if (figure >= 0) {
            cell.setCellValue(figure);
        }
    }

    private void officials(Tally tally) {
        XSSFRow titles = row();
        for (int i = 0; i < TITLES.size(); i++) {
            cell(titles, i, head).setCellValue(TITLES.get(i));
        }
        sheet.createFreezePane(0, titles.getRowNum() + 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("%1$d:%1$d".formatted(titles.getRowNum() + 1)));
        tally.officials().forEach(this::official);
    }

    private void official(OfficialTally tally) {
        XSSFRow row = row();
        cell(row, 0, number).setCellValue(tally.number());
        cell(row, 1, text).setCellValue(tally.official().name());
        cell(row, 2, text).setCellValue(tally.official().position());
        cell(row, 3, number).setCellValue(tally.valid());
        cell(row, 4, number).setCellValue(tally.invalid());
        int at = 5;
        for (Level level : Level.values()) {
            cell(row, at++, number).setCellValue(tally.votes(level));
            cell(row, at++, percent).setCellValue(tally.share(level).hundredths() / HUNDREDTHS);
        }
    }

    private XSSFRow row() {
        return sheet.createRow(sheet.getPhysicalNumberOfRows());
    }

    private static XSSFCell cell(XSSFRow row, int column, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private void layOut() {
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.setColumnWidth(i, WIDTHS.get(i) * WIDTH_UNIT);
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P/&N");
    }
}
