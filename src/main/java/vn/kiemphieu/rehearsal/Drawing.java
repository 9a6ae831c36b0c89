package vn.kiemphieu.rehearsal;

/** The things a voter's hand draws. */
public enum Drawing {
    X,
    TICK,
    CIRCLE,
    PLUS,
    /** One slanted stroke. */
    SLASH,
    /** One near-horizontal line. */
    LINE,
    /** A wavy line, as a name is struck with. */
    WAVE,
    /** To and fro until what lies below is gone. */
    SCRIBBLE,
    /** A box filled in with close strokes. */
    FILL,
    /** A written word, about four times as wide as high. */
    WORD,
    /** A name written with a flourish. */
    SIGNATURE
}
