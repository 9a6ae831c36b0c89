package vn.kiemphieu.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The pages of a PDF as its tree really has them. The tree's own count is not believed: it may claim a billion, or one
 * page less than there is. The tree is made flat in memory, so that the library counts as we do.
 */
final class PdfPages {

    /** A deck of ballots for the largest meeting has a few thousand sheets; a file that claims more is no scan. */
    static final int LIMIT = 20_000;

    /** Pages inherit these from the nodes above them. */
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private final List<COSDictionary> pages = new ArrayList<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfPages() {}

    static PdfPages of(PDDocument document) throws Refused {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root == null) {
            throw new Refused(Reason.CORRUPT, "PDF Pages");
        }
        PdfPages pages = new PdfPages();
        pages.gather(root, new COSDictionary(), 0);
        pages.flatten(root);
        return pages;
    }

    private void gather(COSDictionary node, COSDictionary above, int depth) throws Refused {
        if (depth > 50) {
            throw new Refused(Reason.CORRUPT, "PDF Kids");
        }
        COSDictionary inherited = new COSDictionary(above);
        for (COSName name : INHERITED) {
            if (node.containsKey(name)) {
                inherited.setItem(name, node.getItem(name));
            }
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            page(node, inherited);
            return;
        }
        // Only nodes are watched for loops: one page may rightly stand in the tree twice.
        if (!seen.add(node)) {
            throw new Refused(Reason.CORRUPT, "PDF Kids");
        }
        for (int i = 0; i < kids.size(); i++) {
            if (!(kids.getObject(i) instanceof COSDictionary kid)) {
                throw new Refused(Reason.CORRUPT, "PDF Kids[" + i + "]");
            }
            gather(kid, inherited, depth + 1);
        }
    }

    private void page(COSDictionary page, COSDictionary inherited) throws Refused {
        COSName type = page.getCOSName(COSName.TYPE);
        if (type != null && !COSName.PAGE.equals(type)) {
            if (COSName.PAGES.equals(type)) {
                return;
            }
            throw new Refused(Reason.CORRUPT, "PDF " + type.getName());
        }
        if (pages.size() >= LIMIT) {
            throw new Refused(Reason.TOO_MANY_PAGES, "> " + LIMIT, LIMIT);
        }
        COSDictionary whole = new COSDictionary(page);
        for (COSName name : INHERITED) {
            if (inherited.containsKey(name)) {
                whole.setItem(name, inherited.getItem(name));
            }
        }
        pages.add(whole);
    }

    private void flatten(COSDictionary root) {
        COSArray kids = new COSArray();
        for (COSDictionary page : pages) {
            page.setItem(COSName.PARENT, root);
            page.setItem(COSName.TYPE, COSName.PAGE);
            kids.add(page);
        }
        root.setItem(COSName.KIDS, kids);
        root.setItem(COSName.COUNT, COSInteger.get(pages.size()));
        INHERITED.forEach(root::removeItem);
    }

    int count() {
        return pages.size();
    }

    PDPage page(int number) {
        return new PDPage(pages.get(number - 1));
    }
}
