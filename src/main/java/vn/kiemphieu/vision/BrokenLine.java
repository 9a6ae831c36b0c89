package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;

/**
 * A pale line through a word, of which only what lies before, between and behind the letters shows: short level bits, none of
 * which says much alone, in one line, with letters between them. A fold looks alike, but shows where no letters hide it.
 *
 * <p>Set with one such line in view, which showed 1.3 and 0.5 mm of itself. Of 9,996 names without one it finds 2, on poor scans
 * and photographs; of 56 names that were struck out in all ways 13 beyond the 23 that show a longer pale piece.
 */
final class BrokenLine {

    private static final double PX = FormTemplate.PIXELS_PER_MM;

    /** Bits of a level line are flat, and longer than the ripples of a JPEG. */
    private static final double FLAT_PX = 0.9 * PX;

    private static final double SHORT_PX = 0.4 * PX;

    /** The longest bit, and all together: less is grain. */
    private static final double LONGEST_PX = 1.0 * PX;

    private static final double SUM_PX = 1.6 * PX;

    /** How far a bit may lie off the line. */
    private static final double OFF_PX = 0.35 * PX;

    /** Two bits nearer than this give no direction. */
    private static final double APART_PX = 2 * PX;

    private static final double SLOPE = 0.15;

    /** A strike reaches a little beyond the word that it strikes out. */
    private static final double BEYOND_PX = 3 * PX;

    /** From here on there are no letters to hide a line, and it may have bent. */
    private static final double AWAY_PX = 4 * PX;

    private static final double BENT_PX = 1 * PX;

    /** What shows along more of the bare rest than this goes on there. */
    private static final double GOES_ON = 0.25;

    /** A word of two letters hides so much, 2 mm. */
    private static final double BEHIND_PX = 2 * PX;

    /** Of what shows of the line, so much of it may be missing where nothing hides it. */
    private static final double MISSING = 0.5;

    private final List<PaleCell.Piece> pieces;
    private final Hidden hidden;
    private final int lettersFrom;
    private final int lettersTo;
    private final int width;

    /** Whether letters hide a place. */
    interface Hidden {
        boolean at(int x, int y);
    }

    /**
     * @param pieces what is darker than the paper in the place of a name, beside its letters
     * @param lettersFrom where they begin in it, in pixels
     * @param lettersTo where they end
     * @param width of the place
     */
    BrokenLine(List<PaleCell.Piece> pieces, Hidden hidden, int lettersFrom, int lettersTo, int width) {
        this.pieces = pieces;
        this.hidden = hidden;
        this.lettersFrom = lettersFrom;
        this.lettersTo = lettersTo;
        this.width = width;
    }

    /** {@return the longest bit of such a line, if there is one} */
    Optional<PaleCell.Piece> find() {
        List<PaleCell.Piece> bits = pieces.stream().filter(this::isBit).toList();
        if (bits.stream().noneMatch(bit -> bit.widthPx() >= LONGEST_PX)) {
            return Optional.empty();
        }
        for (PaleCell.Piece first : bits) {
            for (PaleCell.Piece last : bits) {
                if (x(last) - x(first) >= APART_PX && Math.abs(y(last) - y(first)) <= SLOPE * (x(last) - x(first))) {
                    List<PaleCell.Piece> line = bits.stream()
                            .filter(bit -> off(bit, first, last) <= OFF_PX)
                            .toList();
                    PaleCell.Piece longest = line.stream()
                            .reduce((a, b) -> a.widthPx() >= b.widthPx() ? a : b)
                            .orElseThrow();
                    if (longest.widthPx() >= LONGEST_PX
                            && sum(line) >= SUM_PX
                            && isHiddenBetween(line, first, last)
                            && !goesOn(first, last)) {
                        return Optional.of(longest);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBit(PaleCell.Piece piece) {
        return piece.heightPx() <= FLAT_PX
                && piece.widthPx() >= SHORT_PX
                && piece.widthPx() > piece.heightPx()
                && x(piece) > lettersFrom - BEYOND_PX
                && x(piece) < lettersTo + BEYOND_PX;
    }

    private boolean goesOn(PaleCell.Piece first, PaleCell.Piece last) {
        List<PaleCell.Piece> rest = pieces.stream()
                .filter(piece -> x(piece) > lettersTo + AWAY_PX && off(piece, first, last) <= BENT_PX)
                .toList();
        return sum(rest) > GOES_ON * Math.max(1, width - lettersTo - AWAY_PX);
    }

    /** {@return whether letters hide a good part of the line from the first bit to the last, and next to nothing else is missing} */
    private boolean isHiddenBetween(List<PaleCell.Piece> line, PaleCell.Piece first, PaleCell.Piece last) {
        double slope = (y(last) - y(first)) / (x(last) - x(first));
        int missing = 0;
        int behind = 0;
        for (int x = first.left() + first.widthPx(); x < last.left(); x++) {
            int at = x;
            if (line.stream().noneMatch(bit -> at >= bit.left() && at < bit.left() + bit.widthPx())) {
                boolean letter = hidden.at(x, (int) Math.round(y(first) + slope * (x - x(first))));
                behind += letter ? 1 : 0;
                missing += letter ? 0 : 1;
            }
        }
        return behind >= BEHIND_PX && missing <= MISSING * sum(line);
    }

    private static double sum(List<PaleCell.Piece> pieces) {
        return pieces.stream().mapToDouble(PaleCell.Piece::widthPx).sum();
    }

    /** {@return how far a piece lies off the line through two} */
    private static double off(PaleCell.Piece piece, PaleCell.Piece first, PaleCell.Piece last) {
        double slope = (y(last) - y(first)) / (x(last) - x(first));
        return Math.abs(y(piece) - y(first) - slope * (x(piece) - x(first)));
    }

    private static double x(PaleCell.Piece piece) {
        return piece.left() + piece.widthPx() / 2.0;
    }

    private static double y(PaleCell.Piece piece) {
        return piece.top() + piece.heightPx() / 2.0;
    }
}
