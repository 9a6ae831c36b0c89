package vn.kiemphieu.job;

import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.meeting.MeetingFolder;

/**
 * Counts one meeting: opens its ledger, joins the rooms, runs the job. However an earlier run ended, this one goes on
 * from what is written down and comes to the result of an undisturbed one.
 */
public final class Counting {

    private final MeetingFolder folder;
    private final Rooms rooms;
    private final CountingSettings settings;

    Counting(MeetingFolder folder, Rooms rooms, CountingSettings settings) {
        this.folder = folder;
        this.rooms = rooms;
        this.settings = settings;
    }

    CountingReport run() throws Exception {
        if (!Files.isDirectory(folder.scans())) {
            throw new CountingTrouble(Kind.NO_SCANS_FOLDER, folder.scans());
        }
        try (StopOnSignal stop = new StopOnSignal();
                Ledger ledger = Ledger.open(folder.ledger(), settings.threads())) {
            return run(ledger, stop);
        } catch (LedgerException e) {
            throw Troubles.of(e);
        }
    }

    private CountingReport run(Ledger ledger, StopOnSignal stop) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            Count count = new Count(ledger, rooms, settings.watcher());
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
