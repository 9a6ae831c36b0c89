package vn.kiemphieu.form;

import java.util.List;
import java.util.Locale;

/**
 * One reason why a blank was not understood, or does not fit the meeting. A value for whoever shows it: the sentence
 * stands in {@code texts/learn_*.properties} under {@link #key}.
 *
 * @param page of the blank, from 1; 0 where no one page is meant
 */
public record LearnProblem(Kind kind, int page, List<Object> details) {

    /** Everything that can stand in the way. */
    public enum Kind {
        /** Nothing printed on any page. */
        EMPTY,
        UNDECODABLE,
        /** Details: dots per inch, and how many are needed. */
        TOO_COARSE,
        /** The lines of the table are not straight or not parallel: a photo from the side, a curled sheet. Details: mm. */
        TOO_BENT,
        NO_TABLE,
        /** A row whose level cells do not agree with the head or with each other. Details: row. */
        BROKEN_TABLE,
        /** Lines of the table are half there, half gone. Details: how many edges of cells. */
        DOUBTFUL_TABLE,
        /** The heads of the three levels were not all found. Details: the heads as they were read. */
        NO_LEVELS,
        NO_ROWS,
        /** Details: rows found, officials expected, what the rows read. */
        ROWS_DIFFER,
        /** There is ink in a level's cell: this is no blank. Details: row, level. */
        MARKED,
        /** Details: row, name as read, name expected. */
        NAME_DIFFERS,
        /** The name is that of another official. Details: row, name as read, name expected, where that one belongs. */
        NAME_ELSEWHERE
    }

    public LearnProblem {
        details = List.copyOf(details);
    }

    /** A problem with its figures. */
    public static LearnProblem of(Kind kind, int page, Object... details) {
        return new LearnProblem(kind, page, List.of(details));
    }

    /** Whether only the names are at odds, which a person may overrule. */
    public boolean concernsNames() {
        return kind == Kind.NAME_DIFFERS || kind == Kind.NAME_ELSEWHERE;
    }

    public String key() {
        return "learn." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
