package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.words.Texts;

/** A meeting's ledger as a command opens it; where it cannot be had, one {@link Failure} says why. */
final class OpenLedger {

    private OpenLedger() {}

    static Ledger of(MeetingFolder folder, int threads, Texts texts) throws IOException {
        try {
            return Ledger.open(folder.ledger(), threads);
        } catch (LedgerException e) {
            String key = switch (e.kind()) {
                case BUSY -> "job.busy";
                case DAMAGED -> "job.ledger-damaged";
                case NEWER -> "job.ledger-newer";
                case CLOSED -> "job.closed";
                case FOLDER_NAME -> "job.folder-name";
                case DISK_FULL -> "job.disk-full";
            };
            throw new Failure(texts.say(key, String.valueOf(e.getMessage()))).causedBy(e);
        }
    }

    /** {@return whether ballots of this meeting were counted, or entered by hand} A desk that was only opened counted none. */
    static boolean hasBallots(MeetingFolder folder, Texts texts) throws IOException {
        if (!Files.exists(folder.ledger().resolveSibling("ledger.mv.db"))) {
            return false;
        }
        try (Ledger ledger = of(folder, 1, texts)) {
            return !ledger.arrivals().present().isEmpty()
                    || ledger.closings().closed().isPresent()
                    || ledger.trail().entries().stream().anyMatch(entry -> entry.deed() instanceof Deed.WithoutScan);
        }
    }
}
