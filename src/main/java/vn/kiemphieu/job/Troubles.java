package vn.kiemphieu.job;

import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.FullDisk;
import vn.kiemphieu.ledger.LedgerException;

/** Finds, under what the framework made of it, what really stopped a run. */
final class Troubles {

    private Troubles() {}

    static CountingTrouble of(LedgerException refused) {
        String detail = String.valueOf(refused.getMessage());
        Kind kind = switch (refused.kind()) {
            case BUSY -> Kind.BUSY;
            case DAMAGED -> Kind.LEDGER_DAMAGED;
            case NEWER -> Kind.LEDGER_NEWER;
            case FOLDER_NAME -> Kind.FOLDER_NAME;
            case DISK_FULL -> Kind.DISK_FULL;
            case CLOSED -> Kind.CLOSED;
        };
        return new CountingTrouble(kind, detail).causedBy(refused);
    }

    /**
     * {@return what stopped the run}
     *
     * @throws IllegalStateException where it was a mistake of ours, with the cause
     */
    static CountingTrouble of(JobExecution run) {
        List<Throwable> failures = run.getAllFailureExceptions();
        for (Throwable failure : failures) {
            for (Throwable t = failure; t != null; t = t.getCause()) {
                if (t instanceof CountingTrouble trouble) {
                    return trouble;
                }
            }
            if (FullDisk.isBehind(failure)) {
                return fullDisk(failure);
            }
        }
        IllegalStateException mistake = new IllegalStateException("The run ended as " + run.getStatus());
        failures.forEach(mistake::addSuppressed);
        throw mistake;
    }

    static CountingTrouble fullDisk(Throwable failure) {
        return new CountingTrouble(Kind.DISK_FULL).causedBy(failure);
    }
}
