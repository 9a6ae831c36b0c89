package vn.kiemphieu.papers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.kiemphieu.papers.Grid.Column;
import vn.kiemphieu.papers.WordStyles.Kind;

/** The tables of a Word paper. Every width is given: Word's own guess needs fonts that may not be there. */
final class WordTables {

    private static final int MARGIN_TWIPS = 30;

    /** What the margins of a cell take from its width. */
    static final double MARGINS_MM = 2 * MARGIN_TWIPS * 25.4 / 1440;

    private final XWPFDocument document;

    WordTables(XWPFDocument document) {
        this.document = document;
    }

    /** {@return a table without lines} */
    XWPFTable plain(List<Double> widthsMm, int rows) {
        XWPFTable table = framed(widthsMm, rows);
        table.removeBorders();
        return table;
    }

    XWPFTable framed(List<Double> widthsMm, int rows) {
        XWPFTable table = table(widthsMm);
        for (int i = 0; i < rows; i++) {
            row(table, widthsMm);
        }
        return table;
    }

    /** {@return a table of that width without any row} */
    private XWPFTable table(List<Double> widthsMm) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(WordTypist.twips(
                widthsMm.stream().mapToDouble(Double::doubleValue).sum()));
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        widthsMm.forEach(mm -> grid.addNewGridCol().setW(WordTypist.twips(mm)));
        table.setCellMargins(0, MARGIN_TWIPS, 0, MARGIN_TWIPS);
        return table;
    }

    private static XWPFTableRow row(XWPFTable table, List<Double> widthsMm) {
        XWPFTableRow row = table.createRow();
        while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
        }
        row.setCantSplitRow(true);
        for (double mm : widthsMm) {
            CTTblWidth width = properties(row.addNewTableCell()).addNewTcW();
            width.setType(STTblWidth.DXA);
            width.setW(WordTypist.twips(mm));
        }
        return row;
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }

    /** Types a paragraph into a cell; the first takes the empty one that every cell has. {@return the paragraph} */
    static XWPFParagraph into(XWPFTableCell cell, Kind kind, String text) {
        boolean empty = cell.getParagraphs().size() == 1
                && cell.getParagraphs().get(0).getRuns().isEmpty();
        XWPFParagraph paragraph = empty ? cell.getParagraphs().get(0) : cell.addParagraph();
        paragraph.setStyle(kind.id());
        paragraph.createRun().setText(text);
        return paragraph;
    }

    void grid(Grid grid) {
        List<Double> widths = grid.columns().stream().map(Column::widthMm).toList();
        XWPFTable table = table(widths);
        head(table, grid, widths);
        for (List<String> cells : grid.rows()) {
            XWPFTableRow row = row(table, widths);
            for (int i = 0; i < cells.size(); i++) {
                XWPFTableCell cell = row.getCell(i);
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
                into(cell, Kind.BANG, cells.get(i))
                        .setAlignment(alignment(grid.columns().get(i)));
            }
        }
    }

    private static ParagraphAlignment alignment(Column column) {
        return switch (column.side()) {
            case LEFT -> ParagraphAlignment.LEFT;
            case MIDDLE -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }

    private static void head(XWPFTable table, Grid grid, List<Double> widths) {
        if (!grid.grouped()) {
            title(row(table, widths), grid.columns());
            return;
        }
        List<Double> merged = new ArrayList<>();
        for (int first = 0, end; first < widths.size(); first = end) {
            end = grid.endOfGroup(first);
            merged.add(widths.subList(first, end).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum());
        }
        XWPFTableRow upper = row(table, merged);
        XWPFTableRow lower = row(table, widths);
        title(lower, grid.columns());
        upper.setRepeatHeader(true);
        for (int first = 0, end, at = 0; first < widths.size(); first = end, at++) {
            end = grid.endOfGroup(first);
            Column column = grid.columns().get(first);
            XWPFTableCell cell = upper.getCell(at);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            if (column.group().isEmpty()) {
                properties(cell).addNewVMerge().setVal(STMerge.RESTART);
                into(cell, Kind.DAU_BANG, column.title());
                XWPFTableCell below = lower.getCell(first);
                properties(below).addNewVMerge().setVal(STMerge.CONTINUE);
                below.getParagraphs().get(0).removeRun(0);
            } else {
                properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(end - first));
                into(cell, Kind.DAU_BANG, column.group());
            }
        }
    }

    private static void title(XWPFTableRow row, List<Column> columns) {
        row.setRepeatHeader(true);
        for (int i = 0; i < columns.size(); i++) {
            row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            into(row.getCell(i), Kind.DAU_BANG, columns.get(i).title());
        }
    }
}
