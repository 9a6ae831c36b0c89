package vn.kiemphieu.job;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * What is left to do. All threads draw from one pile, so none waits for another and none is idle while there is work; a
 * run that dies leaves nothing to restore, because the pile is laid out anew from the ledger.
 */
final class Pile<T> implements ItemReader<T> {

    private final Queue<T> left = new ConcurrentLinkedQueue<>();

    void put(Collection<T> work) {
        left.clear();
        left.addAll(work);
    }

    void clear() {
        left.clear();
    }

    int left() {
        return left.size();
    }

    @Override
    public @Nullable T read() {
        return left.poll();
    }
}
