package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTrayTest {

    @TempDir
    private Path dir;

    @Test
    void takesTheFilesOfAFolderAndWritesOverNothing() throws IOException {
        Path scanner = Files.createDirectories(dir.resolve("máy quét"));
        Files.writeString(scanner.resolve("quét 1.jpg"), "first");
        Files.writeString(scanner.resolve(".hidden"), "no");
        Files.createDirectories(scanner.resolve("below"));
        Path scans = dir.resolve("scans");
        ScanTray tray = new ScanTray(scans);
        assertThat(tray.putAllOf(scanner)).isEqualTo(OptionalInt.of(1));
        Files.writeString(scanner.resolve("quét 1.jpg"), "second");
        assertThat(tray.putAllOf(scanner)).isEqualTo(OptionalInt.of(1));
        assertThat(scans.resolve("quét 1.jpg")).hasContent("first");
        assertThat(scans.resolve("quét 1 (2).jpg")).hasContent("second");
        assertThat(scans.toFile().list()).hasSize(2);
    }

    @Test
    void takesNothingFromWhereThereIsNoOtherFolder() throws IOException {
        Path scans = Files.createDirectories(dir.resolve("scans"));
        Files.writeString(scans.resolve("a.jpg"), "a");
        for (Path from : List.of(scans, Path.of("scans"), dir.resolve("nowhere"), scans.resolve("a.jpg"))) {
            assertThat(new ScanTray(scans).putAllOf(from)).as(from.toString()).isEmpty();
        }
        assertThat(scans.toFile().list()).containsExactly("a.jpg");
    }

    @Test
    void leavesNoNameThatLeadsOutOfTheFolder() {
        assertThat(ScanTray.name("../../etc/passwd")).isEqualTo("passwd");
        assertThat(ScanTray.name("..\\..\\phiếu.jpg")).isEqualTo("phiếu.jpg");
        assertThat(ScanTray.name("..")).isEqualTo("scan");
        assertThat(ScanTray.name("a\u0000b.jpg")).isEqualTo("a_b.jpg");
        assertThat(ScanTray.name("x".repeat(300) + ".jpg")).hasSize(60).endsWith(".jpg");
    }
}
