package vn.kiemphieu.papers;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.kiemphieu.papers.WordStyles.Kind;

/** The sheet of a Word paper: its size and margins, the page number from the second page on, and BẢN NHÁP behind all. */
final class WordSheet {

    private static final double NUMBER_FROM_EDGE_MM = 10;

    /** Word has no other way to letter across a page than this shape of its own. */
    private static final String WATERMARK = """
            <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
              xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
              <w:r><w:pict>
                <v:shapetype id="_x0000_t136" coordsize="1600,21600" o:spt="136" adj="10800"
                  path="m@7,0l@8,0m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>
                  <v:textpath on="t" fitshape="t"/></v:shapetype>
                <v:shape id="banNhap" type="#_x0000_t136" fillcolor="#d0d0d0" stroked="f"
                  style="position:absolute;margin-left:0;margin-top:0;width:480pt;height:95pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page">
                  <v:textpath style="font-family:'Times New Roman';font-weight:bold" string="BẢN NHÁP"/></v:shape>
              </w:pict></w:r>
            </xml-fragment>""";

    private WordSheet() {}

    static void layOut(XWPFDocument document, Style style, boolean draft) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(WordTypist.twips(style.widthMm()));
        size.setH(WordTypist.twips(style.heightMm()));
        if (style.lying()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(WordTypist.twips(Style.TOP_MM));
        margins.setBottom(WordTypist.twips(Style.BOTTOM_MM));
        margins.setLeft(WordTypist.twips(Style.LEFT_MM));
        margins.setRight(WordTypist.twips(Style.RIGHT_MM));
        margins.setHeader(WordTypist.twips(NUMBER_FROM_EDGE_MM));
        margins.setFooter(WordTypist.twips(NUMBER_FROM_EDGE_MM));
        margins.setGutter(BigInteger.ZERO);
        XWPFHeader first = document.createHeader(HeaderFooterType.FIRST);
        header(first, draft);
        XWPFParagraph number = header(document.createHeader(HeaderFooterType.DEFAULT), draft);
        field(number, "PAGE");
        number.createRun().setText("/");
        field(number, "NUMPAGES");
    }

    private static XWPFParagraph header(XWPFHeader header, boolean draft) {
        XWPFParagraph paragraph = header.createParagraph();
        if (draft) {
            try {
                paragraph.getCTP().set(CTP.Factory.parse(WATERMARK));
            } catch (XmlException e) {
                throw new IllegalStateException(e);
            }
        }
        paragraph.setStyle(Kind.SO_TRANG.id());
        return paragraph;
    }

    private static void field(XWPFParagraph paragraph, String code) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(code);
        field.addNewR().addNewT().setStringValue("1");
    }
}
