package vn.kiemphieu.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import vn.kiemphieu.ledger.PageKey;

/**
 * The pages that no run has read yet. All threads draw from this one pile, so none waits for another and none is idle
 * while there is work; what is left over by a run that died is simply unread again.
 */
final class UnreadPages implements ItemReader<DeckPage> {

    private final Queue<DeckPage> pile = new ConcurrentLinkedQueue<>();

    /**
     * Lays out what is left to read. The same content under two names is one page to read.
     *
     * @param read what earlier runs have read
     * @return what is left
     */
    Set<PageKey> put(Collection<DeckPage> pages, Set<PageKey> read) {
        Set<PageKey> seen = new HashSet<>(read);
        pile.clear();
        pages.stream().filter(page -> seen.add(page.key())).forEach(pile::add);
        seen.removeAll(read);
        return seen;
    }

    void clear() {
        pile.clear();
    }

    int left() {
        return pile.size();
    }

    @Override
    public @Nullable DeckPage read() {
        return pile.poll();
    }
}
