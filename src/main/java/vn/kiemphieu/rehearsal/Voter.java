package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;
import vn.kiemphieu.form.PaperBox;

/**
 * One voter in the booth: one pen, one manner of drawing, one usual size.
 *
 * @param sizeMm the longer side of this voter's X: 4.5 mm in the median, 90 % between 1.7 and 11.5 mm
 * @param stray how far from the middle of the cell the mark usually lands, as a share of the cell
 */
public record Voter(Pen pen, Repertoire hand, double sizeMm, double stray) {

    /** The spread of real sizes: exp(±1.645 × 0.55) around 4.5 mm is 1.8 to 11.1 mm. */
    private static final double SIZE_SPREAD = 0.55;

    static Voter any(Repertoire hand, Random random) {
        double size = 4.5 * Math.exp(SIZE_SPREAD * random.nextGaussian());
        double clamped = Math.min(11.5, Math.max(1.7, size));
        Pen pen = Pen.any(random);
        // A felt line half as wide as the mark is long leaves a blot that no person would read either.
        return new Voter(
                pen.withWidth(Math.min(pen.widthMm(), clamped / 6)), hand, clamped, 0.04 + 0.1 * random.nextDouble());
    }

    /** An X in that cell, as this voter makes it: inside, or over the border by a little where the hand is large. */
    Ink cross(PaperBox cell, Random random) {
        return new Ink(pen, drawn(Drawing.X, cell, sizeMm, random));
    }

    Ink draws(Drawing what, PaperBox cell, Random random) {
        return new Ink(pen, drawn(what, cell, Math.max(sizeMm, what == Drawing.WORD ? 6 : 3), random));
    }

    List<PenStroke> drawn(Drawing what, PaperBox cell, double usualMm, Random random) {
        double size = usualMm * Math.exp(0.12 * random.nextGaussian());
        // Whoever writes large keeps to the cell all the same: at most a millimetre or so over its border.
        double room = Math.min(cell.widthMm(), cell.heightMm()) + 1.4 * random.nextDouble() - 0.6;
        size = Math.min(size, room);
        double x = cell.centre().xMm()
                + clamped(stray * cell.widthMm() * random.nextGaussian(), (cell.widthMm() - size) / 2);
        double y = cell.centre().yMm()
                + clamped(stray * cell.heightMm() * random.nextGaussian(), (cell.heightMm() - size) / 2);
        return PenStroke.placed(hand.draw(what, random), x, y, size, 0.05 * random.nextGaussian());
    }

    private static double clamped(double v, double limit) {
        double l = Math.max(0.3, limit);
        return Math.max(-l, Math.min(l, v));
    }
}
