package vn.kiemphieu.meeting;

import java.nio.file.Path;

/** Where the things of one meeting lie on disk. Names places only: nothing here reads or makes a file. */
public record MeetingFolder(Path dir) {

    /** Who is voted on, by whom, by which rules. */
    public Path meetingFile() {
        return dir.resolve("meeting.yaml");
    }

    /** The form's geometry, its blank pages, and the ballot for the printer. */
    public Path form() {
        return dir.resolve("form");
    }

    /** What the scanner put there. Never changed by the program. */
    public Path scans() {
        return dir.resolve("scans");
    }

    /** What a count leaves behind. May be deleted: the ledger makes it again. */
    public Path results() {
        return dir.resolve("results");
    }

    /** The database, without the ending that H2 adds by itself. */
    public Path ledger() {
        return dir.resolve("ledger");
    }
}
