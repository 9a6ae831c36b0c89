package vn.kiemphieu.reading;

import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;

/**
 * A corner of the sheet that is folded over or torn off: in its place the scanner's lid shows, a full triangle that reaches the edge.
 * What is folded over hides as much of the page, and where that may be part of a row a person has to look.
 */
final class FoldedCorner {

    /** Of less, dirt and rims of the scanner are told. */
    private static final double LEAST_MM = 3;

    /** Larger ones hide more than margins hold. */
    private static final double MOST_MM = 20;

    /** How far from the edges of the form's sheet those of a scan may be: it lies askew, or its rim was cut off. */
    private static final double FROM_EDGE_MM = 6;

    /** Blur rounds the tips and a worn fold is no straight line. */
    private static final double ROUGH_MM = 0.6;

    /** Of the ink, so much must lie in the triangle; and of the triangle, so much must be ink. Writing leaves paper. */
    private static final double FULL = 0.95;

    private FoldedCorner() {}

    static boolean is(InkPiece piece, FormPage form) {
        PaperBox b = piece.box();
        PaperBox sheet = form.sheet();
        boolean left = b.xMm() - sheet.xMm() < FROM_EDGE_MM;
        boolean top = b.yMm() - sheet.yMm() < FROM_EDGE_MM;
        boolean atCorner = (left || sheet.rightMm() - b.rightMm() < FROM_EDGE_MM)
                && (top || sheet.bottomMm() - b.bottomMm() < FROM_EDGE_MM);
        return piece.atEdge()
                && atCorner
                && Math.min(b.widthMm(), b.heightMm()) > LEAST_MM
                && Math.max(b.widthMm(), b.heightMm()) < MOST_MM
                && isTriangle(piece.mask(), left, top)
                && hidesNoRow(b, form, left, top);
    }

    /** {@return whether the tip of the flap, wherever it lies, is on no row} It reaches no further from either edge than the fold does. */
    private static boolean hidesNoRow(PaperBox seen, FormPage form, boolean left, boolean top) {
        PaperBox sheet = form.sheet();
        double across = left ? seen.rightMm() - sheet.xMm() : sheet.rightMm() - seen.xMm();
        double down = top ? seen.bottomMm() - sheet.yMm() : sheet.bottomMm() - seen.yMm();
        // Where the scan ends before the sheet the fold runs on as steep.
        double level = across + (down - seen.heightMm()) * seen.widthMm() / seen.heightMm();
        double upright = down + (across - seen.widthMm()) * seen.heightMm() / seen.widthMm();
        double reach = Math.max(level, upright);
        PaperBox hidden = new PaperBox(
                left ? sheet.xMm() : sheet.rightMm() - reach,
                top ? sheet.yMm() : sheet.bottomMm() - reach,
                reach,
                reach);
        return form.rows().stream().noneMatch(row -> row.box().overlapMm2(hidden) > 0);
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
