package vn.kiemphieu.reading;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;

/**
 * What was measured on a registered page, before anything is judged.
 *
 * @param pieces all ink beyond the print, folds and streaks from edge to edge left out
 * @param ring the best circle where the stamp belongs, if there is one at all
 * @param strangers what hangs together with that ring's ink and is none of it
 * @param names one for each row of the page
 * @param strokes straight runs of ink through printed words that are no names, the most through each
 * @param traces what is too pale for ink, and where folds and streaks run, to be looked for as long as the page is open
 */
public record Survey(
        Depth depth,
        List<InkPiece> pieces,
        Optional<Ring> ring,
        List<Stranger> strangers,
        List<PrintedName> names,
        List<Stroke> strokes,
        Traces traces) {

    /** What the scanner could tell apart. */
    public enum Depth {
        COLOUR,
        GREY,
        BILEVEL
    }

    public Survey {
        pieces = List.copyOf(pieces);
        strangers = List.copyOf(strangers);
        names = List.copyOf(names);
        strokes = List.copyOf(strokes);
    }

    /**
     * A circle of ink.
     *
     * @param coverage share of the circle along which there is ink within a third of a millimetre, 0..1
     * @param inside share of the disc within it that is inked, 0..1: a stamp has a star and words, a drawn ring nothing
     * @param beyond share of the circle along which there is ink 0.7 to 2.3 mm outside it, 0..1: a stamp ends with its rim,
     *     one drawn by hand in several goes strays
     * @param wobbleMm how far the rim strays from the circle, root of the mean square over its directions: a stamp is
     *     round, a drawn ring is not, however well it is closed
     * @param red share of its ink that is red, 0..1; 0 in grey scans
     * @param darkness how dark the darkest tenth of its ink is against the print, 1 is as dark as print
     */
    public record Ring(
            PaperPoint centre,
            double radiusMm,
            double coverage,
            double inside,
            double beyond,
            double wobbleMm,
            double red,
            double darkness) {

        /** Ink smears and doubled rims lie up to 2 mm outside the circle. */
        private static final double SMEAR_MM = 2;

        /** {@return how far from its centre there may be ink of it, in mm} */
        public double reachMm() {
            return radiusMm + SMEAR_MM;
        }

        /** {@return the square in which there may be ink of it} */
        public PaperBox around() {
            double reach = reachMm();
            return new PaperBox(centre.xMm() - reach, centre.yMm() - reach, 2 * reach, 2 * reach);
        }
    }

    /**
     * A connected part of a piece in or at a ring, none of which can be the ring's own ink: by its colour, its darkness or its place.
     *
     * @param of the piece, which as a whole may look like the ring's
     */
    public record Stranger(InkPiece of, PaperBox box, double areaMm2) {

        /** Wider than any pen's line. */
        private static final double BROAD_MM = 1.2;

        /** {@return the longer side of its box, in mm} */
        public double extentMm() {
            return Math.max(box.widthMm(), box.heightMm());
        }

        /** {@return whether it is broad and fills its box, as a pad's ink does where it stands thick; lines and letters do not} */
        boolean isBlot() {
            return Math.min(box.widthMm(), box.heightMm()) > BROAD_MM && areaMm2 > 0.5 * box.widthMm() * box.heightMm();
        }
    }

    /**
     * What a page shows beside ink, looked for when somebody asks: what is darker than its paper's grain, though too pale for ink, so
     * that a place is not certainly empty; and folds and streaks, whose darker bits may be ink.
     */
    public interface Traces {

        /** {@return for each fold or streak that touches that ink what of it lies beside that line} */
        List<InkMask> besideLines(InkMask ink);

        /** {@return something in that cell of which next to no blank cell shows the like} */
        Optional<PaperBox> plainIn(PaperBox cell);

        /** {@return the palest hint of something in that cell; one blank cell in a hundred shows the like on a poor scan} */
        Optional<PaperBox> hintIn(PaperBox cell);

        /** {@return a pale line beside, between and below the letters of that row's name} */
        Optional<PaperBox> through(Row row);
    }

    /**
     * A printed name as it was found.
     *
     * @param printed where the letters are
     * @param strangest which of them is least like the form's print
     * @param strokeMm length of the longest straight run of ink through the letters that fills the gaps between them
     * @param gapMm how much of that run is gap: paper on the form, ink here
     */
    public record PrintedName(
            int official, PaperBox printed, Strangest strangest, double strokeMm, double gapMm, PaperBox stroke) {}

    /**
     * What speaks most against a printed name.
     *
     * @param where the letter that is least like the form's
     * @param steps by how much less it is than the page's letters are, in steps of what a quarter of those stray
     * @param missing the most that is not to be seen of what the form prints in one letter, 0..1
     */
    public record Strangest(PaperBox where, double steps, double missing) {

        /**
         * Of 5,319 names over which nobody wrote, on nine decks of five kinds of scan, one shows 13.3 steps and one 12.7, for dirt; another
         * letter shows 15 to 46.
         */
        private static final double MOST_STEPS = 14;

        /** A thin stroke through a short word takes 5.8 to 9 steps; on the same decks one name in thirty shows as much. */
        private static final double SOME_STEPS = 4.5;

        /** On the same decks 0.06 is missing at most; of a B without the bar that makes it a D 0.08, of a vowel without its tone 0.17. */
        private static final double SOME_MISSING = 0.06;

        /** {@return what speaks more against a name, of both} */
        public Strangest or(Strangest other) {
            Strangest more = steps > other.steps ? this : other;
            return new Strangest(more.where, more.steps, Math.max(missing, other.missing));
        }

        /** {@return whether anything is made of it where a line fills so much of the name's gaps} */
        public boolean matters(double gapMm) {
            return isUnlike() || isAnother() || isStrange() && gapMm > NameJudge.FEW_GAPS_MM;
        }

        /** {@return whether it does not look as the form prints it} */
        boolean isUnlike() {
            return steps > MOST_STEPS;
        }

        /** {@return whether there may be something over it, if something else says so, too} */
        boolean isStrange() {
            return steps > SOME_STEPS;
        }

        /** {@return whether some of it is not there, as ink over it never makes it} */
        boolean isAnother() {
            return missing > SOME_MISSING;
        }

        /** {@return 0..1} */
        double margin() {
            return Math.max(0, Math.min(1, Math.max(steps / MOST_STEPS - 1, missing / SOME_MISSING - 1)));
        }
    }

    /**
     * A straight run of ink and print.
     *
     * @param lengthMm from end to end
     * @param gapMm how much of it is gap: paper on the form, ink here
     * @param steps by how much less than the page's letters that letter of the word is like the form's that is least so, in steps of what a
     *     quarter of them stray
     */
    public record Stroke(PaperBox box, double lengthMm, double gapMm, double steps) {}
}
