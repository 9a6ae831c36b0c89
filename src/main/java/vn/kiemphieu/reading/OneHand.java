package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The hand that marked a page. All marks of a page are one person's with one pen: a mark that is strange among all people's
 * may be usual for this one, and one that would pass for an X among all people's may be none of this one's.
 *
 * <p>It speaks for a mark only where that is doubted for its manner alone, covers one of the hand's own certain X's and is
 * covered by it, and cost no more ink than those. It speaks against a mark that cost much more.
 */
final class OneHand {

    /** A mark of this hand: all ink of it, and how dark it is. */
    record Drawn(InkMask ink, double darkness) {

        static Drawn of(List<InkPiece> pieces) {
            InkMask all = pieces.get(0).mask();
            double dark = 0;
            double area = 0;
            for (InkPiece p : pieces) {
                all = all.and(p.mask());
                dark += p.darkness() * p.areaMm2();
                area += p.areaMm2();
            }
            return new Drawn(all, dark / area);
        }

        /** How much ink was spent on a mark of its size: a scribble and a second going over are told by it. */
        private double inkForSize() {
            return ink.areaMm2() / ink.diagonalMm();
        }
    }

    /** One X may be a slip. */
    private static final int LEAST_KNOWN = 2;

    /** So many X's show a manner so well that a crossing need not be seen: where strokes run together it cannot be. */
    private static final int WELL_KNOWN = 4;

    /** An X that is one by less than this shows no manner. */
    private static final double CERTAIN = 0.15;

    /**
     * How far two X's of one hand stray from each other, as a share of their diagonal, at most. Of 210 doubted X's of 400 hands,
     * drawn beside three certain ones at least, 46 come nearer than this to one of them, of 2,597 other marks by the same
     * hands none; at 0.08 one does.
     */
    private static final double STRAY = 0.06;

    /**
     * The same for one that looks more like an X than not: of 83 such X's doubted beside three certain ones 34 come so near with no more
     * ink, of 40 others that look so much like one none.
     */
    private static final double STRAY_OF_ITS_LOOKS = 0.1;

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

    /** The margin of a mark that only the others speak against: it comes early in the queue. */
    private static final double QUESTIONED = 0.1;

    private final List<Pattern> known = new ArrayList<>();
    private double mostInk;
    private double secondMostInk;
    private double darkest;

    /** Takes a mark for one of the hand's own X's if it is certain. */
    void learn(Mark mark, Drawn drawn) {
        if (isCertain(mark)) {
            known.add(new Pattern(drawn.ink()));
            secondMostInk = Math.max(secondMostInk, Math.min(mostInk, drawn.inkForSize()));
            mostInk = Math.max(mostInk, drawn.inkForSize());
            darkest = Math.max(darkest, drawn.darkness());
        }
    }

    /**
     * {@return the mark as an X where the hand vouches for it; the same mark otherwise}
     *
     * @param looks the logarithm of the odds that it is an X, asked for only where it matters
     */
    Mark judged(Mark mark, Drawn drawn, DoubleSupplier looks) {
        if (known.size() < LEAST_KNOWN
                || !isDoubtedForItsManner(mark)
                || drawn.inkForSize() > mostInk
                || drawn.darkness() > DARKER * darkest) {
            return mark;
        }
        Pattern pattern = new Pattern(drawn.ink());
        double stray = known.stream().mapToDouble(pattern::strayOf).min().orElse(Double.POSITIVE_INFINITY);
        if (stray > STRAY && (stray > STRAY_OF_ITS_LOOKS || looks.getAsDouble() < 0)
                || known.size() < WELL_KNOWN && !MarkJudge.crosses(drawn.ink())) {
            return mark;
        }
        double margin = VOUCHED + 0.2 * Math.max(0, 1 - stray / STRAY);
        return new Mark(Mark.Kind.CROSS, Shape.X, margin, mark.inkMm2(), mark.where());
    }

    /** {@return the mark as one that was withdrawn where far more ink went into it than into the hand's X's; the same otherwise} */
    Mark questioned(Mark mark, Drawn drawn) {
        boolean itself = isCertain(mark);
        int others = known.size() - (itself ? 1 : 0);
        if (others == 0) {
            return mark;
        }
        double most = itself && drawn.inkForSize() >= mostInk ? secondMostInk : mostInk;
        double bound = switch (mark.kind()) {
            case CROSS -> others == 1 || mark.margin() >= PLAIN ? GONE_OVER_OR_HEAVY : GONE_OVER;
            case UNCLEAR -> mark.shape() == Shape.OTHER ? SCRIBBLED_OUT : Double.POSITIVE_INFINITY;
            case EMPTY, CANCELLED -> Double.POSITIVE_INFINITY;
        };
        return drawn.inkForSize() > bound * most
                ? new Mark(Mark.Kind.CANCELLED, Shape.CANCELLED, QUESTIONED, mark.inkMm2(), mark.where())
                : mark;
    }

    private static boolean isCertain(Mark mark) {
        return mark.kind() == Mark.Kind.CROSS && mark.margin() >= CERTAIN;
    }

    private static boolean isDoubtedForItsManner(Mark mark) {
        return mark.kind() == Mark.Kind.UNCLEAR
                && switch (mark.shape()) {
                    case X, PLUS, OTHER -> true;
                    case NOTHING, REST, CANCELLED, TICK, CIRCLE, LINE, FILLED, ACROSS, FAINT -> false;
                };
    }
}
