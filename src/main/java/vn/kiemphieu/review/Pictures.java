package vn.kiemphieu.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountedBallot;
import vn.kiemphieu.job.CountingTrouble;

/**
 * Pictures of pages, kept in memory so that the next ballot is there at once. Never on disk: they would outlive the
 * meeting.
 */
final class Pictures implements AutoCloseable {

    /** As wide as A4 at 150 dpi: a thin pen stroke is two pixels. */
    private static final int WIDTH_PX = 1240;

    /** About 250 kB each. */
    private static final int KEPT = 240;

    private final Office office;
    private final Map<String, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });
    private final Map<String, Object> making = new ConcurrentHashMap<>();
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "pictures");
        thread.setDaemon(true);
        return thread;
    });

    Pictures(Office office) {
        this.office = office;
    }

    /** {@return the page laid straight, or as it came where it lies over no form} */
    byte[] straight(CountedBallot.CountedPage page) throws CountingTrouble {
        return get("straight", page, id -> office.workshop().straight(id, WIDTH_PX));
    }

    /** {@return the page as the scanner gave it} */
    byte[] scan(CountedBallot.CountedPage page) throws CountingTrouble {
        return get("scan", page, id -> office.workshop().asItCame(id, WIDTH_PX));
    }

    /** Makes the pictures of these ballots before anybody asks for them. */
    void prepare(List<CountedBallot> ballots) {
        for (CountedBallot ballot : ballots) {
            ballot.pages().forEach(page -> ahead.execute(() -> quietly(page)));
        }
    }

    private void quietly(CountedBallot.CountedPage page) {
        try {
            straight(page);
        } catch (CountingTrouble e) {
            return; // whoever asks for it is told
        }
    }

    private interface Maker {
        byte[] make(PageId page) throws CountingTrouble;
    }

    private byte[] get(String kind, CountedBallot.CountedPage page, Maker maker) throws CountingTrouble {
        String key = kind + page.key();
        Optional<byte[]> found = Optional.ofNullable(kept.get(key));
        if (found.isPresent()) {
            return found.get();
        }
        // Several members come to a ballot at once: the second waits for the first instead of making it once more.
        synchronized (making.computeIfAbsent(key, k -> new Object())) {
            try {
                Optional<byte[]> meanwhile = Optional.ofNullable(kept.get(key));
                byte[] made = meanwhile.isPresent() ? meanwhile.get() : maker.make(page.id());
                kept.put(key, made);
                return made;
            } finally {
                making.remove(key);
            }
        }
    }

    @Override
    public void close() {
        ahead.shutdownNow();
    }
}
