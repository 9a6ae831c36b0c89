package vn.kiemphieu.ledger;

import java.util.Optional;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Registration.Problem;

/**
 * What became of one page that was looked at: it was read, could not be laid over the form, or could not be taken in.
 * Exactly one of the three.
 *
 * @param pageSha256 of the page's content; that of the file where the page could not be taken in
 */
public record PageOutcome(
        String pageSha256, Optional<Sheet> sheet, Optional<Problem> problem, Optional<Refusal> refusal) {

    public PageOutcome {
        long answers = (sheet.isPresent() ? 1 : 0) + (problem.isPresent() ? 1 : 0) + (refusal.isPresent() ? 1 : 0);
        if (answers != 1) {
            throw new IllegalArgumentException("A page has one outcome, not " + answers);
        }
    }

    public static PageOutcome read(String pageSha256, Sheet sheet) {
        return new PageOutcome(pageSha256, Optional.of(sheet), Optional.empty(), Optional.empty());
    }

    public static PageOutcome unplaced(String pageSha256, Problem problem) {
        return new PageOutcome(pageSha256, Optional.empty(), Optional.of(problem), Optional.empty());
    }

    public static PageOutcome refused(String fileSha256, Refusal refusal) {
        return new PageOutcome(fileSha256, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }
}
