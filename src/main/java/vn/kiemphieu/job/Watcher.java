package vn.kiemphieu.job;

/** Hears how a count is getting on, to show it. Called by several threads at once; must not throw. */
public interface Watcher {

    /** Hears nothing, shows nothing. */
    Watcher NOBODY = new Watcher() {};

    /**
     * All files were looked at; reading begins.
     *
     * @param pages all that there are to read
     * @param alreadyRead by an earlier run
     */
    default void takenIn(int pages, int alreadyRead) {}

    /**
     * One more page was read.
     *
     * @param flagged whether a person will have to look at it, as far as one page alone can tell
     */
    default void read(boolean flagged) {}

    /** All pages are read; what is left takes moments. */
    default void readingDone() {}
}
