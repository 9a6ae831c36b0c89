package vn.kiemphieu.job;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.kiemphieu.job.CountingTrouble.Kind;

/**
 * Work on pages, on several threads at a time. What memory is wanting for beside the others is done once more when they are
 * done with theirs, alone: a sheet of A3 at 600 dpi takes 210 MB, and two of them do not always fit.
 */
final class SideBySide {

    /**
     * Work that can be begun again.
     *
     * @param <E> what else may go wrong with it
     */
    interface Work<T, E extends Exception> {

        /**
         * Does it.
         *
         * @param alone whether nobody else has taken memory
         * @throws CountingTrouble {@link Kind#OUT_OF_MEMORY} where memory is wanting; Java's and OpenCV's own words for it are
         *     understood, too
         */
        T done(boolean alone) throws CountingTrouble, E;
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /**
     * {@return what comes of that work}
     *
     * @param what for people to read, where memory is wanting
     */
    <T, E extends Exception> T orAlone(Object what, Work<T, E> work) throws CountingTrouble, E {
        try {
            return holding(lock.readLock(), what, false, work);
        } catch (CountingTrouble e) {
            if (e.kind() != Kind.OUT_OF_MEMORY) {
                throw e;
            }
        }
        return holding(lock.writeLock(), what, true, work);
    }

    private static <T, E extends Exception> T holding(Lock lock, Object what, boolean alone, Work<T, E> work)
            throws CountingTrouble, E {
        lock.lock();
        try {
            return work.done(alone);
        } catch (OutOfMemoryError e) {
            throw new CountingTrouble(Kind.OUT_OF_MEMORY, what).causedBy(e);
        } catch (RuntimeException e) {
            if (isWantOfMemory(e)) {
                throw new CountingTrouble(Kind.OUT_OF_MEMORY, what).causedBy(e);
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** OpenCV has no type of its own for it: only words. */
    static boolean isWantOfMemory(RuntimeException e) {
        return String.valueOf(e.getMessage()).contains("Insufficient memory");
    }
}
