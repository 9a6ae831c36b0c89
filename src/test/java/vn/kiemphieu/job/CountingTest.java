package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.PageKey;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.meeting.MeetingFolder;

class CountingTest {

    private static final String BASIS = "b".repeat(64);

    @TempDir
    private Path dir;

    private MeetingFolder folder;
    private final AtomicInteger looked = new AtomicInteger();

    @BeforeEach
    void layOut() throws Exception {
        folder = new MeetingFolder(dir);
        Files.createDirectories(folder.scans());
    }

    @Test
    void readsEveryPageOnce() throws Exception {
        scans(0, 40);
        CountingReport report = count(BASIS);
        assertThat(report.pages()).isEqualTo(40);
        assertThat(report.newlyRead()).isEqualTo(40);
        assertThat(looked).hasValue(40);
    }

    @Test
    void readsOnlyWhatIsNew() throws Exception {
        scans(0, 10);
        count(BASIS);
        scans(10, 13);
        CountingReport report = count(BASIS);
        assertThat(report.pages()).isEqualTo(13);
        assertThat(report.newlyRead()).isEqualTo(3);
        assertThat(looked).hasValue(13);
    }

    @Test
    void readsAgainAgainstANewForm() throws Exception {
        scans(0, 5);
        count(BASIS);
        CountingReport report = count("f".repeat(64));
        assertThat(report.newlyRead()).isEqualTo(5);
        assertThat(report.readAgain()).isEqualTo(5);
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        scans(0, 30);
        assertThatThrownBy(() -> counting(BASIS, scan -> {
                            if (looked.incrementAndGet() == 20) {
                                throw new UncheckedIOException(new IOException("No space left on device"));
                            }
                        })
                        .run())
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISK_FULL));
        looked.set(0);
        CountingReport report = count(BASIS);
        assertThat(report.pages()).isEqualTo(30);
        // The page that failed at least; how many more depends on how far the other thread got before it heard of it.
        assertThat(looked.get()).as("pages left over").isBetween(1, 20);
    }

    @Test
    void leavesAPageThatItStumblesOverToAPersonAndCountsTheOthers() throws Exception {
        scans(0, 6);
        CountingReport report = counting(BASIS, scan -> {
                    if (scan.equals("scan-0001.png")) {
                        throw new IllegalStateException("a mistake of ours");
                    }
                })
                .run();
        assertThat(report.newlyRead()).isEqualTo(6);
        assertThat(Files.readAllLines(folder.results().resolve("ballots.csv")))
                .filteredOn(line -> line.contains("scan-0001.png"))
                .singleElement()
                .asString()
                .contains("review", "NOT_REGISTERED");
        // The third is none of the form's; the other four are counted.
        assertThat(report.result().tally().inReview()).isEqualTo(2);
        assertThat(report.result().tally().valid()).isEqualTo(4);
    }

    @Test
    void stopsWhereMemoryIsWantingWhicheverPageItIs() throws Exception {
        scans(0, 3);
        assertThatThrownBy(() -> counting(BASIS, 1, scan -> {
                            throw new IllegalStateException(
                                    "OpenCV(4.9.0): (-4:Insufficient memory) Failed to allocate");
                        })
                        .run())
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_MEMORY));
    }

    @Test
    void looksAtAPageForWhichMemoryIsWantingOnceMoreWhenNoOtherIsLookedAt() throws Exception {
        scans(0, 40);
        AtomicInteger ordinary = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger beside = new AtomicInteger();
        CountingReport report = counting(BASIS, scan -> {
                    if (!scan.equals("scan-0004.png")) {
                        ordinary.incrementAndGet();
                        pause(5);
                        ordinary.decrementAndGet();
                    } else if (attempts.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("as if others had taken it");
                    } else {
                        for (int look = 0; look < 20; look++) {
                            beside.addAndGet(ordinary.get());
                            pause(5);
                        }
                    }
                })
                .run();
        assertThat(attempts).hasValue(2);
        assertThat(beside).as("others looked at meanwhile").hasValue(0);
        assertThat(report.newlyRead()).isEqualTo(40);
        assertThat(Files.readAllLines(folder.results().resolve("ballots.csv")))
                .filteredOn(line -> line.contains("scan-0004.png"))
                .singleElement()
                .asString()
                .contains("counted");
    }

    @Test
    void looksAgainAtAPageThatCouldNotBeOpenedForWantOfMemory() throws Exception {
        scans(0, 3);
        byte[] scan = Files.readAllBytes(folder.scans().resolve("scan-0001.png"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(scan));
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            Refusal refusal = new Refusal(Reason.OUT_OF_MEMORY, List.of("640"));
            ledger.readings().add(new PageKey(sha256, 1), BASIS, PageOutcome.refused(sha256, refusal));
        }
        assertThat(count(BASIS).newlyRead()).isEqualTo(3);
        assertThat(Files.readAllLines(folder.results().resolve("ballots.csv")))
                .filteredOn(line -> line.contains("scan-0001.png"))
                .singleElement()
                .asString()
                .contains("counted");
    }

    @Test
    void namesThePageForWhichMemoryIsWantingAlsoAlone() throws Exception {
        scans(0, 3);
        assertThatThrownBy(() -> counting(BASIS, scan -> {
                            if (scan.equals("scan-0001.png")) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                        })
                        .run())
                .isInstanceOfSatisfying(CountingTrouble.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.OUT_OF_MEMORY);
                    assertThat(e.values()[0].toString()).contains("scan-0001.png");
                });
    }

    @Test
    void saysWhichScansAreGoneOrChanged() throws Exception {
        scans(0, 5);
        count(BASIS);
        Files.delete(folder.scans().resolve("scan-0001.png"));
        StandIns.scan(folder, "scan-0002.png", 77);
        CountingReport report = count(BASIS);
        assertThat(report.gone()).containsExactly("scan-0001.png");
        assertThat(report.changed()).containsExactly("scan-0002.png");
        assertThat(report.pages()).isEqualTo(4);
    }

    @Test
    void stopsWhereAScanIsTakenAwayMeanwhile() throws Exception {
        scans(0, 5);
        assertThatThrownBy(() ->
                        counting(BASIS, 1, scan -> delete("scan-0004.png")).run())
                .isInstanceOfSatisfying(CountingTrouble.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.SCAN_CHANGED);
                    assertThat(e.values()).containsExactly("scan-0004.png");
                });
    }

    @Test
    void letsNobodyInMeanwhile() throws Exception {
        scans(0, 3);
        counting(
                        BASIS,
                        scan -> assertThatThrownBy(() -> count(BASIS))
                                .isInstanceOfSatisfying(
                                        CountingTrouble.class,
                                        e -> assertThat(e.kind()).isEqualTo(Kind.BUSY)))
                .run();
    }

    @Test
    void countsNothingWhereThereIsNothing() throws Exception {
        CountingReport report = count(BASIS);
        assertThat(report.pages()).isZero();
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CountingReport count(String basis) throws Exception {
        return new Counting(
                        folder,
                        StandIns.MEETING,
                        StandIns.rooms(folder, basis, scan -> {}),
                        new CountingSettings(2, new Watcher() {
                            @Override
                            public void read(boolean flagged) {
                                looked.incrementAndGet();
                            }
                        }))
                .run();
    }

    private Counting counting(String basis, StandIns.Disturbance disturbance) {
        return counting(basis, 2, disturbance);
    }

    private Counting counting(String basis, int threads, StandIns.Disturbance disturbance) {
        return new Counting(
                folder,
                StandIns.MEETING,
                StandIns.rooms(folder, basis, disturbance),
                new CountingSettings(threads, Watcher.NOBODY));
    }

    private void scans(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            StandIns.scan(folder, "scan-%04d.png".formatted(i), i);
        }
    }

    private void delete(String scan) {
        try {
            Files.deleteIfExists(folder.scans().resolve(scan));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
