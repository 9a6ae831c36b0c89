package vn.kiemphieu.job;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.ledger.PageKey;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Registration.Problem;

/** A ballot of a finished count, with what people have to see of it to decide. */
public record CountedBallot(Subject subject, List<CountedPage> pages) {

    /**
     * One page of a ballot.
     *
     * @param sheet what was read on it, where it lies over the form
     * @param problem why it does not, where it does not
     */
    public record CountedPage(PageId id, PageKey key, Optional<Sheet> sheet, Optional<Problem> problem) {}

    public CountedBallot {
        pages = List.copyOf(pages);
    }
}
