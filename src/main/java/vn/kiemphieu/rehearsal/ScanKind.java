package vn.kiemphieu.rehearsal;

/** How a deck is scanned, in the words of {@code rehearse --scan}. */
public enum ScanKind {
    /** Colour, 200–300 dpi, a sheet feeder in order. */
    OFFICE,
    GREY,
    /** One bit a pixel. */
    BILEVEL,
    /** Worn rollers, a dirty glass, folded sheets, thin toner, 150–200 dpi. */
    POOR,
    /** A telephone held over the sheet. */
    PHOTO,
    /** Some of each. */
    MIXED;

    /** {@return the kind by the word of the command line} */
    public static ScanKind of(String word) {
        for (ScanKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No such way of scanning: " + word);
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
