package vn.kiemphieu.registration;

/** What came of laying a page over the form. A page we cannot place is a result, not an exception. */
public sealed interface Registration {

    /** The page lies over one page of the form. Whoever receives it closes {@link #aligned}. */
    record Registered(Aligned aligned) implements Registration {}

    /** The page was not laid over any page of the form. */
    record Unplaced(Problem problem) implements Registration {}

    /** Why a page was not placed, with what was measured. */
    sealed interface Problem {

        /** Nothing printed or written: a blank back, a separator sheet. {@code inkMm2} is all that was seen on it. */
        record BlankPage(double inkMm2) implements Problem {}

        /** The image cannot be decoded. */
        record Undecodable(String detail) implements Problem {}

        /** Too little of the form's print was found: another form, other names, a page of something else. */
        record NotThisForm(double printSeen, double needed) implements Problem {}

        /** Part of the table lies beyond the edge of the image. */
        record CutOff(double missingMm) implements Problem {}

        /** The print was found but bends or stretches more than a flat sheet can. */
        record TooBent(double residualMm, double toleratedMm) implements Problem {}

        /** There is too little light between ink and paper to tell them apart. */
        record TooDark(double contrast, double needed) implements Problem {}

        /** We stumbled over this page: a mistake of our own, told as it came. A person reads the page instead. */
        record Stumbled(String detail) implements Problem {}

        /** Too few dots for a thin pen stroke to show. */
        record TooCoarse(double dpi, double needed) implements Problem {}
    }
}
