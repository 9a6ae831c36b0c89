package vn.kiemphieu.reading;

import java.util.OptionalInt;
import vn.kiemphieu.form.PaperBox;

/**
 * One thing seen on the page outside the marks themselves.
 *
 * @param official the row it belongs to, from 1, where it belongs to one
 * @param certain whether the machine would stand by it; otherwise it is doubt, for a person
 * @param margin 0..1: how far the evidence lies from being judged otherwise
 */
public record Finding(Kind kind, OptionalInt official, PaperBox where, boolean certain, double margin) {

    /** What can be seen. */
    public enum Kind {
        /** A printed name is crossed out, in whole or in part. */
        STRUCK_NAME,
        /** What is printed where a name belongs is not that name. */
        OTHER_NAME,
        /** Writing outside the cells. */
        ADDITION,
        /** No stamp where it belongs, or one that is no real stamp. {@code where} is the place looked at. */
        STAMP_MISSING,
        /** The stamp. Never a fault. */
        STAMP,
        /** The voter's signature in its zone. Never a fault. */
        SIGNATURE
    }

    public Finding {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("A margin lies between 0 and 1, but was " + margin);
        }
    }

    /** {@return the same, for a person to look at} */
    Finding inDoubt() {
        return new Finding(kind, official, where, false, margin);
    }
}
