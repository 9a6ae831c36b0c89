package vn.kiemphieu.form;

/** What came of opening one page of a blank. A page that cannot be learned from is a value, not an exception. */
public sealed interface SheetOpening {

    /** Straightened and clean. Whoever receives it closes the sheet. */
    record Opened(UnmarkedSheet sheet) implements SheetOpening {}

    /** With the reason; the problem names no page, which only the caller knows. */
    record Refused(LearnProblem problem) implements SheetOpening {}
}
