package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.ruling.Joiner;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;

/**
 * Counts one meeting: opens its ledger, joins the rooms, runs the job. However an earlier run ended, this one goes on
 * from what is written down and comes to the result of an undisturbed one.
 */
public final class Counting {

    private final MeetingFolder folder;
    private final Meeting meeting;
    private final Rooms rooms;
    private final CountingSettings settings;

    Counting(MeetingFolder folder, Meeting meeting, Rooms rooms, CountingSettings settings) {
        this.folder = folder;
        this.meeting = meeting;
        this.rooms = rooms;
        this.settings = settings;
    }

    /**
     * Counts what lies in {@code scans/} and writes {@code results/}.
     *
     * @throws CountingTrouble where it cannot, for a reason that somebody can do something about
     */
    public static CountingReport run(MeetingFolder folder, Meeting meeting, BallotForm form, CountingSettings settings)
            throws Exception {
        try (Intake intake = new Intake(folder.scans())) {
            return new Counting(folder, meeting, rooms(folder, meeting, form, intake), settings).run();
        }
    }

    /** {@return the rooms of that meeting, joined} */
    static Rooms rooms(MeetingFolder folder, Meeting meeting, BallotForm form, Intake intake) throws IOException {
        return new Rooms(
                form,
                intake,
                new OpenCvRegistrar(form),
                new PageReader(new OpenCvInkSurveyor())::read,
                new Joiner(form.pages().size()),
                new RuleBook(RuleProfile.named(meeting.rules()), form),
                new SideBySide(),
                Basis.of(folder),
                Basis.formOf(folder));
    }

    CountingReport run() throws Exception {
        needScans();
        try (StopOnSignal stop = new StopOnSignal();
                Ledger ledger = Ledger.open(folder.ledger(), settings.threads())) {
            return run(ledger, stop);
        } catch (LedgerException e) {
            throw Troubles.of(e);
        }
    }

    /** Runs on a ledger that somebody else holds open and will close. */
    CountingReport run(Ledger ledger) throws Exception {
        needScans();
        try (StopOnSignal stop = new StopOnSignal()) {
            return run(ledger, stop);
        }
    }

    private void needScans() throws CountingTrouble {
        if (!Files.isDirectory(folder.scans())) {
            throw new CountingTrouble(Kind.NO_SCANS_FOLDER, folder.scans());
        }
    }

    private static void needOpen(Ledger ledger) throws CountingTrouble {
        if (ledger.closings().closed().isPresent()) {
            throw new CountingTrouble(Kind.CLOSED);
        }
    }

    Optional<CountedDeck> standing(Ledger ledger) {
        return new Count(folder, meeting, ledger, rooms, Watcher.NOBODY).standing();
    }

    private CountingReport run(Ledger ledger, StopOnSignal stop) throws Exception {
        try {
            needOpen(ledger);
            return runJob(ledger, stop);
        } catch (CountingTrouble e) {
            throw e;
        } catch (Exception e) {
            if (ledger.isFullDiskBehind(e)) { // the job could not even keep its own books
                throw Troubles.fullDisk(e);
            }
            throw e;
        }
    }

    private CountingReport runJob(Ledger ledger, StopOnSignal stop) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            Count count = new Count(folder, meeting, ledger, rooms, settings.watcher());
            Runs runs = new Runs(ledger.dataSource(), ledger.transactions());
            CountingJob job = new CountingJob(runs.repository(), ledger.transactions(), threads, count, stop);
            JobExecution run = runs.run(job.job(settings.threads()));
            if (run.getStatus() == BatchStatus.COMPLETED) {
                return count.report();
            }
            throw stop.asked() ? count.stopped() : Troubles.of(run);
        } finally {
            threads.shutdownNow();
        }
    }
}
