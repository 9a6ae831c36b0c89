package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvException;
import vn.kiemphieu.job.CountingTrouble.Kind;

class SideBySideTest {

    private final List<Boolean> attempts = new ArrayList<>();

    @Test
    void doesWorkOnceThatHasRoom() throws Exception {
        String done = new SideBySide().orAlone("a page", alone -> {
            attempts.add(alone);
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(attempts).containsExactly(false);
    }

    @Test
    void doesWorkAgainAloneThatHadNone() throws Exception {
        String done = new SideBySide().orAlone("a page", alone -> {
            attempts.add(alone);
            if (!alone) {
                throw new CountingTrouble(Kind.OUT_OF_MEMORY, "a page");
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(attempts).containsExactly(false, true);
    }

    @Test
    void doesWorkAgainAloneForWhichOpenCvHadNone() throws Exception {
        String done = new SideBySide().orAlone("a page", alone -> {
            if (!alone) {
                throw new CvException("OpenCV: error: (-4:Insufficient memory) Failed to allocate 8 bytes");
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    @Test
    void doesWorkOfTwoThreadsAtOnce() throws Exception {
        SideBySide sideBySide = new SideBySide();
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> done(sideBySide, both));
        assertThat(done(sideBySide, both)).isEqualTo("done");
        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("done");
    }

    private static String done(SideBySide sideBySide, CyclicBarrier both) {
        try {
            return sideBySide.orAlone("a page", alone -> {
                both.await(30, TimeUnit.SECONDS);
                return "done";
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNothingAgainThatFailedOtherwise() {
        assertThatThrownBy(() -> new SideBySide().orAlone("a page", alone -> {
                    attempts.add(alone);
                    throw new CountingTrouble(Kind.SCAN_CHANGED, "scan.pdf");
                }))
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.SCAN_CHANGED));
        assertThat(attempts).containsExactly(false);
    }

    @Test
    void letsOthersInAgainAfterWorkThatFailed() throws Exception {
        SideBySide sideBySide = new SideBySide();
        assertThatThrownBy(() -> sideBySide.orAlone("a page", alone -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.values()).containsExactly("a page"));
        // From another thread: who holds the lock for writing would get it for reading.
        assertThat(CompletableFuture.supplyAsync(() -> done(sideBySide)).get(30, TimeUnit.SECONDS))
                .isEqualTo("done");
    }

    private static String done(SideBySide sideBySide) {
        try {
            return sideBySide.orAlone("another page", alone -> "done");
        } catch (CountingTrouble e) {
            throw new IllegalStateException(e);
        }
    }
}
