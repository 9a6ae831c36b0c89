package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The hand that marked a page. All marks of a page are one person's with one pen: a mark that is strange among all people's
 * may be usual for this one. It speaks only for a mark that is doubted for its manner alone, that covers one of
 * the hand's own certain X's and is covered by it, and on which no more ink was spent than on those.
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

    /** Ink bleeds and blurs alike all over a page; twice over is darker. */
    private static final double DARKER = 1.15;

    /** The margin of what another mark vouches for: above doubt, and below what is seen to be an X by itself. */
    private static final double VOUCHED = 0.12;

    private final List<Pattern> known = new ArrayList<>();
    private double mostInk;
    private double darkest;

    /** Takes a mark for one of the hand's own X's if it is certain. */
    void learn(Mark mark, Drawn drawn) {
        if (mark.kind() == Mark.Kind.CROSS && mark.margin() >= CERTAIN) {
            known.add(new Pattern(drawn.ink()));
            mostInk = Math.max(mostInk, drawn.inkForSize());
            darkest = Math.max(darkest, drawn.darkness());
        }
    }

    /** {@return the mark as an X where the hand vouches for it; the same mark otherwise} */
    Mark judged(Mark mark, Drawn drawn) {
        if (known.size() < LEAST_KNOWN
                || !isDoubtedForItsManner(mark)
                || drawn.inkForSize() > mostInk
                || drawn.darkness() > DARKER * darkest) {
            return mark;
        }
        Pattern pattern = new Pattern(drawn.ink());
        double stray = known.stream().mapToDouble(pattern::strayOf).min().orElse(Double.POSITIVE_INFINITY);
        if (stray > STRAY || known.size() < WELL_KNOWN && !MarkJudge.crosses(drawn.ink())) {
            return mark;
        }
        double margin = VOUCHED + 0.2 * (1 - stray / STRAY);
        return new Mark(Mark.Kind.CROSS, Shape.X, margin, mark.inkMm2(), mark.where());
    }

    private static boolean isDoubtedForItsManner(Mark mark) {
        return mark.kind() == Mark.Kind.UNCLEAR
                && switch (mark.shape()) {
                    case X, PLUS, OTHER -> true;
                    case NOTHING, REST, CANCELLED, TICK, CIRCLE, LINE, FILLED, ACROSS, FAINT -> false;
                };
    }
}
