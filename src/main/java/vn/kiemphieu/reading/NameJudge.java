package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Survey.PrintedName;
import vn.kiemphieu.reading.Survey.Strangest;

/**
 * Says which printed names are crossed out: by ink over and beside the letters, by a line through the gaps of them, and by letters that
 * no longer look as they are printed; and which are other names than the form has, as on the ballots of another meeting.
 */
final class NameJudge {

    /** A line through one short word: gaps of this length are filled that print leaves open. */
    private static final double SURE_GAP_MM = 1.6;

    /**
     * In mm, of which a pixel is 0.127. Of 5,500 names without a strike none shows more than 0.51, on three decks of all kinds of scan; of 420 that
     * were printed and scanned by other means two show 0.64. The thinnest strike shows 0.89.
     */
    private static final double SOME_GAP_MM = 0.7;

    /**
     * A thin stroke through one short word fills no more; its letters then are unlike the page's others as well. Of 5,319 names without a
     * stroke, on nine decks, one shows both.
     */
    static final double FEW_GAPS_MM = 0.35;

    private static final double SURE_RUN_MM = 4;

    static final double SOME_RUN_MM = 2.6;

    /** A piece this long over a name is no dirt. */
    private static final double SURE_PIECE_MM = 2.5;

    private static final double SOME_PIECE_MM = 1.1;

    /** The margin of a line too pale for ink: a person sees at once what it is. */
    private static final double PALE = 0.1;

    private NameJudge() {}

    /** Takes the pieces that lie over names out of {@code open}. */
    static List<Finding> judge(FormPage form, List<PrintedName> names, Survey.Traces traces, List<InkPiece> open) {
        List<Finding> findings = new ArrayList<>();
        for (PrintedName name : names) {
            Row row = row(form, name.official());
            Strangest letter = name.strangest();
            PaperBox worst = null;
            double margin = 0;
            boolean certain = false;
            double line = Math.min(name.strokeMm() / SURE_RUN_MM, name.gapMm() / SURE_GAP_MM);
            boolean filled = name.gapMm() > SOME_GAP_MM || name.gapMm() > FEW_GAPS_MM && letter.isStrange();
            if (name.strokeMm() > SOME_RUN_MM && filled) {
                worst = name.stroke();
                certain = line >= 1;
                margin = clip(Math.abs(line - 1));
            }
            for (Iterator<InkPiece> it = open.iterator(); it.hasNext(); ) {
                InkPiece piece = it.next();
                if (!liesOver(piece, name, row)) {
                    continue;
                }
                it.remove();
                double extent = piece.mask().extentMm();
                if (extent > SOME_PIECE_MM) {
                    worst = piece.box();
                    boolean sure = extent > SURE_PIECE_MM && piece.darkness() > 0.25 && !piece.isUprightHairline();
                    margin = certain == sure ? Math.max(margin, clip(extent / SURE_PIECE_MM - 1)) : 0.3;
                    certain |= sure;
                }
            }
            if (worst == null) {
                worst = traces.through(row).orElse(null);
                margin = PALE;
            }
            if (worst == null && letter.isUnlike()) {
                worst = letter.where();
                margin = letter.margin();
            }
            OptionalInt official = OptionalInt.of(name.official());
            if (letter.isAnother()) {
                findings.add(new Finding(Finding.Kind.OTHER_NAME, official, name.printed(), false, letter.margin()));
            } else if (worst != null) {
                findings.add(new Finding(Finding.Kind.STRUCK_NAME, official, worst, certain, margin));
            }
        }
        return findings;
    }

    private static boolean liesOver(InkPiece piece, PrintedName name, Row row) {
        PaperBox letters = name.printed().grown(0.3);
        if (piece.box().overlapMm2(letters) == 0) {
            return false;
        }
        int in = piece.mask().countIn(row.name());
        return in > 0.5 * piece.mask().count()
                ? piece.mask().countIn(letters) > 0
                : piece.mask().countIn(letters) > 0.15 * piece.mask().count();
    }

    private static Row row(FormPage form, int official) {
        return form.rows().stream()
                .filter(r -> r.official() == official)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No row " + official));
    }

    private static double clip(double margin) {
        return Math.max(0, Math.min(1, margin));
    }
}
