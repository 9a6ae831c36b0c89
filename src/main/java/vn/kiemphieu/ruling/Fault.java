package vn.kiemphieu.ruling;

import java.util.Locale;

/** The codes of {@code docs/rules.md} and of {@code results/ballots.csv}. A code is never used for something else. */
public enum Fault {
    NOT_ISSUED,
    NAME_STRUCK,
    ADDITION,
    NO_MARK,
    MULTIPLE_MARKS,
    NOT_AN_X,
    CORRECTED,
    UNCLEAR_MARK,
    POSSIBLE_DUPLICATE,
    NOT_REGISTERED,
    PAGES_INCOMPLETE,
    UNREADABLE_FILE,
    BLANK_PAGE,
    IDENTICAL_FILE;

    /** {@return the key of the words for it} */
    public String textKey() {
        return "ruling." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
