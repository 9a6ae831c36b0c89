package vn.kiemphieu.reading;

import vn.kiemphieu.form.PaperBox;

/**
 * A corner of the sheet that is folded over or torn off: in its place the scanner's lid shows, a triangle that is full to both
 * edges.
 */
final class FoldedCorner {

    /** Of less, dirt and rims of the scanner are told. */
    private static final double LEAST_MM = 3;

    /** The flap hides as much of the page as it leaves bare: no more than margins hold may go unseen. */
    private static final double MOST_MM = 20;

    /** How far from the edges of the form's sheet those of a scan may be: it lies askew, or its rim was cut off. */
    private static final double FROM_EDGE_MM = 6;

    /** Blur rounds the tips and a worn fold is no straight line. */
    private static final double ROUGH_MM = 0.6;

    /** Of the ink, so much must lie in the triangle; and of the triangle, so much must be ink. Writing leaves paper. */
    private static final double FULL = 0.95;

    private FoldedCorner() {}

    static boolean is(InkPiece piece, PaperBox sheet) {
        PaperBox b = piece.box();
        boolean left = b.xMm() - sheet.xMm() < FROM_EDGE_MM;
        boolean top = b.yMm() - sheet.yMm() < FROM_EDGE_MM;
        boolean atCorner = (left || sheet.rightMm() - b.rightMm() < FROM_EDGE_MM)
                && (top || sheet.bottomMm() - b.bottomMm() < FROM_EDGE_MM);
        return piece.atEdge()
                && atCorner
                && Math.min(b.widthMm(), b.heightMm()) > LEAST_MM
                && Math.max(b.widthMm(), b.heightMm()) < MOST_MM
                && isTriangle(piece.mask(), left, top);
    }

    /** {@return whether its ink is the half of its box, cut from corner to corner, that lies at that corner} */
    private static boolean isTriangle(InkMask mask, boolean left, boolean top) {
        int w = mask.widthPx();
        int h = mask.heightPx();
        double rough = ROUGH_MM * mask.pixelsPerMm() * Math.hypot(1.0 / w, 1.0 / h);
        int ink = 0;
        int inside = 0;
        int bare = 0;
        int deep = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                // 0 at the corner, 1 along the fold.
                double away = (left ? x + 0.5 : w - x - 0.5) / w + (top ? y + 0.5 : h - y - 0.5) / h;
                boolean inked = mask.at(x, y);
                ink += inked ? 1 : 0;
                inside += inked && away < 1 + rough ? 1 : 0;
                deep += away < 1 - rough ? 1 : 0;
                bare += !inked && away < 1 - rough ? 1 : 0;
            }
        }
        return inside > FULL * ink && bare < (1 - FULL) * deep;
    }
}
