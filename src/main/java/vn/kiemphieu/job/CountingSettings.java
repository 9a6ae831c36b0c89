package vn.kiemphieu.job;

/**
 * How to count. What to count, and by which rules, stands in the meeting folder.
 *
 * @param threads how many pages are read at once
 */
public record CountingSettings(int threads, Watcher watcher) {

    public CountingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("Somebody has to read: " + threads);
        }
    }

    /** One thread for each core, and nobody watching. */
    public static CountingSettings usual() {
        return new CountingSettings(Runtime.getRuntime().availableProcessors(), Watcher.NOBODY);
    }

    public CountingSettings watchedBy(Watcher someone) {
        return new CountingSettings(threads, someone);
    }
}
