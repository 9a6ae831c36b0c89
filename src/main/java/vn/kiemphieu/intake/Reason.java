package vn.kiemphieu.intake;

import java.util.Locale;

/** Why a file or a page was not taken in. The order of the figures is that of the sentence in {@code texts/intake}. */
public enum Reason {
    /** No byte in it. */
    EMPTY,
    /** The end is missing: {@code part}. */
    TRUNCATED,
    /** Damaged inside: {@code part}. */
    CORRUPT,
    /** A PDF that asks for a password. */
    ENCRYPTED,
    /** More pixels than the budget: {@code widthPx, heightPx, budgetMegapixels}. */
    TOO_LARGE,
    /** A file bigger than one image can be, or one that unpacks to more than that: {@code megabytes, budgetMegabytes}. */
    TOO_HEAVY,
    /** Memory was wanting for it, here and now: {@code megabytes} that there are. */
    OUT_OF_MEMORY,
    /** More pages than one file may hold: {@code pages, budget}. */
    TOO_MANY_PAGES,
    /** No page in it. */
    NO_PAGES,
    /** Another kind of file, by its content: {@code kind}. */
    FOREIGN,
    /** A file of no kind we know. */
    UNKNOWN,
    /** What an operating system leaves in a folder by itself. */
    SYSTEM_FILE,
    /** A kind we read, stored in a way we do not: {@code way}. */
    UNSUPPORTED,
    /** The same bytes as another file: {@code scan}. */
    IDENTICAL,
    /** It was there and is no more. */
    VANISHED,
    /** It was written to while it was read, or since it was listed. */
    CHANGING,
    /** A link, pipe or device, not a file: following it could lead anywhere. */
    LINK,
    /** The system does not let us read it: {@code what it says}. */
    UNREADABLE,
    /** Its name cannot be told from another's, or cannot be written, on this machine. */
    NAME;

    /** {@return the key of the sentence that says what it is and what to do} */
    public String textKey() {
        return "intake." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
