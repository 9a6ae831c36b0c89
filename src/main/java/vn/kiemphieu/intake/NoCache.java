package vn.kiemphieu.intake;

import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;

/** Keeps fonts and the like between pages, but no image: each page of a scan has its own, and is read once. */
final class NoCache extends DefaultResourceCache {

    @Override
    public void put(COSObject indirect, PDXObject image) {}
}
