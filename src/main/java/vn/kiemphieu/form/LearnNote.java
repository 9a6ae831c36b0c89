package vn.kiemphieu.form;

import java.util.List;
import java.util.Locale;

/**
 * Something that was taken for granted or left out while learning, and that a person should know to check it.
 *
 * @param page of the blank, from 1
 */
public record LearnNote(Kind kind, int page, List<Object> details) {

    /** What can be said. */
    public enum Kind {
        ASSUMED_A4,
        /** Details: quarter turns clockwise. */
        TURNED,
        /** Details: degrees. */
        STRAIGHTENED,
        /** Nothing printed: not part of the form. */
        PAGE_SKIPPED,
        /** A page with print but no table. */
        PAGE_WITHOUT_ROWS,
        /** A row of column numbers or a heading across the table, no official's. Details: what is printed there. */
        ROW_SKIPPED,
        /** The columns are those of the first page: this page has no head. */
        HEAD_FROM_FIRST_PAGE,
        /** Every cell carries the same print, such as a small square. */
        PRINT_IN_CELLS,
        NO_SIGNATURE_ZONE,
        /** The organisation's name was not found at the top left, so the stamp is expected in the usual place. */
        STAMP_PLACE_ASSUMED,
        /** A stamp stands on the blank and was wiped out of it. */
        STAMP_WIPED
    }

    public LearnNote {
        details = List.copyOf(details);
    }

    static LearnNote of(Kind kind, int page, Object... details) {
        return new LearnNote(kind, page, List.of(details));
    }

    public String key() {
        return "learn.note." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
