package vn.kiemphieu.reading;

import java.util.Optional;
import vn.kiemphieu.form.PaperBox;

/**
 * What stands in one cell.
 *
 * @param kind the verdict that is published
 * @param shape what it was taken for
 * @param margin 0..1: how far the evidence lies from another verdict; 0 is on the line
 * @param inkMm2 ink beyond the print
 * @param where the ink, if there is any
 */
public record Mark(Kind kind, Shape shape, double margin, double inkMm2, Optional<PaperBox> where) {

    /** The words of {@code readings.csv}. */
    public enum Kind {
        EMPTY,
        CROSS,
        CANCELLED,
        /** Something is there that is no certain X; {@link Mark#shape} says what. A person decides. */
        UNCLEAR
    }

    public Mark {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("A margin lies between 0 and 1, but was " + margin);
        }
    }
}
