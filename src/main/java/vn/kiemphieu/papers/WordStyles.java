package vn.kiemphieu.papers;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The paragraph styles of a Word paper: whoever changes one changes it everywhere. Named as the clerks name them. */
final class WordStyles {

    private static final String FONT = "Times New Roman";
    private static final int LINE_TWENTIETHS = 240;

    private final XWPFStyles styles;

    private WordStyles(XWPFStyles styles) {
        this.styles = styles;
    }

    /** Every kind of paragraph there is. */
    enum Kind {
        TEN_CO_QUAN("Tên cơ quan"),
        TEN_CO_QUAN_CAP_TREN("Tên cơ quan cấp trên"),
        TIEU_NGU("Tiêu ngữ, tiêu đề"),
        SO_KY_HIEU("Số, ký hiệu"),
        DIA_DANH("Địa danh, ngày tháng"),
        DUONG_KE("Đường kẻ"),
        TEN_LOAI("Tên loại"),
        TRICH_YEU("Trích yếu"),
        CAN_CU("Căn cứ"),
        KINH_GUI("Kính gửi"),
        DE_MUC("Đề mục"),
        NOI_DUNG("Nội dung"),
        DIEM("Điểm"),
        GHI_CHU("Ghi chú"),
        KHUNG("Khung bản nháp"),
        DAU_BANG("Đầu bảng"),
        BANG("Bảng"),
        CHUC_VU_KY("Chức vụ người ký"),
        CACH_KY("Cách ký"),
        HO_TEN_KY("Họ tên người ký"),
        NOI_NHAN("Nơi nhận"),
        SO_TRANG("Số trang");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String id() {
            return name().replace("_", "");
        }
    }

    private enum Look {
        PLAIN,
        BOLD,
        ITALIC
    }

    static void addTo(XWPFDocument document, Style sizes) {
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage("vi-VN");
        WordStyles made = new WordStyles(styles);
        made.head(sizes);
        made.body(sizes);
        made.foot(sizes);
    }

    private void head(Style sizes) {
        add(Kind.TEN_CO_QUAN, sizes.names(), Look.BOLD, STJc.CENTER, 0, 0);
        add(Kind.TEN_CO_QUAN_CAP_TREN, sizes.names(), Look.PLAIN, STJc.CENTER, 0, 0);
        add(Kind.TIEU_NGU, sizes.motto(), Look.BOLD, STJc.CENTER, 0, 0);
        add(Kind.DUONG_KE, 2, Look.PLAIN, STJc.CENTER, 0, 3);
        add(Kind.SO_KY_HIEU, sizes.text(), Look.PLAIN, STJc.CENTER, 7, 0);
        add(Kind.DIA_DANH, sizes.text(), Look.ITALIC, STJc.CENTER, 7, 0);
        add(Kind.TEN_LOAI, sizes.kind(), Look.BOLD, STJc.CENTER, 30, 0);
        add(Kind.TRICH_YEU, sizes.text(), Look.BOLD, STJc.CENTER, 3, 4);
    }

    private void body(Style sizes) {
        add(Kind.CAN_CU, sizes.text(), Look.ITALIC, STJc.BOTH, 0, 5);
        add(Kind.KINH_GUI, sizes.text(), Look.PLAIN, STJc.CENTER, 3, 10);
        add(Kind.DE_MUC, sizes.text(), Look.BOLD, STJc.LEFT, 8, 4);
        add(Kind.NOI_DUNG, sizes.text(), Look.PLAIN, STJc.BOTH, 0, 5);
        add(Kind.DIEM, sizes.text(), Look.PLAIN, STJc.BOTH, 0, 3);
        add(Kind.GHI_CHU, sizes.text() - 1, Look.ITALIC, STJc.BOTH, 0, 4);
        add(Kind.KHUNG, 12, Look.PLAIN, STJc.LEFT, 0, 0);
        add(Kind.DAU_BANG, sizes.table() - 1.5, Look.BOLD, STJc.CENTER, 1, 1);
        add(Kind.BANG, sizes.table(), Look.PLAIN, STJc.LEFT, 2, 2);
    }

    private void foot(Style sizes) {
        add(Kind.CHUC_VU_KY, sizes.text() - 1, Look.BOLD, STJc.CENTER, 10, 0);
        add(Kind.CACH_KY, 11.5, Look.ITALIC, STJc.CENTER, 0, 70);
        add(Kind.HO_TEN_KY, sizes.text() - 1, Look.BOLD, STJc.CENTER, 0, 0);
        add(Kind.NOI_NHAN, 11, Look.PLAIN, STJc.LEFT, 0, 0);
        add(Kind.SO_TRANG, sizes.text(), Look.PLAIN, STJc.CENTER, 0, 0);
    }

    private void add(Kind kind, double points, Look look, STJc.Enum side, int beforePoints, int afterPoints) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(kind.id());
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(kind.title);
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        if (kind == Kind.DE_MUC) {
            paragraph.addNewKeepNext();
        }
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(20L * beforePoints));
        spacing.setAfter(BigInteger.valueOf(20L * afterPoints));
        spacing.setLine(BigInteger.valueOf(LINE_TWENTIETHS));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        if (kind == Kind.NOI_DUNG || kind == Kind.CAN_CU) {
            paragraph.addNewInd().setFirstLine(WordTypist.twips(10));
        } else if (kind == Kind.DIEM) {
            paragraph.addNewInd().setLeft(WordTypist.twips(10));
        }
        paragraph.addNewJc().setVal(side);
        CTRPr letters = style.addNewRPr();
        CTFonts fonts = letters.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        letters.addNewSz().setVal(BigInteger.valueOf(Math.round(2 * points)));
        switch (look) {
            case BOLD -> letters.addNewB();
            case ITALIC -> letters.addNewI();
            case PLAIN -> {}
        }
        // Last: the styles take a copy.
        styles.addStyle(new XWPFStyle(style));
    }
}
