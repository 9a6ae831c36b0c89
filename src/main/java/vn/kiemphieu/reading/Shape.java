package vn.kiemphieu.reading;

/** What the ink in a cell looks like, before any rule is asked. */
public enum Shape {
    /** Bare paper, or dirt too small to be writing. */
    NOTHING,
    /** A pen was rested here: a dot, no stroke. */
    REST,
    /** Two strokes that cross. */
    X,
    /** An X or another mark that was scribbled over. */
    CANCELLED,
    TICK,
    CIRCLE,
    LINE,
    PLUS,
    FILLED,
    /** Ink that runs over two cells, so it belongs to neither. */
    ACROSS,
    /** Writing of some kind: a letter, a figure, a scribble. */
    OTHER,
    /** Too faint, too small or too broken to say. */
    FAINT
}
