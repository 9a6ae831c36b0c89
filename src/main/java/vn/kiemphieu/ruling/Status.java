package vn.kiemphieu.ruling;

/** What becomes of a ballot, in the words of {@code results/ballots.csv}. */
public enum Status {
    /** Every row is certain and the ballot is valid. */
    COUNTED,
    /** A rule is certainly broken: proposed as invalid, final when the committee confirms it. */
    INVALID,
    /** A person must look. */
    REVIEW,
    /** Not a ballot. */
    EXCLUDED
}
