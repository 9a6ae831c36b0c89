package vn.kiemphieu.ruling;

import java.util.OptionalInt;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.registration.Registration.Problem;

/**
 * What one page image that came in turned out to be: as much as must be known to join pages into ballots, and light
 * enough to keep for every page of a meeting.
 *
 * @param formPage which page of the form, from 1; present exactly when the page is {@link Kind#PLACED}
 */
public record Outcome(PageId page, Kind kind, OptionalInt formPage) {

    /** What a page can be before any rule is asked. */
    public enum Kind {
        /** It lies over a page of the form and was read. */
        PLACED,
        /** Nothing printed or written on it. */
        BLANK,
        /** The form was seen on it but could not be laid over it: cut off, too bent, too coarse. No back, whatever it is. */
        DAMAGED,
        /** It was not placed and may be anything: another sheet, or the back of one with writing on it. */
        STRANGE,
        /** No image could be made of it. */
        UNREADABLE,
        /** The file is, byte for byte, a copy of another. */
        IDENTICAL
    }

    public Outcome {
        if (formPage.isPresent() != (kind == Kind.PLACED)) {
            throw new IllegalArgumentException("%s is %s with form page %s".formatted(page, kind, formPage));
        }
    }

    public static Outcome placed(PageId page, int formPage) {
        return new Outcome(page, Kind.PLACED, OptionalInt.of(formPage));
    }

    public static Outcome unplaced(PageId page, Problem problem) {
        return new Outcome(page, kindOf(problem), OptionalInt.empty());
    }

    public static Outcome unreadable(PageId page) {
        return new Outcome(page, Kind.UNREADABLE, OptionalInt.empty());
    }

    public static Outcome identical(PageId page) {
        return new Outcome(page, Kind.IDENTICAL, OptionalInt.empty());
    }

    /** {@return whether this is that page of the form} */
    boolean is(int number) {
        return formPage.isPresent() && formPage.getAsInt() == number;
    }

    /** {@return whether it may be a ballot's page, but nobody knows which} */
    boolean unknown() {
        return kind == Kind.DAMAGED || kind == Kind.STRANGE;
    }

    /**
     * A page on which little of the form was seen may be the back of a ballot, and so may one too dark to tell. A problem
     * that is not named here is taken for that, too: it asks more of a person, never less.
     */
    private static Kind kindOf(Problem problem) {
        if (problem instanceof Problem.BlankPage) {
            return Kind.BLANK;
        }
        if (problem instanceof Problem.Undecodable) {
            return Kind.UNREADABLE;
        }
        boolean formSeen = problem instanceof Problem.CutOff
                || problem instanceof Problem.TooBent
                || problem instanceof Problem.TooCoarse;
        return formSeen ? Kind.DAMAGED : Kind.STRANGE;
    }
}
