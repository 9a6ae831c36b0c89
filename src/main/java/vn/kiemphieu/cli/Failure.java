package vn.kiemphieu.cli;

/**
 * The command failed for a reason that the user can do something about. The message is the whole sentence in the
 * user's language: what failed, and what to do.
 */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A failure with exit code 1. */
    Failure(String sentence) {
        this(sentence, 1);
    }

    /**
     * A failure with its own exit code.
     *
     * @param exitCode 1, or 2 where {@code meeting.yaml} contradicts itself
     */
    Failure(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    Failure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    int exitCode() {
        return exitCode;
    }
}
