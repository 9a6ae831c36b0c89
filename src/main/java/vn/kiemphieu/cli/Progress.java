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

    /** The cursor's own, and the two of a ^C, so that neither breaks the line that is then taken away. */
    private static final int UNDRAWN_COLUMNS = 3;

    private static final int METER_COLUMNS = 20;

    /** A shorter meter says less than the figures beside it. */
    private static final int SHORTEST_METER_COLUMNS = 5;

    private final Console console;
    private final boolean bar;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger flagged = new AtomicInteger();
    private final AtomicLong lastLine = new AtomicLong();
    private volatile int pages;
    private volatile int before;
    private volatile long startNanos;
    private volatile long endNanos;
    private volatile int drawn;
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
                    // The pages are counted here, not in the bar: without this it would never be drawn again.
                    .continuousUpdate()
                    .setRenderer((state, columns) -> bar(columns))
                    .setConsumer(new ConsoleProgressBarConsumer(terminal(), Console.columns() - UNDRAWN_COLUMNS))
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
            console.tell(line(""));
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

    /** {@return the bar in at most so many columns; a longer one would wrap, a shorter one is drawn over the last one} */
    private String bar(int columns) {
        int width = Math.min(METER_COLUMNS, columns - line("").length());
        String line = line(width < SHORTEST_METER_COLUMNS ? "" : meter(width)).strip();
        String rest = " ".repeat(Math.max(0, drawn - line.length()));
        drawn = line.length();
        return line + rest;
    }

    private String line(String meter) {
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
                meter);
    }

    private String meter(int width) {
        int full = (int) Math.round((before + read.get()) / (double) Math.max(pages, 1) * width);
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
