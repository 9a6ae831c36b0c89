package vn.kiemphieu.rehearsal;

/** What the count made of one ballot, held against the truth; the later, the worse. */
public enum Outcome {
    /** Counted rightly, or kept from being counted as it had to be. */
    RIGHT,
    /** Nothing was wrong with it, and yet people must look: needless work, no harm. */
    LOAD,
    /** A page of it has no line, or was laid aside as no ballot. */
    LOST,
    /** Counted with a wrong row, or counted although a rule is broken or a person must decide. */
    SILENT;

    Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
