package vn.kiemphieu.rehearsal;

import java.util.Optional;
import vn.kiemphieu.ruling.Fault;

/**
 * One thing that was done to a ballot on purpose, by a voter, the committee or the scanner. Most break a rule; some only
 * look as if they did, and a reader that falls for them makes needless work.
 */
public enum Deed {
    /** Nothing odd at all. */
    HONEST(On.BALLOT, null, Expectation.COUNTED),

    NO_MARK(On.ROW, Fault.NO_MARK, Expectation.INVALID),
    ALL_ROWS_BARE(On.BALLOT, Fault.NO_MARK, Expectation.INVALID),
    TWO_MARKS(On.ROW, Fault.MULTIPLE_MARKS, Expectation.INVALID),
    THREE_MARKS(On.ROW, Fault.MULTIPLE_MARKS, Expectation.INVALID),

    STRUCK_WHOLE(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),
    STRUCK_ONE_WORD(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),
    STRUCK_THIN(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),
    STRUCK_WAVY(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),
    STRUCK_SCRIBBLED(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),
    STRUCK_DIAGONAL(On.ROW, Fault.NAME_STRUCK, Expectation.INVALID),

    ADDED_IN_MARGIN(On.PAGE, Fault.ADDITION, Expectation.INVALID),
    ADDED_OVER_NOTE(On.PAGE, Fault.ADDITION, Expectation.INVALID),
    ADDED_BY_NAME(On.ROW, Fault.ADDITION, Expectation.INVALID),
    ADDED_BY_POSITION(On.ROW, Fault.ADDITION, Expectation.INVALID),
    ADDED_BETWEEN_ROWS(On.ROW, Fault.ADDITION, Expectation.INVALID),
    ADDED_NAME_BELOW(On.PAGE, Fault.ADDITION, Expectation.INVALID),
    ADDED_IN_HEADER(On.PAGE, Fault.ADDITION, Expectation.INVALID),
    SIGNED_OUTSIDE(On.PAGE, Fault.ADDITION, Expectation.INVALID),

    STAMP_NONE(On.STAMP, Fault.NOT_ISSUED, Expectation.INVALID),
    STAMP_COPIED(On.STAMP, Fault.NOT_ISSUED, Expectation.INVALID),
    STAMP_DRAWN(On.STAMP, Fault.NOT_ISSUED, Expectation.INVALID),
    STAMP_TOO_SMALL(On.STAMP, Fault.NOT_ISSUED, Expectation.INVALID),
    STAMP_ELSEWHERE(On.STAMP, Fault.NOT_ISSUED, Expectation.INVALID),
    STAMP_HALF(On.STAMP, Fault.NOT_ISSUED, Expectation.COUNTED_OR_REVIEW),
    STAMP_WORN(On.STAMP, null, Expectation.COUNTED),

    TICK(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    CIRCLE(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    SLASH(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    PLUS(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    LINE(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    FILLED(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    WORD_IN_CELL(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),
    ACROSS_TWO_CELLS(On.ROW, Fault.NOT_AN_X, Expectation.REVIEW),

    CANCELLED_AND_MOVED(On.ROW, Fault.CORRECTED, Expectation.REVIEW),
    CANCELLED_ONLY(On.ROW, Fault.CORRECTED, Expectation.REVIEW),

    FAINT_MARK(On.ROW, Fault.UNCLEAR_MARK, Expectation.COUNTED_OR_REVIEW),
    TINY_MARK(On.ROW, Fault.UNCLEAR_MARK, Expectation.COUNTED_OR_REVIEW),

    PEN_REST(On.ROW, null, Expectation.COUNTED),
    OFF_CENTRE(On.ROW, null, Expectation.COUNTED),
    OVER_THE_BORDER(On.ROW, null, Expectation.COUNTED),
    SIGNED_IN_ZONE(On.PAGE, null, Expectation.COUNTED),

    UPSIDE_DOWN(On.DECK, null, Expectation.COUNTED),
    SCANNED_TWICE(On.DECK, Fault.POSSIBLE_DUPLICATE, Expectation.COUNTED_OR_REVIEW),
    COPIED_FILE(On.DECK, Fault.IDENTICAL_FILE, Expectation.EXCLUDED),
    PAGE_MISSING(On.DECK, Fault.PAGES_INCOMPLETE, Expectation.REVIEW),
    PAGES_SWAPPED(On.DECK, Fault.PAGES_INCOMPLETE, Expectation.REVIEW),
    BLANK_BACK(On.DECK, Fault.BLANK_PAGE, Expectation.EXCLUDED),
    FOREIGN_PAGE(On.DECK, Fault.NOT_REGISTERED, Expectation.REVIEW),
    CORRUPT_FILE(On.DECK, Fault.UNREADABLE_FILE, Expectation.EXCLUDED);

    /** What a deed is done to. */
    enum On {
        BALLOT,
        ROW,
        PAGE,
        STAMP,
        DECK
    }

    private final On on;
    private final Optional<Fault> fault;
    private final Expectation expectation;

    Deed(On on, @org.jspecify.annotations.Nullable Fault fault, Expectation expectation) {
        this.on = on;
        this.fault = Optional.ofNullable(fault);
        this.expectation = expectation;
    }

    On on() {
        return on;
    }

    /** {@return the code under which the count should name it, where it is a fault at all} */
    public Optional<Fault> fault() {
        return fault;
    }

    /**
     * {@return what a ballot with this deed must come to under a profile; for faults of a single row, the row's part is
     * told by {@link #voidsRowOnly}}
     */
    public Expectation under(Profile profile, int officials) {
        if (voidsRowOnly(profile, officials)) {
            return Expectation.COUNTED;
        }
        if (profile == Profile.QD_96 && fault.equals(Optional.of(Fault.ADDITION))) {
            return Expectation.REVIEW;
        }
        return expectation;
    }

    /** {@return whether under that profile the row is void and the rest of the ballot counts} */
    public boolean voidsRowOnly(Profile profile, int officials) {
        return profile == Profile.QD_96
                && officials > 1
                && (this == NO_MARK || this == TWO_MARKS || this == THREE_MARKS);
    }
}
