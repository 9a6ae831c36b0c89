package vn.kiemphieu.form;

/** An upright rectangle on the printed sheet, placed by its top-left corner. */
public record PaperBox(double xMm, double yMm, double widthMm, double heightMm) {

    public PaperBox {
        if (!(widthMm > 0 && heightMm > 0)) {
            throw new IllegalArgumentException("A box needs an area, but was %s x %s mm".formatted(widthMm, heightMm));
        }
    }

    public double rightMm() {
        return xMm + widthMm;
    }

    public double bottomMm() {
        return yMm + heightMm;
    }

    public PaperPoint centre() {
        return new PaperPoint(xMm + widthMm / 2, yMm + heightMm / 2);
    }

    public boolean contains(PaperPoint p) {
        return xMm <= p.xMm() && p.xMm() <= rightMm() && yMm <= p.yMm() && p.yMm() <= bottomMm();
    }

    public boolean contains(PaperBox other) {
        return xMm <= other.xMm && yMm <= other.yMm && other.rightMm() <= rightMm() && other.bottomMm() <= bottomMm();
    }

    /** The same box with {@code marginMm} added on each side; a negative margin cuts. */
    public PaperBox grown(double marginMm) {
        return new PaperBox(xMm - marginMm, yMm - marginMm, widthMm + 2 * marginMm, heightMm + 2 * marginMm);
    }

    /** The smallest box that holds both. */
    public PaperBox and(PaperBox other) {
        double left = Math.min(xMm, other.xMm);
        double top = Math.min(yMm, other.yMm);
        return new PaperBox(
                left, top, Math.max(rightMm(), other.rightMm()) - left, Math.max(bottomMm(), other.bottomMm()) - top);
    }

    /** How much of this box the other covers, in mm². */
    public double overlapMm2(PaperBox other) {
        double w = Math.min(rightMm(), other.rightMm()) - Math.max(xMm, other.xMm);
        double h = Math.min(bottomMm(), other.bottomMm()) - Math.max(yMm, other.yMm);
        return w > 0 && h > 0 ? w * h : 0;
    }
}
