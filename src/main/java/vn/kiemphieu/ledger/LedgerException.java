package vn.kiemphieu.ledger;

/** The ledger cannot be opened. What became of a ballot is never told this way. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, so that the edges can say what to do. */
    public enum Kind {
        /** Another run works on the same meeting. */
        BUSY,
        /** The file is no ledger or is damaged. */
        DAMAGED,
        /** A newer program wrote it. */
        NEWER,
        /** The count is closed, and whoever wants to add something has to open it again first. */
        CLOSED,
        /** H2 cannot take a folder with this name. */
        FOLDER_NAME,
        /** There is no room left on the disk. */
        DISK_FULL
    }

    private final Kind kind;

    LedgerException(Kind kind, String detail, Throwable cause) {
        super(detail, cause);
        this.kind = kind;
    }

    LedgerException(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
