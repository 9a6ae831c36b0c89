package vn.kiemphieu.count;

/** What a share of low confidence amounts to. For information only: no paper draws a personnel conclusion from it. */
public enum Band {
    /** Up to one half low. */
    NONE,
    /** Low over one half and under two thirds. */
    OVER_HALF,
    /** Low two thirds or more. */
    TWO_THIRDS;

    /** {@return the band in integers, on ballots collected, so that no rounded percentage decides about anybody} */
    static Band of(int low, int collected) {
        if (low > 0 && 3L * low >= 2L * collected) {
            return TWO_THIRDS;
        }
        return 2L * low > collected ? OVER_HALF : NONE;
    }
}
