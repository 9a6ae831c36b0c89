package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;

/** Turns the ink of one cell into its mark. */
final class CellJudge {

    /** What lies beside an X and is no larger than this, in mm, is a pen's rest or dust. */
    private static final double BESIDE_MM = 0.95;

    /**
     * Specks further from the mark than this share of its diagonal are no part of it: what a dry pen leaves of an arm lies as far off as
     * the arm was long.
     */
    private static final double APART = 0.5;

    /** More specks than this are no dirt: a stroke beside the mark may be all in pieces. */
    private static final int MOST_SPECKS = 2;

    /** Bleed-through and stains are lighter than this; the faintest pencil line on a scan is not. */
    private static final double LIGHTEST = 0.14;

    /** A pen that skips leaves a stroke in a handful of pieces; more is no stroke any longer. */
    private static final int MOST_PIECES = 12;

    /** What was guessed is less sure than what was seen. */
    private static final double BRIDGED = 0.25;

    /** An X by its strokes that looks less like one than by these odds, as logarithm, is asked about. */
    private static final double REFUSED = -0.5;

    /**
     * A mark whose strokes make no X is one all the same if it looks so by these odds at least, as logarithm. Of 2,030 other marks by the
     * hands that taught and the program's own 25 are read as X by both bounds; of 2,758 X's 23 are not.
     */
    private static final double VOUCHED = 1;

    /**
     * Of ink that the looks alone make an X of, so much hangs together: specks in the order of an X may be dirt. The largest piece of a
     * stroke that a pen skipped over holds more, one of five specks less.
     */
    private static final double SOLID = 0.35;

    /** The margin of what looks too little like the X that its strokes show. */
    private static final double REFUSED_MARGIN = 0.1;

    /** Odds, as logarithm, by which a margin is whole; plain X's come to 5 to 12. */
    private static final double WHOLE = 12;

    private CellJudge() {}

    /**
     * {@return what the mark is made of, without a speck or two that lie apart: dirt, or where the pen came to rest} The strokes never
     * minded them; in the picture that the network sees, and beside the other marks of the hand, they would stand for its size.
     */
    static List<InkPiece> markAmong(List<InkPiece> pieces) {
        List<InkPiece> large = pieces.stream().filter(CellJudge::isLarge).toList();
        if (large.isEmpty()) {
            return pieces;
        }
        PaperBox whole = box(large);
        PaperBox near = whole.grown(APART * Math.hypot(whole.widthMm(), whole.heightMm()));
        List<InkPiece> mark = pieces.stream()
                .filter(p -> isLarge(p) || near.overlapMm2(p.box()) > 0)
                .toList();
        return pieces.size() - mark.size() <= MOST_SPECKS ? mark : pieces;
    }

    private static boolean isLarge(InkPiece piece) {
        return piece.mask().extentMm() >= BESIDE_MM;
    }

    /**
     * Two judges who know nothing of each other: the strokes, and the looks of the whole. How surely a mark is an X only the
     * looks say: of 51 marks that both took for one, among 5,876, 38 were among the 5 % least sure by looks, and 7 by strokes.
     */
    static Mark judge(List<InkPiece> pieces) {
        Mark mark = byStrokes(pieces);
        return switch (mark.kind()) {
            case CROSS -> {
                double looks = Likeness.of(pieces);
                yield looks < REFUSED
                        ? as(Mark.Kind.UNCLEAR, Shape.OTHER, REFUSED_MARGIN, mark)
                        : as(Mark.Kind.CROSS, Shape.X, clip(looks / WHOLE), mark);
            }
            case UNCLEAR -> {
                double looks = mayBeVouchedFor(pieces) ? Likeness.of(pieces) : Double.NEGATIVE_INFINITY;
                yield looks > VOUCHED ? as(Mark.Kind.CROSS, Shape.X, clip(looks / WHOLE), mark) : mark;
            }
            case EMPTY, CANCELLED -> mark;
        };
    }

    /** {@return whether what a line leaves of a mark is an X all the same: its strokes carried on over the line, or by its looks} */
    static boolean isAnX(InkMask rest) {
        InkMask ink = rest.trimmed();
        return MarkJudge.look(Gaps.bridged(ink)).shape() == Shape.X
                || Likeness.of(List.of(new InkPiece(ink, ink, ink.areaMm2(), 1, 0, false))) > VOUCHED;
    }

    /** {@return whether that is a mark at all, and no dirt and nothing that came through from another sheet, whatever it looks like} */
    private static boolean mayBeVouchedFor(List<InkPiece> pieces) {
        if (pieces.isEmpty() || Math.max(box(pieces).widthMm(), box(pieces).heightMm()) < MarkJudge.SMALLEST_X_MM) {
            return false;
        }
        double ink = pieces.stream().mapToDouble(InkPiece::areaMm2).sum();
        return pieces.stream()
                .max(Comparator.comparingDouble(InkPiece::areaMm2))
                .filter(largest -> largest.darkness() > LIGHTEST && largest.areaMm2() >= SOLID * ink)
                .isPresent();
    }

    private static Mark as(Mark.Kind kind, Shape shape, double margin, Mark mark) {
        return new Mark(kind, shape, margin, mark.inkMm2(), mark.where());
    }

    private static Mark byStrokes(List<InkPiece> pieces) {
        if (pieces.isEmpty()) {
            return new Mark(Mark.Kind.EMPTY, Shape.NOTHING, 1, 0, Optional.empty());
        }
        List<InkPiece> large = new ArrayList<>();
        InkPiece largest = pieces.get(0);
        for (InkPiece p : pieces) {
            if (isLarge(p)) {
                large.add(p);
            }
            largest = p.areaMm2() > largest.areaMm2() ? p : largest;
        }
        if (large.isEmpty()) {
            return specks(pieces, largest);
        }
        large.sort(Comparator.comparingDouble(InkPiece::areaMm2).reversed());
        MarkJudge.Look look = MarkJudge.look(large.get(0).mask());
        if (large.size() > 1) {
            look = ofSeveral(large, look);
        }
        if (pieces.size() > 1 && look.shape() != Shape.X) {
            look = ofSkippingPen(pieces, look);
        }
        double ink = pieces.stream().mapToDouble(InkPiece::areaMm2).sum();
        Optional<PaperBox> where = Optional.of(box(large));
        double margin = Math.min(look.margin(), clip((large.get(0).darkness() - LIGHTEST) / 0.15));
        return new Mark(kind(look.shape(), margin), look.shape(), margin, ink, where);
    }

    private static Mark specks(List<InkPiece> pieces, InkPiece largest) {
        MarkJudge.Look look = MarkJudge.look(largest.mask());
        double ink = pieces.stream().mapToDouble(InkPiece::areaMm2).sum();
        // Many specks together may be an X of a pen that hardly wrote.
        double margin = Math.min(look.margin(), clip(1 - ink / 1.2));
        if (margin <= 0.02 || pieces.size() > 6) {
            return new Mark(Mark.Kind.UNCLEAR, Shape.FAINT, 0.1, ink, Optional.of(box(pieces)));
        }
        return new Mark(Mark.Kind.EMPTY, look.shape(), margin, ink, Optional.of(largest.box()));
    }

    /** Strokes that do not touch: an X torn by a skipping pen, or two things in one cell. */
    private static MarkJudge.Look ofSeveral(List<InkPiece> large, MarkJudge.Look first) {
        double others = large.stream().skip(1).mapToDouble(InkPiece::areaMm2).sum();
        MarkJudge.Look together = MarkJudge.look(InkPiece.together(large));
        if (together.shape() == Shape.X) {
            return together;
        }
        if (first.shape() == Shape.X && others < 0.12 * large.get(0).areaMm2()) {
            return new MarkJudge.Look(Shape.X, Math.min(first.margin(), 0.25), first.crossing());
        }
        Shape shape = first.shape() == Shape.X || first.shape() == Shape.CANCELLED ? Shape.CANCELLED : Shape.OTHER;
        return new MarkJudge.Look(shape, 0.1, Optional.empty());
    }

    /** Strokes of a pen that skipped, whole once its gaps are bridged. Nothing may be left over. */
    private static MarkJudge.Look ofSkippingPen(List<InkPiece> pieces, MarkJudge.Look otherwise) {
        if (pieces.size() > MOST_PIECES) {
            return otherwise;
        }
        InkMask all = InkPiece.together(pieces);
        InkMask bridged = Gaps.bridged(all);
        MarkJudge.Look look = bridged.count() == all.count() ? otherwise : MarkJudge.look(bridged);
        return look.shape() == Shape.X
                ? new MarkJudge.Look(Shape.X, clip(look.margin() - BRIDGED), look.crossing())
                : otherwise;
    }

    private static Mark.Kind kind(Shape shape, double margin) {
        return switch (shape) {
            case NOTHING, REST -> Mark.Kind.EMPTY;
            case X -> margin > MarkJudge.DOUBT ? Mark.Kind.CROSS : Mark.Kind.UNCLEAR;
            case CANCELLED -> Mark.Kind.CANCELLED;
            case TICK, CIRCLE, LINE, PLUS, FILLED, ACROSS, OTHER, FAINT -> Mark.Kind.UNCLEAR;
        };
    }

    private static PaperBox box(List<InkPiece> pieces) {
        return InkPiece.together(pieces).box();
    }

    private static double clip(double margin) {
        return Math.max(0, Math.min(1, margin));
    }
}
