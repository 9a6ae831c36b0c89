package vn.kiemphieu.rehearsal;

/**
 * So many of so many, with how far chance may have flattered it.
 *
 * @param hits 0..{@code of}
 */
public record Proportion(long hits, long of) {

    /** One-sided 95 %: the normal deviate that 5 % of draws exceed. */
    private static final double Z = 1.6449;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    /** {@return 0..1; 0 of nothing is 0} */
    public double share() {
        return of == 0 ? 0 : hits / (double) of;
    }

    /**
     * {@return what the true share lies below with 95 % certainty, 0..1} Where nothing was hit the rule of three (J. Hanley,
     * A. Lippman-Hand, JAMA 249, 1983), else Wilson's score bound (E. Wilson, JASA 22, 1927).
     */
    public double atMost() {
        if (of == 0) {
            return 1;
        }
        return hits == 0 ? Math.min(1, 3.0 / of) : wilson(1);
    }

    /** {@return what the true share lies above with 95 % certainty, 0..1} */
    public double atLeast() {
        return 1 - new Proportion(of - hits, of).atMost();
    }

    private double wilson(int side) {
        double n = of;
        double p = share();
        double middle = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.min(1, (middle + side * spread) / (1 + Z * Z / n));
    }
}
