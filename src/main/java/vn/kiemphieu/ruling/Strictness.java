package vn.kiemphieu.ruling;

import java.util.Optional;

/**
 * How alike two marks must be to be taken for one. Measured on X's of 172 hands drawn at 3 px/mm, 4.5 mm in the middle:
 * the same X scanned twice lies at most 0.60 px apart and shares 0.53 and more of its ink; two hands' X's in one cell come
 * within 0.5 px once in 1,500 pairs, nearly all of them smaller than 2 mm.
 *
 * @param apartPx how far apart they may lie
 * @param smallApartPx the same for marks of fewer than {@link #SMALL_PX} pixels, of which more are alike by chance
 * @param shared how much of their ink must coincide
 */
record Strictness(double apartPx, double smallApartPx, double shared) {

    /** For one mark, where chance has two strokes to miss. One scan in a hundred is missed by it. */
    private static final Strictness OF_ONE = new Strictness(0.5, 0.4, 0.58);

    /** For two marks that must both agree. */
    private static final Strictness OF_TWO = new Strictness(0.65, 0.65, 0.52);

    /** For three marks and more: chance has no hope, and a poor second scan is still known. */
    private static final Strictness OF_MANY = new Strictness(0.8, 0.8, 0.45);

    private static final int SMALL_PX = 40;

    static Strictness among(int places) {
        return places <= 1 ? OF_ONE : places == 2 ? OF_TWO : OF_MANY;
    }

    /**
     * {@return how many of so many marks must agree: up to three all, of more two thirds}
     *
     * <p>One may be too faint in one scan, a fold may have moved others. Three that agree by chance are one pair in twenty million.
     */
    static int needed(int places) {
        return Math.max(Math.min(places, 3), (2 * places + 2) / 3);
    }

    /** {@return how far the two are from being told apart, 0..1, if they are alike} */
    Optional<Double> margin(InkPatch a, InkPatch b) {
        double limitPx = Math.min(a.inkPx(), b.inkPx()) < SMALL_PX ? smallApartPx : apartPx;
        Likeness likeness = Likeness.of(a, b);
        return likeness.apartPx() < limitPx && likeness.shared() > shared
                ? Optional.of(1 - likeness.apartPx() / limitPx)
                : Optional.empty();
    }
}
