package vn.kiemphieu.form;

/** The unmarked page as an image: what registration goes by and what reading subtracts. Stamps are wiped out of it. */
public final class Blank {

    private final byte[] png;
    private final double dpi;

    /**
     * @param png an 8-bit grey PNG of the whole page, exactly page width × page height at {@code dpi}
     * @param dpi dots per inch, the same both ways
     */
    public Blank(byte[] png, double dpi) {
        this.png = png.clone();
        this.dpi = dpi;
    }

    public byte[] png() {
        return png.clone();
    }

    public double dpi() {
        return dpi;
    }
}
