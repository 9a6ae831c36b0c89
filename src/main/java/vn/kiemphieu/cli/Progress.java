package vn.kiemphieu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import vn.kiemphieu.job.Watcher;

/**
 * Shows how a count is getting on: a bar where a person watches, a plain line every few seconds where a file or another
 * program does.
 */
final class Progress implements Watcher, AutoCloseable {

    /** Often enough to see that it lives, seldom enough for a log to be read. */
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private static final int BAR_MILLIS = 200;

    /** Of a terminal nobody asked about; a line that wraps would fill the screen. */
    private static final int BAR_COLUMNS = 79;

    private final Console console;
    private final boolean bar;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger flagged = new AtomicInteger();
    private final AtomicLong lastLine = new AtomicLong();
    private volatile int pages;
    private volatile int before;
    private volatile long startNanos;
    private volatile long endNanos;
    private @Nullable ProgressBar shown;

    Progress(Console console, boolean bar) {
        this.console = console;
        this.bar = bar;
    }

    @Override
    public synchronized void takenIn(int pages, int alreadyRead) {
        this.pages = pages;
        this.before = alreadyRead;
        startNanos = System.nanoTime();
        lastLine.set(startNanos);
        if (bar && alreadyRead < pages) {
            shown = new ProgressBarBuilder()
                    .setInitialMax(pages)
                    .startsFrom(alreadyRead, Duration.ZERO)
                    .setUpdateIntervalMillis(BAR_MILLIS)
                    .setRenderer((state, width) -> line())
                    .setConsumer(new ConsoleProgressBarConsumer(terminal(), BAR_COLUMNS))
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    @Override
    public void read(boolean flag) {
        read.incrementAndGet();
        if (flag) {
            flagged.incrementAndGet();
        }
        long now = System.nanoTime();
        long last = lastLine.get();
        if (!bar && now - last >= BETWEEN_LINES.toNanos() && lastLine.compareAndSet(last, now)) {
            console.tell(line());
        }
    }

    @Override
    public void readingDone() {
        endNanos = System.nanoTime();
        close();
    }

    /** Takes the bar away, so that what is said next stands on a line of its own. */
    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }

    /** {@return how long reading took, or has taken so far; never 0} */
    double seconds() {
        long end = endNanos == 0 ? System.nanoTime() : endNanos;
        return Math.max(end - startNanos, 1_000_000) / 1e9;
    }

    private String line() {
        int done = read.get();
        double speed = done / seconds();
        int left = pages - before - done;
        String timeLeft = done == 0 ? "–" : clock(Math.round(left / speed));
        return console.say(
                bar ? "cli.progress-bar" : "cli.progress-line",
                before + done,
                pages,
                console.decimal(speed, 1),
                flagged.get(),
                timeLeft,
                meter((before + done) / (double) Math.max(pages, 1)));
    }

    private static String meter(double share) {
        int width = 20;
        int full = (int) Math.round(share * width);
        return "█".repeat(full) + "░".repeat(width - full);
    }

    private static String clock(long seconds) {
        return seconds >= 3600
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }
}
