package vn.kiemphieu.ruling;

import java.util.Locale;

/** What becomes of a ballot, in the words of {@code results/ballots.csv}. */
public enum Status {
    /** Every row is certain and the ballot is valid. */
    COUNTED,
    /** A rule is certainly broken: proposed as invalid, final when the committee confirms it. */
    INVALID,
    /** A person must look. */
    REVIEW,
    /** Not a ballot. */
    EXCLUDED;

    /** {@return the key of the words for it} */
    public String textKey() {
        return "ruling.status." + name().toLowerCase(Locale.ROOT);
    }
}
