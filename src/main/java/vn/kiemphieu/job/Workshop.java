package vn.kiemphieu.job;

import java.io.IOException;
import java.util.Optional;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.vision.ScanView;
import vn.kiemphieu.vision.UndecodablePicture;

/**
 * A meeting kept open at the desk: it is counted as often as scans arrive, and its pages are shown, while the ledger stays
 * in one hand. Safe for use by several threads, but for {@link #count}, of which one runs at a time.
 */
public final class Workshop implements AutoCloseable {

    private final MeetingFolder folder;
    private final Meeting meeting;
    private final Ledger ledger;
    private final Intake intake;
    private final Rooms rooms;

    /** The ledger stays open when the workshop is closed: whoever opened it closes it. */
    public Workshop(MeetingFolder folder, Meeting meeting, BallotForm form, Ledger ledger) throws IOException {
        this.folder = folder;
        this.meeting = meeting;
        this.ledger = ledger;
        this.intake = new Intake(folder.scans());
        this.rooms = Counting.rooms(folder, meeting, form, intake);
    }

    private Workshop(MeetingFolder folder, Meeting meeting, Ledger ledger, Intake intake, Rooms rooms) {
        this.folder = folder;
        this.meeting = meeting;
        this.ledger = ledger;
        this.intake = intake;
        this.rooms = rooms;
    }

    /**
     * {@return this workshop for the meeting as it is now, with the same form} It takes over what this one holds open, so
     * that only the last of them is closed.
     */
    public Workshop under(Meeting changed) {
        return new Workshop(folder, changed, ledger, intake, rooms.under(RuleProfile.named(changed.rules())));
    }

    /**
     * Counts what lies in {@code scans/}, applies the decisions and writes {@code results/}.
     *
     * @throws CountingTrouble where it cannot, for a reason that somebody can do something about
     */
    public CountingReport count(CountingSettings settings) throws Exception {
        return new Counting(folder, meeting, rooms, settings).run(ledger);
    }

    /** {@return the last count as it stands in the ledger; empty where pages came in that nobody has read yet} */
    public Optional<CountedDeck> standing() {
        return new Count(folder, meeting, ledger, rooms, Watcher.NOBODY).standing();
    }

    /**
     * {@return the page, straightened into the form's own coordinates, as a JPEG of that width; as it came where it cannot
     * be laid over the form}
     *
     * @throws CountingTrouble where the scan is no longer what was counted, or memory is wanting
     */
    public byte[] straight(PageId id, int widthPx) throws CountingTrouble {
        return rooms.sideBySide().orAlone(id, alone -> {
            Page page = rooms.page(id);
            if (rooms.registrar().register(page) instanceof Registered registered) {
                try (Aligned aligned = registered.aligned()) {
                    return aligned.jpeg(widthPx);
                }
            }
            return asItCame(page, widthPx);
        });
    }

    /** {@return the page as the scanner gave it, as a JPEG of that width} */
    public byte[] asItCame(PageId id, int widthPx) throws CountingTrouble {
        return rooms.sideBySide().orAlone(id, alone -> asItCame(rooms.page(id), widthPx));
    }

    private static byte[] asItCame(Page page, int widthPx) throws CountingTrouble {
        try {
            return ScanView.jpeg(page.picture(), widthPx);
        } catch (UndecodablePicture e) {
            throw new CountingTrouble(Kind.SCAN_UNREADABLE, page.id().scan(), String.valueOf(e.getMessage()))
                    .causedBy(e);
        }
    }

    @Override
    public void close() throws IOException {
        intake.close();
    }
}
