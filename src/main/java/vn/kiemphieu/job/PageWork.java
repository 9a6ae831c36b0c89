package vn.kiemphieu.job;

import java.util.function.Function;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Arrival.TurnedAway;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.registration.Registration.Unplaced;

/**
 * Takes one page from file to findings. Read this first: the corridor is its four lines, one room each. Holds one page
 * for each thread and lets go of it before the next, however many pages there are.
 */
final class PageWork {

    private final Intake intake;
    private final Registrar registrar;
    private final Function<Aligned, Sheet> reader;

    PageWork(Intake intake, Registrar registrar, Function<Aligned, Sheet> reader) {
        this.intake = intake;
        this.registrar = registrar;
        this.reader = reader;
    }

    PageOutcome lookAt(DeckPage page) throws CountingTrouble {
        Arrival arrival = intake.load(page.id());
        return arrival instanceof Arrived arrived ? place(arrived.page()) : turnedAway(page, (TurnedAway) arrival);
    }

    private PageOutcome place(Page page) {
        Registration registration = registrar.register(page);
        if (registration instanceof Unplaced unplaced) {
            return PageOutcome.unplaced(page.sha256(), unplaced.problem());
        }
        try (Aligned aligned = ((Registered) registration).aligned()) {
            return PageOutcome.read(page.sha256(), reader.apply(aligned));
        }
    }

    /** What lies in the file is an outcome; what befell the file or us meanwhile is not, and must not be kept as one. */
    private static PageOutcome turnedAway(DeckPage page, TurnedAway away) throws CountingTrouble {
        Refusal refusal = away.refusal();
        switch (refusal.reason()) {
            case VANISHED, CHANGING ->
                throw new CountingTrouble(Kind.SCAN_CHANGED, page.file().scan());
            case UNREADABLE ->
                throw new CountingTrouble(Kind.SCAN_UNREADABLE, page.file().scan(), refusal.figures());
            default -> {
                if (refusal.reason() == Reason.TOO_HEAVY && refusal.figures().contains("?")) {
                    throw new CountingTrouble(Kind.OUT_OF_MEMORY, page.id());
                }
                return PageOutcome.refused(page.file().sha256(), refusal);
            }
        }
    }
}
