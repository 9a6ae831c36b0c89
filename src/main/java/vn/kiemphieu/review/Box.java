package vn.kiemphieu.review;

import java.util.Locale;
import vn.kiemphieu.form.PaperBox;

/** A rectangle on a page in millimetres, as a page of the desk draws it. */
record Box(double x, double y, double width, double height) {

    static Box of(PaperBox box) {
        return new Box(box.xMm(), box.yMm(), box.widthMm(), box.heightMm());
    }

    /** {@return it as the view box of an SVG picture} */
    public String view() {
        return String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f", x, y, width, height);
    }
}
