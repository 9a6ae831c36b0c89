package vn.kiemphieu.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Lets a run end in order when Ctrl-C or the system asks the program to end: the pages in hand are finished and written
 * down, the ledger is closed, then the program ends. Without it the run would die in the middle of a page, which the
 * next run would read again.
 */
final class StopOnSignal implements StepInterruptionPolicy, AutoCloseable {

    /** A system that shuts down gives 10 seconds or more before it kills; a handful of pages takes less than two. */
    private static final long PATIENCE_SECONDS = 8;

    /** So that the sentence about the stop still reaches the terminal. */
    private static final long LAST_WORDS_MILLIS = 300;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread run = Thread.currentThread();
    private final Thread hook = new Thread(this::ask, "stop-in-order");

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean asked() {
        return asked.get();
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (asked.get()) {
            throw new JobInterruptedException("Asked to stop");
        }
    }

    private void ask() {
        asked.set(true);
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                run.join(LAST_WORDS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ledger is closed: the program may end. */
    @Override
    public void close() {
        ended.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException asksThisMoment) {
                asked.set(true);
            }
        }
    }
}
