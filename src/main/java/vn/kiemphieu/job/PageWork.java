package vn.kiemphieu.job;

import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Arrival.TurnedAway;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.FullDisk;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.registration.Registration.Unplaced;

/**
 * Takes one page from file to findings. Read this first: the corridor is its four lines, one room each. Holds one page
 * for each thread and lets go of it before the next, however many pages there are.
 */
final class PageWork {

    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

    private final Intake intake;
    private final Registrar registrar;
    private final Function<Aligned, Sheet> reader;
    private final Clerk clerk;
    private final Views views;
    private final SideBySide sideBySide;

    PageWork(Rooms rooms, Clerk clerk, Views views) {
        this.intake = rooms.intake();
        this.registrar = rooms.registrar();
        this.reader = rooms.reader();
        this.clerk = clerk;
        this.views = views;
        this.sideBySide = rooms.sideBySide();
    }

    ReadPage lookAt(DeckPage page) throws CountingTrouble, IOException {
        return sideBySide.orAlone(page.id(), alone -> {
            Arrival arrival = intake.load(page.id());
            return arrival instanceof Arrived arrived
                    ? place(page, arrived.page())
                    : judged(page, turnedAway(page, ((TurnedAway) arrival).refusal(), alone));
        });
    }

    /**
     * A mistake of ours on one page must not keep the others from being counted: a person reads that page. What would
     * befall every page, want of memory or of disk, still ends the run.
     */
    private ReadPage place(DeckPage page, Page image) throws IOException {
        try {
            return seen(page, image);
        } catch (RuntimeException e) {
            if (SideBySide.isWantOfMemory(e) || FullDisk.isBehind(e)) {
                throw e;
            }
            LOG.error("Stumbled over {}", page.id(), e);
            return judged(page, PageOutcome.unplaced(image.sha256(), new Problem.Stumbled(e.toString())));
        }
    }

    private ReadPage seen(DeckPage page, Page image) throws IOException {
        Registration registration = registrar.register(image);
        if (registration instanceof Unplaced unplaced) {
            return judged(page, PageOutcome.unplaced(image.sha256(), unplaced.problem()));
        }
        try (Aligned aligned = ((Registered) registration).aligned()) {
            ReadPage read = judged(page, PageOutcome.read(image.sha256(), reader.apply(aligned)));
            if (read.flagged()) {
                views.keep(page.key(), aligned.jpeg(Views.WIDTH_PX));
            }
            return read;
        }
    }

    private ReadPage judged(DeckPage page, PageOutcome outcome) {
        return new ReadPage(page, outcome, clerk.wouldFlag(page.id(), outcome));
    }

    /** What lies in the file is an outcome; what befell the file or us meanwhile is not, and must not be kept as one. Want of memory is, until the next count. */
    private static PageOutcome turnedAway(DeckPage page, Refusal refusal, boolean alone) throws CountingTrouble {
        if (refusal.reason() == Reason.OUT_OF_MEMORY && !alone) {
            throw new CountingTrouble(Kind.OUT_OF_MEMORY, page.id());
        }
        return switch (refusal.reason()) {
            case VANISHED, CHANGING ->
                throw new CountingTrouble(Kind.SCAN_CHANGED, page.file().scan());
            case UNREADABLE ->
                throw new CountingTrouble(Kind.SCAN_UNREADABLE, page.file().scan(), refusal.figures());
            default -> PageOutcome.refused(page.file().sha256(), refusal);
        };
    }
}
