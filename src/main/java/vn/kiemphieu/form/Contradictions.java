package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.meeting.Level;

/**
 * Finds what no printed ballot can have, though each figure by itself is possible. A form with two cells at one place
 * would count one voter's X for two levels and never complain.
 */
final class Contradictions {

    /** Ruled lines of a learned form lean a little, so neighbours may overlap by a sliver: this share of the smaller box. */
    private static final double SLIVER = 0.1;

    /** How far a cell may reach over its row's outline, for the same reason. */
    private static final double SLACK_MM = 1;

    /** Finer than any office scanner; and under 50 dpi no letter can be made out. */
    private static final double MOST_DPI = 2400;

    /** Longer than A0; no scanner of an office takes more than A3. */
    private static final double LONGEST_SIDE_MM = 1200;

    private Contradictions() {}

    /** {@return the first contradiction in technical words, or nothing} */
    static Optional<String> in(BallotForm form) {
        for (FormPage page : form.pages()) {
            if (!(page.blank().dpi() >= 50 && page.blank().dpi() <= MOST_DPI)) {
                return Optional.of("page %d: a blank of %s dpi"
                        .formatted(page.number(), page.blank().dpi()));
            }
            if (!(Math.max(page.widthMm(), page.heightMm()) <= LONGEST_SIDE_MM)) {
                return Optional.of("page %d: %s x %s mm".formatted(page.number(), page.widthMm(), page.heightMm()));
            }
            List<Row> rows = page.rows();
            for (int i = 0; i < rows.size(); i++) {
                Optional<String> within = within(rows.get(i));
                if (within.isPresent()) {
                    return within;
                }
                if (i > 0 && overlap(rows.get(i - 1).box(), rows.get(i).box())) {
                    return Optional.of("rows %d and %d overlap".formatted(i, i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> within(Row row) {
        List<PaperBox> parts = new ArrayList<>(List.of(row.name()));
        row.position().filter(p -> !p.equals(row.name())).ifPresent(parts::add);
        for (Level level : Level.values()) {
            parts.add(row.cell(level));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!row.box().grown(SLACK_MM).contains(parts.get(i))) {
                return Optional.of("row %d: a cell lies outside its row".formatted(row.official()));
            }
            for (int j = 0; j < i; j++) {
                if (overlap(parts.get(i), parts.get(j))) {
                    return Optional.of("row %d: two cells overlap".formatted(row.official()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean overlap(PaperBox a, PaperBox b) {
        double smaller = Math.min(a.widthMm() * a.heightMm(), b.widthMm() * b.heightMm());
        return a.overlapMm2(b) > SLIVER * smaller;
    }
}
