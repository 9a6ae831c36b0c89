package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.reading.Survey.Stroke;

/** Tells writing from dirt among the ink that no mark, name or stamp explains. */
final class AdditionJudge {

    /** Dust and specks of toner: smaller than a comma. */
    private static final double DIRT_MM = 0.9;

    private static final double DIRT_MM2 = 0.35;

    /** A grain of toner under a coarse scanner: round and full, as no written sign of that size is. */
    private static final double BLOB_MM = 1.3;

    /** What is left of a fold or streak where it runs off the sheet: thinner and straighter than a pen's line, and pale. */
    private static final double THREAD_MM = 0.5;

    private static final double THREAD_SWAY_MM = 0.9;

    private static final double THREAD_DARKNESS = 0.4;

    /** A stroke of this length is a pen's. */
    private static final double WRITING_MM = 2.6;

    private static final double WRITING_DARKNESS = 0.3;

    /** Lids and feeders leave shadows along the edges of the sheet, never further in than this. */
    private static final double RIM_MM = 6;

    /** Nobody writes so close to the edge; its shadow lies there. */
    private static final double OUTERMOST_MM = 2.5;

    /** A ruled line of the form, seen a little beside its place: that thin. */
    private static final double RULE_MM = 0.4;

    /** An upright one may lean across its place where the sheet bends; its rim is thinner than this, and paler than writing. */
    private static final double RULE_RIM_MM = 0.25;

    /**
     * A line through a printed word that is no name fills gaps of this length that print leaves open. Of 50,000 words over which nobody
     * wrote, on fourteen decks, two show 0.64 in two gaps; "cao" in bold letters, struck out, 0.76.
     */
    private static final double SOME_GAP_MM = 0.7;

    /**
     * Or fewer gaps, where a letter of the word is that unlike the page's others. Of 121,798 words of 834 pages, on 31 decks, three over which
     * nobody wrote show a line, and 0.3 at most; thin strokes through one word show 1.9 to 42, and but one of 52 more than 3.
     */
    private static final double SOME_STEPS = 2;

    /** As long as through a name; the blur that fills two gaps of one bold letter is shorter than 2 mm. */
    private static final double SOME_RUN_MM = NameJudge.SOME_RUN_MM;

    private final FormPage form;
    private final Depth depth;

    AdditionJudge(FormPage form, Depth depth) {
        this.form = form;
        this.depth = depth;
    }

    List<Finding> judge(List<InkPiece> open, List<Stroke> strokes) {
        List<Finding> findings = new ArrayList<>();
        for (InkPiece piece : new PunchedHoles(form.sheet()).without(open)) {
            Finding finding = judge(piece);
            if (finding != null) {
                findings.add(finding);
            }
        }
        strokes.stream()
                .filter(stroke -> stroke.lengthMm() > SOME_RUN_MM)
                .filter(stroke -> stroke.gapMm() > SOME_GAP_MM || stroke.steps() > SOME_STEPS)
                .map(this::throughPrint)
                .forEach(findings::add);
        return findings;
    }

    /** Mostly hidden by the letters as it is, nobody can be certain of it. */
    private Finding throughPrint(Stroke stroke) {
        double margin =
                Math.max(0, Math.min(1, Math.max(stroke.gapMm() / SOME_GAP_MM, stroke.steps() / SOME_STEPS) - 1));
        return new Finding(Finding.Kind.ADDITION, row(stroke.box()), stroke.box(), false, margin);
    }

    private @org.jspecify.annotations.Nullable Finding judge(InkPiece piece) {
        double extent = piece.mask().extentMm();
        if (isDirt(piece) || isRim(piece) || isThread(piece) || isBesideRule(piece) || FoldedCorner.is(piece, form)) {
            return null;
        }
        PaperBox box = piece.box();
        if (form.signature().isPresent() && liesIn(piece, form.signature().get())) {
            return new Finding(Finding.Kind.SIGNATURE, OptionalInt.empty(), box, true, 1);
        }
        double writing = Math.min(extent / WRITING_MM, piece.darkness() / WRITING_DARKNESS);
        boolean certain = writing >= (depth == Depth.BILEVEL ? 1.6 : 1) && !piece.atEdge() && !piece.isHairline();
        return new Finding(
                Finding.Kind.ADDITION, row(box), box, certain, Math.max(0, Math.min(1, Math.abs(writing - 1))));
    }

    private static boolean isDirt(InkPiece piece) {
        double extent = piece.mask().extentMm();
        PaperBox b = piece.box();
        boolean compact = piece.areaMm2() > 0.5 * b.widthMm() * b.heightMm();
        return extent < DIRT_MM || (piece.areaMm2() < DIRT_MM2 || compact) && extent < BLOB_MM;
    }

    private boolean isRim(InkPiece piece) {
        return isWithin(RIM_MM, piece.box()) && piece.atEdge() || isWithin(OUTERMOST_MM, piece.box());
    }

    private boolean isWithin(double rimMm, PaperBox b) {
        PaperBox sheet = form.sheet();
        return b.rightMm() < rimMm
                || b.bottomMm() < rimMm
                || b.xMm() > sheet.rightMm() - rimMm
                || b.yMm() > sheet.bottomMm() - rimMm;
    }

    private boolean isThread(InkPiece piece) {
        PaperBox b = piece.box();
        double sway = Math.min(b.widthMm(), b.heightMm());
        double thick = piece.areaMm2() / piece.mask().extentMm();
        boolean runsOff = !form.sheet().grown(-RIM_MM).contains(b);
        return runsOff && sway < THREAD_SWAY_MM && thick < THREAD_MM && piece.darkness() < THREAD_DARKNESS;
    }

    private boolean isBesideRule(InkPiece piece) {
        PaperBox b = piece.box();
        boolean level = b.heightMm() < RULE_MM && b.widthMm() > 3 * b.heightMm();
        boolean upright = b.widthMm() < RULE_MM && b.heightMm() > 3 * b.widthMm() || isUprightRim(piece);
        // In black and white all ink is alike.
        boolean dark = depth != Depth.BILEVEL && piece.darkness() >= RuledRim.DARKEST;
        if (dark || !(level || upright) || !form.table().grown(1).contains(b.centre())) {
            return false;
        }
        double nearest = Double.MAX_VALUE;
        for (Row row : form.rows()) {
            nearest = Math.min(nearest, fromLines(row.box(), b, level));
            nearest = Math.min(nearest, fromLines(row.name(), b, level));
            for (PaperBox cell : row.cells().values()) {
                nearest = Math.min(nearest, fromLines(cell, b, level));
            }
        }
        nearest = Math.min(nearest, fromLines(form.table(), b, level));
        return nearest < 0.8;
    }

    private static boolean isUprightRim(InkPiece piece) {
        PaperBox b = piece.box();
        return b.widthMm() < THREAD_SWAY_MM
                && b.heightMm() > WRITING_MM
                && piece.areaMm2() / b.heightMm() < RULE_RIM_MM
                && piece.darkness() < WRITING_DARKNESS;
    }

    private static double fromLines(PaperBox of, PaperBox piece, boolean level) {
        return level
                ? Math.min(
                        Math.abs(piece.centre().yMm() - of.yMm()),
                        Math.abs(piece.centre().yMm() - of.bottomMm()))
                : Math.min(
                        Math.abs(piece.centre().xMm() - of.xMm()),
                        Math.abs(piece.centre().xMm() - of.rightMm()));
    }

    /** A flourish may leave the zone by a tenth of its ink. */
    private static boolean liesIn(InkPiece piece, PaperBox zone) {
        return piece.mask().countIn(zone.grown(1)) > 0.9 * piece.mask().count();
    }

    private OptionalInt row(PaperBox box) {
        return form.rows().stream()
                .filter(r -> r.box().contains(box.centre()))
                .mapToInt(Row::official)
                .findFirst();
    }
}
