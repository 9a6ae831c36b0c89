package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The hand that marked a page. All marks of a page are one person's with one pen: a mark that is strange among all people's
 * may be usual for this one, and one that would pass for an X among all people's may be none of this one's.
 *
 * <p>It speaks for a mark only where that is doubted for its manner alone, where the hand has one certain X at least, and where the mark
 * covers another that looks like the hand's X's and is covered by it. It speaks against a mark that cost much more ink.
 */
final class OneHand {

    /** A mark of this hand: all ink of it, and how dark it is. */
    record Drawn(InkMask ink, double darkness) {

        static Drawn of(List<InkPiece> pieces) {
            double dark = 0;
            double area = 0;
            for (InkPiece p : pieces) {
                dark += p.darkness() * p.areaMm2();
                area += p.areaMm2();
            }
            return new Drawn(InkPiece.together(pieces), dark / area);
        }

        /** How much ink was spent on a mark of its size: a scribble and a second going over are told by it. */
        private double inkForSize() {
            return ink.areaMm2() / ink.diagonalMm();
        }
    }

    /** One other may be a slip. */
    private static final int LEAST_ALIKE = 2;

    /** An X that is one by less than this shows no manner. */
    private static final double CERTAIN = 0.15;

    /**
     * How far a mark that looks as much like an X as not may stray from the nearest of its hand's, as a share of their diagonal; and by how
     * much that changes for each unit of the logarithm of the odds. Of 242 such X's of 800 sheets, drawn beside two to eleven others of the
     * hand, 120 come so near; of 5,917 other marks by the same hands none.
     */
    private static final double STRAY = 0.11;

    private static final double STRAY_BY_LOOKS = 0.03;

    /**
     * What a mark cost more than this share of the hand's dearest makes it stray by as much: an added line lies close to some stroke, and is
     * seen by its ink. At 1, X's with a line over their top or under their feet would vouch for one another.
     */
    private static final double USUAL_INK = 0.85;

    /** Ink bleeds and blurs alike all over a page; twice over is darker. */
    private static final double DARKER = 1.15;

    /** The margin of what another mark vouches for: above doubt, and below what is seen to be an X by itself. */
    private static final double VOUCHED = 0.12;

    /**
     * An X that cost this many times the ink for its size of any other certain X of its hand was gone over: scribbled out,
     * drawn twice, or crossed by one more line. Of 14,000 honest X's beside two others at least one costs more.
     */
    private static final double GONE_OVER = 1.3;

    /**
     * Beside a single other X, of 675 honest ones three cost more. And where it looks plainly like one: that spared five of 578 countable
     * ballots, and no other ballot of those decks was miscounted for it.
     */
    private static final double GONE_OVER_OR_HEAVY = 1.5;

    /** The margin of an X of which nobody would think twice, by its looks. */
    private static final double PLAIN = 0.4;

    /** A scribble of no known shape is an X crossed out at this; words written in a cell cost less. */
    private static final double SCRIBBLED_OUT = 1.8;

    /**
     * What was scribbled over an X covers hardly more paper than the hand's X's do: of own hands' up to 1.1 times as much across,
     * of words and of cells filled in 1.5 times and more where the X's are not large.
     */
    private static final double ROOM = 1.25;

    /** Only a small X and what was scribbled over it are one blot; larger ones are cells filled in. */
    private static final double BLOT_MM = 8;

    /** The margin of a mark that only the others speak against: it comes early in the queue. */
    private static final double QUESTIONED = 0.1;

    /** An X of less than half the size that is usual for the hand is a dot, or a stroke that went wrong, though it looks like one. */
    private static final double FAR_SMALLER = 0.5;

    /** Across, in mm; a larger one is seen to be an X or none. */
    private static final double DOT_MM = 2.8;

    /** Whatever looks like the hand's X. */
    private final List<Drawn> alike = new ArrayList<>();

    private final List<Drawn> certain = new ArrayList<>();

    private double mostInk;
    private double secondMostInk;
    private double largestMm;

    /**
     * Takes a mark for one of the hand's X's if it is certain, and as like them if it looks more like an X than not.
     *
     * @param looks the logarithm of the odds that it is an X, asked for only where it matters
     */
    void learn(Mark mark, Drawn drawn, DoubleSupplier looks) {
        if (isCertain(mark)) {
            certain.add(drawn);
            secondMostInk = Math.max(secondMostInk, Math.min(mostInk, drawn.inkForSize()));
            mostInk = Math.max(mostInk, drawn.inkForSize());
            largestMm = Math.max(largestMm, drawn.ink().diagonalMm());
        }
        if (mark.kind() == Mark.Kind.CROSS || isDoubtedForItsManner(mark) && looks.getAsDouble() > 0) {
            alike.add(drawn);
        }
    }

    /** {@return the mark as an X where the hand vouches for it; the same mark otherwise} */
    Mark judged(Mark mark, Drawn drawn, DoubleSupplier looks) {
        List<Drawn> others = alike.stream().filter(other -> other != drawn).toList();
        if (certain.isEmpty()
                || others.size() < LEAST_ALIKE
                || !isDoubtedForItsManner(mark)
                || isDot(drawn)
                || drawn.darkness() > DARKER * most(others, Drawn::darkness)) {
            return mark;
        }
        double more = Math.max(0, drawn.inkForSize() / most(others, Drawn::inkForSize) - USUAL_INK);
        double reach = STRAY + STRAY_BY_LOOKS * looks.getAsDouble() - more;
        if (reach <= 0) {
            return mark;
        }
        Pattern pattern = new Pattern(drawn.ink());
        double stray = others.stream()
                .mapToDouble(other -> new Pattern(other.ink()).strayOf(pattern))
                .min()
                .orElseThrow();
        return stray <= reach
                ? new Mark(Mark.Kind.CROSS, Shape.X, VOUCHED + 0.2 * (1 - stray / reach), mark.inkMm2(), mark.where())
                : mark;
    }

    private static double most(List<Drawn> marks, ToDoubleFunction<Drawn> amount) {
        return marks.stream().mapToDouble(amount).max().orElseThrow();
    }

    /**
     * {@return the mark as one that was withdrawn where far more ink went into it than into the hand's X's, as an unclear one where it is far
     * smaller than they; the same otherwise}
     */
    Mark questioned(Mark mark, Drawn drawn) {
        if (mark.kind() == Mark.Kind.CROSS && isDot(drawn)) {
            return new Mark(Mark.Kind.UNCLEAR, Shape.OTHER, QUESTIONED, mark.inkMm2(), mark.where());
        }
        boolean itself = isCertain(mark);
        int others = certain.size() - (itself ? 1 : 0);
        if (others == 0) {
            return mark;
        }
        double most = itself && drawn.inkForSize() >= mostInk ? secondMostInk : mostInk;
        double bound = switch (mark.kind()) {
            case CROSS -> others == 1 || mark.margin() >= PLAIN ? GONE_OVER_OR_HEAVY : GONE_OVER;
            case UNCLEAR ->
                switch (mark.shape()) {
                    case OTHER -> covers(drawn) ? GONE_OVER_OR_HEAVY : SCRIBBLED_OUT;
                    case FILLED ->
                        covers(drawn) && drawn.ink().diagonalMm() < BLOT_MM
                                ? GONE_OVER_OR_HEAVY
                                : Double.POSITIVE_INFINITY;
                    default -> Double.POSITIVE_INFINITY;
                };
            case EMPTY, CANCELLED -> Double.POSITIVE_INFINITY;
        };
        return drawn.inkForSize() > bound * most
                ? new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, QUESTIONED, mark.inkMm2(), mark.where())
                : mark;
    }

    private boolean isDot(Drawn drawn) {
        double[] others = certain.stream()
                .filter(other -> other != drawn)
                .mapToDouble(other -> other.ink().diagonalMm())
                .sorted()
                .toArray();
        return drawn.ink().diagonalMm() < DOT_MM
                && others.length >= LEAST_ALIKE
                && drawn.ink().diagonalMm() < FAR_SMALLER * others[others.length / 2];
    }

    /** {@return whether there would be room for no larger X of this hand below it} */
    private boolean covers(Drawn drawn) {
        return drawn.ink().diagonalMm() <= ROOM * largestMm;
    }

    private static boolean isCertain(Mark mark) {
        return mark.kind() == Mark.Kind.CROSS && mark.margin() >= CERTAIN;
    }

    private static boolean isDoubtedForItsManner(Mark mark) {
        return mark.kind() == Mark.Kind.UNCLEAR
                && switch (mark.shape()) {
                    case X, PLUS, OTHER, TICK, CIRCLE, LINE, FILLED -> true;
                    case NOTHING, REST, CANCELLED, ACROSS, FAINT -> false;
                };
    }
}
