package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.decision.Role;

/** The desk lets in whom it knows, and takes nothing without the token of its own pages. */
class DeskVisitorTest {

    @TempDir
    private Path dir;

    @Test
    void letsInWhomItKnowsAndTakesNothingWithoutItsToken() throws IOException {
        copySampleMeeting();
        try (OpenDesk desk = OpenDesk.on(dir)) {
            assertThat(desk.stranger().get("/ballots").path()).isEqualTo("/login");
            DeskVisitor admin = desk.visitor(Role.ADMINISTRATOR);
            assertThat(admin.get("/people").status()).isEqualTo(200);
            assertThat(admin.post("/people/eyes", "eyes", "1").body()).contains("value=\"1\" selected");
            assertThat(admin.postRaw("/people/eyes", List.of("eyes", "3")).status())
                    .isEqualTo(403);
            assertThat(admin.get("/people").body()).contains("value=\"1\" selected");
            assertThat(desk.visitor(Role.OBSERVER).get("/people").status()).isEqualTo(403);
        }
    }

    private void copySampleMeeting() throws IOException {
        Path from = Path.of("sample-scans");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(f -> !f.startsWith(from.resolve("scans"))).toList()) {
                Path to = dir.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }
}
