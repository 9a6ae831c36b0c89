package vn.kiemphieu.meeting;

/** The three answers a voter may give about one official, in the order of the printed columns. */
public enum Level {
    /** Tín nhiệm cao. */
    HIGH,
    /** Tín nhiệm. */
    CONFIDENCE,
    /** Tín nhiệm thấp. */
    LOW
}
