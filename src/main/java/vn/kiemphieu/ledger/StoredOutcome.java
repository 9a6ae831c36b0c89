package vn.kiemphieu.ledger;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registration.Problem;

/** A {@link PageOutcome} as it lies in the ledger: the handwriting has a column of its own. */
record StoredOutcome(Optional<StoredSheet> sheet, Optional<Problem> problem, Optional<Refusal> refusal) {

    /** A {@link Sheet} without the handwriting. */
    record StoredSheet(int formPage, Fit fit, List<RowReading> rows, List<Finding> findings) {}

    static StoredOutcome of(PageOutcome outcome) {
        return new StoredOutcome(
                outcome.sheet().map(s -> new StoredSheet(s.formPage(), s.fit(), s.rows(), s.findings())),
                outcome.problem(),
                outcome.refusal());
    }

    PageOutcome with(String pageSha256, Optional<InkTrace> trace) {
        Optional<Sheet> whole =
                sheet.map(s -> new Sheet(s.formPage(), s.fit(), s.rows(), s.findings(), trace.orElseThrow()));
        return new PageOutcome(pageSha256, whole, problem, refusal);
    }
}
