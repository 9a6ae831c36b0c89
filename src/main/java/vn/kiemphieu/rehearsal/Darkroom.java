package vn.kiemphieu.rehearsal;

import java.util.List;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;

/** Prints a page of the form, puts ink on it and scans it. Safe for use by several threads at once. */
public interface Darkroom extends AutoCloseable {

    /** {@return the scan of that page with that ink, the same bytes each time} */
    Shot expose(FormPage page, List<Ink> inks, ScanRecipe recipe);

    /** {@return the scan of a bare sheet of the same size: the back of a ballot; ink there shines through} */
    Shot exposeBack(FormPage page, List<Ink> inks, ScanRecipe recipe);

    /** {@return the printed words inside a box of the blank, in reading order; where a name is to be struck} */
    List<PaperBox> wordsIn(FormPage page, PaperBox box);

    @Override
    void close();

    /**
     * One scanned page.
     *
     * @param bytes a JPEG or PNG; for {@link ScanRecipe.Output#BITS} the rows, eight pixels a byte, 1 is black
     */
    record Shot(byte[] bytes, ScanRecipe.Output output, int widthPx, int heightPx, double dpi) {}
}
