package vn.kiemphieu.reading;

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

    public PaperBox box() {
        return mask.box();
    }
}
