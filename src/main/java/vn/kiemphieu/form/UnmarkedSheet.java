package vn.kiemphieu.form;

import java.util.List;
import java.util.Optional;

/**
 * One page of a blank ballot, straightened: what a form is learned from. Millimetres run from the sheet's top-left
 * corner. Holds native memory until closed; a sheet made by {@link #turned} is closed for itself.
 */
public interface UnmarkedSheet extends AutoCloseable {

    double widthMm();

    double heightMm();

    /** {@return how the size of the sheet became known} */
    PaperSize paperSize();

    /** {@return by how much the sheet stood askew before, clockwise} */
    double skewDegrees();

    /** {@return every straight printed line, streaks of the scanner left out} */
    List<RuledLine> lines();

    /** {@return the words in a part of the sheet that holds one block of print, such as a cell} */
    List<PrintedWord> words(PaperBox block, Reading reading);

    /** {@return the words of a part of the sheet with print in several places} */
    List<PrintedWord> scatteredWords(PaperBox where);

    /** {@return how much of that part is inked, dirt left out} */
    double inkMm2(PaperBox where);

    /** {@return where a round red stamp stands, if one does; it is wiped out of {@link #blank}} */
    Optional<PaperBox> redStamp();

    /** {@return the same sheet turned clockwise} */
    UnmarkedSheet turned(int quarterTurns);

    /** {@return the clean image} */
    Blank blank();

    @Override
    void close();

    /** How the size of a sheet became known. */
    enum PaperSize {
        /** The file says so. */
        STATED,
        /** The file does not say, or cannot be right; by its proportions the sheet is A4. */
        ASSUMED_A4
    }

    /** Ways of looking at the same print, so that a misread word can be read once more. */
    enum Reading {
        PLAIN,
        LARGER,
        SOFTER
    }
}
