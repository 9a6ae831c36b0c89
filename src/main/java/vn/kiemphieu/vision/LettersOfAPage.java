package vn.kiemphieu.vision;

import java.util.Comparator;
import java.util.List;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.Survey.Strangest;

/**
 * How alike the letters of a page's names, or of its other words, are to the form's: sharp scans show them as they are printed, blurred ones and those in black and
 * white do not. What speaks against one is told by what the others show.
 *
 * @param middle half of them are less alike
 * @param step by how much less a quarter of them is
 */
record LettersOfAPage(double middle, double step) {

    /** Of sharp print hardly anything strays, and the least that does is no evidence. */
    private static final double LEAST_STEP = 0.008;

    /** Of a letter that is nearer to the others than this nothing is missing. */
    private static final double USUAL_STEPS = 4;

    /** A letter that correlates less is no letter of that name, though all of the page be like it. */
    private static final double SOME_PRINT = 0.6;

    static LettersOfAPage of(List<List<PrintedLetters.Letter>> names) {
        double[] likeness = names.stream()
                .flatMap(List::stream)
                .mapToDouble(PrintedLetters.Letter::likeness)
                .sorted()
                .toArray();
        if (likeness.length == 0) {
            return new LettersOfAPage(1, LEAST_STEP);
        }
        double middle = likeness[likeness.length / 2];
        return new LettersOfAPage(middle, Math.max(LEAST_STEP, middle - likeness[likeness.length / 4]));
    }

    /**
     * {@return what speaks most against a name}
     *
     * @param gapMm how much of its gaps a line may fill
     * @param creases whose shade lies on letters, too pale to cover them; to follow one costs more than all else here
     */
    Strangest strangest(List<PrintedLetters.Letter> letters, PaperBox name, double gapMm, Creases creases) {
        Strangest strangest = new Strangest(name, 0, 0);
        for (PrintedLetters.Letter letter : leastAlikeFirst(letters)) {
            double steps = (middle - letter.likeness()) / step;
            Strangest found = new Strangest(letter.where(), steps, letter.missing());
            boolean strange = steps > USUAL_STEPS || letter.likeness() < SOME_PRINT;
            boolean adds = steps > strangest.steps() || letter.missing() > strangest.missing();
            if (strange && adds && !(found.matters(gapMm) && isCreased(letter, creases))) {
                strangest = strangest.or(found);
            }
        }
        return strangest;
    }

    /** {@return by how many steps the one of these letters that is least alike is less so than the page's} */
    double steps(List<PrintedLetters.Letter> letters) {
        double least = letters.stream()
                .mapToDouble(PrintedLetters.Letter::likeness)
                .min()
                .orElse(middle);
        return (middle - least) / step;
    }

    private static List<PrintedLetters.Letter> leastAlikeFirst(List<PrintedLetters.Letter> letters) {
        return letters.stream()
                .sorted(Comparator.comparingDouble(PrintedLetters.Letter::likeness))
                .toList();
    }

    private static boolean isCreased(PrintedLetters.Letter letter, Creases creases) {
        Creases.PixelBox box = Creases.PixelBox.of(letter.where());
        return creases.runThrough(box, true) || creases.runThrough(box, false);
    }
}
