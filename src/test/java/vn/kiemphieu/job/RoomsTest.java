package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.meeting.MeetingFolder;

class RoomsTest {

    /** A PNG with 300 MB behind it; no more than 256 MB are ever loaded. */
    @Test
    void aPageTooHeavyToBeLoadedIsNotSaidToHaveChanged(@TempDir Path dir) throws Exception {
        MeetingFolder folder = new MeetingFolder(dir);
        StandIns.scan(folder, "small.png", 0);
        Path heavy = folder.scans().resolve("heavy.png");
        Files.copy(folder.scans().resolve("small.png"), heavy);
        try (RandomAccessFile file = new RandomAccessFile(heavy.toFile(), "rw")) {
            file.setLength(300L << 20);
        }
        Rooms rooms = StandIns.rooms(folder, "b".repeat(64), scan -> {});
        assertThat(rooms.page(new PageId("small.png", 1)).sha256()).isNotEmpty();
        assertThatThrownBy(() -> rooms.page(new PageId("heavy.png", 1)))
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_MEMORY));
        assertThatThrownBy(() -> rooms.page(new PageId("gone.png", 1)))
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.SCAN_CHANGED));
    }
}
