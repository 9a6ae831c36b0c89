package vn.kiemphieu.form;

import java.util.List;
import java.util.Locale;

/**
 * Why a saved form cannot be used. A value for whoever shows it to say in words: the sentence stands in
 * {@code texts/form_*.properties} under {@link #key}, with {@link #values} for its figures.
 */
public record FormProblem(Kind kind, List<String> details) {

    /** Everything that can be wrong. Each kind has one sentence in every language. */
    public enum Kind {
        /** There is no form yet: it was neither printed nor learned. */
        MISSING,
        /** The disk does not give the file. */
        UNREADABLE,
        /** Not what was saved: broken off, edited by hand, another file. */
        DAMAGED,
        /** Saved by a newer version of the program. */
        NEWER,
        /** The figures cannot belong to one printed ballot: cells that overlap, rows off the sheet. */
        CONTRADICTORY,
        /** The image of a blank page is not there. */
        BLANK_MISSING,
        /** The image of a blank page is not the one that was saved. */
        BLANK_CHANGED,
        /** The ballot was made for more or fewer officials than there are now. */
        OTHER_NUMBER,
        /** Another name stands on the ballot than at the same place of the meeting: votes would go to the wrong person. */
        OTHER_NAME
    }

    public FormProblem {
        details = List.copyOf(details);
    }

    FormProblem(Kind kind, Object... details) {
        this(kind, List.of(details).stream().map(Object::toString).toList());
    }

    /** {@return the key of its sentence in the texts} */
    public String key() {
        return "form." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what the sentence's placeholders stand for} */
    public Object[] values() {
        return details.toArray();
    }
}
