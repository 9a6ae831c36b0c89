package vn.kiemphieu.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import vn.kiemphieu.papers.WordStyles.Kind;

/** Types a paper as a Word document that the secretary can edit: styles, tables that repeat their heads, real headers. */
final class WordTypist implements Typist {

    private static final double NAMES_SHARE = 0.42;
    private static final double SHORT_RULE_MM = 22;
    private static final double SUBJECT_RULE_MM = 45;

    private final Style style;
    private final XWPFDocument document = new XWPFDocument();
    private final WordTables tables;
    private boolean together;

    /** A typist with an empty sheet. */
    WordTypist(Style style, String title, boolean draft) {
        this.style = style;
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator("Kiểm Phiếu");
        WordStyles.addTo(document, style);
        WordSheet.layOut(document, style, draft);
        this.tables = new WordTables(document);
    }

    static BigInteger twips(double mm) {
        return BigInteger.valueOf(Math.round(mm * 1440 / 25.4));
    }

    @Override
    public void letterhead(Letterhead.Head head) {
        double left = style.lineMm() * NAMES_SHARE;
        double right = style.lineMm() - left;
        XWPFTable table = tables.plain(List.of(left, right), 2);
        XWPFTableCell names = table.getRow(0).getCell(0);
        head.over().forEach(name -> into(names, Kind.TEN_CO_QUAN_CAP_TREN, name));
        into(names, Kind.TEN_CO_QUAN, head.body());
        XWPFTableCell motto = table.getRow(0).getCell(1);
        if (head.state()) {
            rule(names.addParagraph(), left, SHORT_RULE_MM);
            into(motto, Kind.TEN_CO_QUAN, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        } else {
            into(names, Kind.TEN_CO_QUAN_CAP_TREN, "*");
        }
        String words = head.state() ? "Độc lập - Tự do - Hạnh phúc" : "ĐẢNG CỘNG SẢN VIỆT NAM";
        into(motto, Kind.TIEU_NGU, words);
        rule(motto.addParagraph(), right, Lettering.BOLD.widthMm(words, style.motto()));
        into(table.getRow(1).getCell(0), Kind.SO_KY_HIEU, head.number());
        into(table.getRow(1).getCell(1), Kind.DIA_DANH, head.placeAndDate());
    }

    private static XWPFParagraph into(XWPFTableCell cell, Kind kind, String text) {
        return WordTables.into(cell, kind, text);
    }

    /** Makes the paragraph a line, so wide, in the middle of what is so wide. */
    private static void rule(XWPFParagraph paragraph, double spaceMm, double ruleMm) {
        paragraph.setStyle(Kind.DUONG_KE.id());
        CTPPr properties = paragraph.getCTP().getPPr();
        CTBorder line = properties.addNewPBdr().addNewTop();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(6));
        line.setSpace(BigInteger.ONE);
        CTInd indent = properties.addNewInd();
        BigInteger side = twips(Math.max(0, (spaceMm - WordTables.MARGINS_MM - ruleMm) / 2));
        indent.setLeft(side);
        indent.setRight(side);
    }

    private XWPFParagraph add(Kind kind, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(kind.id());
        if (together) {
            paragraph.setKeepNext(true);
        }
        paragraph.createRun().setText(text);
        return paragraph;
    }

    @Override
    public void title(String kind, String subject) {
        add(Kind.TEN_LOAI, kind);
        add(Kind.TRICH_YEU, subject);
        if (style.state()) {
            rule(document.createParagraph(), style.lineMm() + WordTables.MARGINS_MM, SUBJECT_RULE_MM);
        } else {
            add(Kind.KINH_GUI, "-----");
        }
    }

    @Override
    public void openPoints(String intro, List<String> points) {
        XWPFTableCell frame =
                tables.framed(List.of(style.lineMm()), 1).getRow(0).getCell(0);
        into(frame, Kind.KHUNG, intro).getRuns().get(0).setBold(true);
        points.forEach(point -> into(frame, Kind.KHUNG, "•  " + point));
        add(Kind.GHI_CHU, "");
    }

    @Override
    public void basis(String text) {
        add(Kind.CAN_CU, text);
    }

    @Override
    public void addressee(String text) {
        add(Kind.KINH_GUI, text);
    }

    @Override
    public void heading(String text) {
        add(Kind.DE_MUC, text);
    }

    @Override
    public void paragraph(String text) {
        add(Kind.NOI_DUNG, text);
    }

    @Override
    public void item(String text) {
        add(Kind.DIEM, text);
    }

    @Override
    public void note(String text) {
        add(Kind.GHI_CHU, text);
    }

    @Override
    public void grid(Grid grid) {
        tables.grid(grid);
        // Word needs a paragraph after a table; it keeps the distance to what follows.
        add(Kind.GHI_CHU, "").setSpacingBetween(0.4);
    }

    @Override
    public void together(Runnable block) {
        together = true;
        block.run();
        together = false;
    }

    @Override
    public void signatures(List<Signature> signatures) {
        double width = style.lineMm() / signatures.size();
        // Row by row, not person by person: where one role takes two lines, the names still stand on one.
        XWPFTable table = tables.plain(signatures.stream().map(s -> width).toList(), 3);
        for (int i = 0; i < signatures.size(); i++) {
            into(table.getRow(0).getCell(i), Kind.CHUC_VU_KY, signatures.get(i).role())
                    .setKeepNext(true);
            into(table.getRow(1).getCell(i), Kind.CACH_KY, signatures.get(i).hint())
                    .setKeepNext(true);
            into(table.getRow(2).getCell(i), Kind.HO_TEN_KY, signatures.get(i).name());
        }
        add(Kind.GHI_CHU, "").setSpacingBetween(0.4);
    }

    private static void sign(XWPFTableCell cell, Signature signature) {
        into(cell, Kind.CHUC_VU_KY, signature.role()).setKeepNext(true);
        into(cell, Kind.CACH_KY, signature.hint()).setKeepNext(true);
        into(cell, Kind.HO_TEN_KY, signature.name());
    }

    @Override
    public void recipientsAndSignature(List<String> recipients, Signature signature) {
        XWPFTable table = tables.plain(List.of(style.lineMm() / 2, style.lineMm() / 2), 1);
        XWPFTableCell left = table.getRow(0).getCell(0);
        for (int i = 0; i < recipients.size(); i++) {
            XWPFParagraph line = into(left, Kind.NOI_NHAN, recipients.get(i));
            line.setAlignment(ParagraphAlignment.LEFT);
            line.getRuns().get(0).setBold(i == 0);
            line.getRuns().get(0).setItalic(i == 0);
        }
        sign(table.getRow(0).getCell(1), signature);
    }

    @Override
    public byte[] finished() {
        try (document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            // Nothing here touches a disk; it is POI that declares it.
            throw new UncheckedIOException(e);
        }
    }
}
