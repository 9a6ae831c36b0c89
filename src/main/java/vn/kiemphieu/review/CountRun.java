package vn.kiemphieu.review;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Watcher;

/** The count that runs behind the pages, and how far it is. One at a time; review goes on meanwhile. */
final class CountRun implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(CountRun.class);

    private final Office office;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger flagged = new AtomicInteger();
    private volatile int pages;
    private volatile int readBefore;
    private volatile long beganNanos;
    private volatile Optional<CountingReport> last = Optional.empty();
    private volatile Optional<CountingTrouble> trouble = Optional.empty();
    private volatile boolean broken;

    CountRun(Office office) {
        this.office = office;
    }

    /**
     * How far the count is.
     *
     * @param secondsLeft at the pace so far; 0 where nothing can be said yet
     */
    record Progress(int pages, int done, int flagged, double pagesASecond, long secondsLeft) {}

    boolean running() {
        return running.get();
    }

    /** {@return what the last count came to, in this run of the desk} */
    Optional<CountingReport> last() {
        return last;
    }

    /** {@return why the last count did not come to its end} */
    Optional<CountingTrouble> trouble() {
        return trouble;
    }

    /** {@return whether the last count ended by a mistake of ours} */
    boolean broken() {
        return broken;
    }

    /** Begins in the background. {@return whether it began; not while another one runs} */
    boolean begin() {
        boolean free = running.compareAndSet(false, true);
        if (free) {
            Thread thread = new Thread(this::work, "count");
            thread.setDaemon(true);
            thread.start();
        }
        return free;
    }

    /** Counts in this thread. {@return whether it came to its end; not while another one runs} */
    boolean now() {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        work();
        return trouble.isEmpty() && !broken;
    }

    private void work() {
        read.set(0);
        flagged.set(0);
        pages = 0;
        beganNanos = System.nanoTime();
        broken = false;
        trouble = Optional.empty();
        try {
            last = Optional.of(office.count(CountingSettings.usual().watchedBy(this)));
        } catch (CountingTrouble e) {
            trouble = Optional.of(e);
        } catch (Exception e) {
            LOG.error("The count broke off", e);
            broken = true;
        } finally {
            running.set(false);
        }
    }

    Progress progress() {
        double seconds = (System.nanoTime() - beganNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        int done = read.get();
        double pace = done / Math.max(seconds, 0.001);
        int left = Math.max(0, pages - readBefore - done);
        return new Progress(pages, readBefore + done, flagged.get(), pace, done == 0 ? 0 : Math.round(left / pace));
    }

    @Override
    public void takenIn(int allPages, int alreadyRead) {
        readBefore = alreadyRead;
        pages = allPages;
        beganNanos = System.nanoTime();
    }

    @Override
    public void read(boolean isFlagged) {
        read.incrementAndGet();
        if (isFlagged) {
            flagged.incrementAndGet();
        }
    }
}
