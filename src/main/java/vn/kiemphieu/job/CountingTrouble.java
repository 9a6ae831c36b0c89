package vn.kiemphieu.job;

import java.util.List;
import java.util.Locale;

/**
 * The count cannot go on, for a reason that somebody can do something about. The edges say it in words: the sentence
 * stands in {@code texts/job_*.properties} under {@link #key}, with {@link #values} for its figures.
 */
public final class CountingTrouble extends Exception {

    private static final long serialVersionUID = 1;

    /** Everything that can stop a count. What is wrong with one ballot never does. */
    public enum Kind {
        /** There is no folder {@code scans/}. */
        NO_SCANS_FOLDER,
        /** Another run works on this meeting. */
        BUSY,
        /** The ledger is damaged: {@code file}. */
        LEDGER_DAMAGED,
        /** A newer program wrote the ledger. */
        LEDGER_NEWER,
        /** A line of the trail of decisions is not as it was written: {@code number}. */
        TRAIL_BROKEN,
        /** Ballots were entered by hand for other officials than those of the meeting now: {@code line of the trail}. */
        ROSTER_CHANGED,
        /** The database cannot take this name of a folder: {@code folder}. */
        FOLDER_NAME,
        /** A scan was written to, or taken away, while it was counted: {@code scan}. */
        SCAN_CHANGED,
        /** The system does not give a scan any more that it gave before: {@code scan, what it says}. */
        SCAN_UNREADABLE,
        /** A page needs more memory than there is: {@code page}. */
        OUT_OF_MEMORY,
        /** The disk is full. */
        DISK_FULL,
        /** Stopped by Ctrl-C or by the system, in order: {@code pages read, pages}. */
        STOPPED,
        /** The count is closed and takes nothing more. */
        CLOSED,
        /** Not all that the ledger knows to have come in was read against this form: {@code pages}. */
        NOT_READ,
        /** The books do not balance: {@code pages in, lines out, what first differs}. Our own mistake. */
        BOOKS_DIFFER
    }

    private final Kind kind;
    private final List<String> details;

    CountingTrouble(Kind kind, Object... details) {
        super(kind + " " + List.of(details));
        this.kind = kind;
        this.details = List.of(details).stream().map(String::valueOf).toList();
    }

    CountingTrouble causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** {@return the key of its sentence in the texts} */
    public String key() {
        return "job." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what the sentence's placeholders stand for} */
    public Object[] values() {
        return details.toArray();
    }
}
