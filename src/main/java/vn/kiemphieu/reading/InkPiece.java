package vn.kiemphieu.reading;

import java.util.List;
import vn.kiemphieu.form.PaperBox;

/**
 * One connected piece of ink that the form does not print.
 *
 * @param core the part that is at least half as dark as its darkest: blur and bleeding make strokes wide and round, and
 *     the core shows their shape
 * @param darkness mean darkness against the paper, 0..1
 * @param redness share of its pixels that are red, 0..1; 0 in grey scans
 * @param atEdge whether it touches the edge of what the scanner saw
 */
public record InkPiece(InkMask mask, InkMask core, double areaMm2, double darkness, double redness, boolean atEdge) {

    /** Wider than the widest pen's line with its blur. */
    private static final double HAIRLINE_MM = 1;

    private static final double HAIRLINE_SHAPE = 4;

    /** As far as a sheet may lie askew in the scanner: 5 degrees. */
    private static final double LEAN = 0.09;

    /**
     * {@return whether it is a thin, straight, upright or level line} Folds and streaks of the scanner's glass leave such
     * lines as well as stray pens do: they are doubt, and never certain writing.
     */
    boolean isHairline() {
        return isUprightHairline() || isThin(box().widthMm(), box().heightMm());
    }

    /** {@return the same for upright ones only: a name is struck out by level lines} */
    boolean isUprightHairline() {
        return isThin(box().heightMm(), box().widthMm());
    }

    /** A long line that leans a little has a wide box. */
    private boolean isThin(double alongMm, double acrossMm) {
        double thick = Math.max(areaMm2 / alongMm, acrossMm - LEAN * alongMm);
        return thick < HAIRLINE_MM && alongMm > HAIRLINE_SHAPE * thick;
    }

    /** {@return the ink of them all, of one at least, on one map} */
    static InkMask together(List<InkPiece> pieces) {
        return pieces.stream().map(InkPiece::mask).reduce(InkMask::and).orElseThrow();
    }

    public PaperBox box() {
        return mask.box();
    }
}
