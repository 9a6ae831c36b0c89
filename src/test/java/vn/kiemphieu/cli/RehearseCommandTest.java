package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void holdAMeeting() throws IOException {
        Files.writeString(dir.resolve("meeting.yaml"), """
                meeting:
                  title: Hội nghị lấy phiếu tín nhiệm
                  date: 2024-02-05
                  place: Khánh Hòa
                organisation: {superior: UBND TỈNH KHÁNH HÒA, name: BAN DÂN TỘC, kind: state}
                rules: kh-bdt-2023
                officials:
                  - {name: Nguyễn Văn An, position: Trưởng ban}
                  - {name: Mấu Quốc Dũng, position: Phó Trưởng ban}
                committee:
                  - {name: Lê Thị Hương, role: Trưởng ban}
                chair: {name: Đỗ Minh Tuấn, role: Chủ trì hội nghị}
                """);
        Files.createDirectories(dir.resolve("scans"));
    }

    @Test
    void countsADeckOfKnownBallotsApartFromTheRealOne() throws IOException {
        assertThat(run("form", "print")).isZero();
        assertThat(run("rehearse", "--ballots", "3", "--seed", "4", "--scan", "grey"))
                .as(err.toString())
                .isZero();
        Path deck = dir.resolve("rehearsal/grey-3-4");
        assertThat(deck.resolve("DIEN-TAP.txt")).content().contains("DIỄN TẬP");
        assertThat(deck.resolve("meeting.yaml")).content().contains("title: \"DIỄN TẬP: Hội nghị");
        assertThat(deck.resolve("truth.csv")).exists();
        assertThat(out.toString()).contains("\"silent\":0,\"lost\":0");
        assertThat(err.toString()).contains("Phiếu bình thường", "KIỂM SAI");
        try (Stream<Path> scans = Files.list(dir.resolve("scans"))) {
            assertThat(scans).isEmpty();
        }
        assertThat(dir.resolve("results")).doesNotExist();
        assertThat(dir.resolve("ledger.mv.db")).doesNotExist();
    }

    @Test
    void refusesToRehearseInsideARehearsal() throws IOException {
        Files.writeString(dir.resolve("DIEN-TAP.txt"), "DIỄN TẬP");
        assertThat(run("rehearse")).isEqualTo(1);
        assertThat(err.toString()).contains("là thư mục diễn tập");
    }

    @Test
    void leavesAFolderAloneThatNoRehearsalMade() throws IOException {
        assertThat(run("form", "print")).isZero();
        Path other = Files.createDirectories(dir.resolve("rehearsal/grey-3-4"));
        Files.writeString(other.resolve("notes.txt"), "Không xóa");
        assertThat(run("rehearse", "--ballots", "3", "--seed", "4", "--scan", "grey"))
                .isEqualTo(1);
        assertThat(other.resolve("notes.txt")).exists();
        assertThat(err.toString()).contains("không đụng đến");
    }

    @Test
    void refusesAWayOfScanningThatThereIsNot() {
        assertThat(run("rehearse", "--scan", "fax")).isEqualTo(2);
        assertThat(err.toString()).contains("office, grey, bilevel");
        assertThat(run("rehearse", "--ballots", "0")).isEqualTo(2);
    }

    private int run(String command, String... more) {
        String[] words = command.equals("form")
                ? new String[] {"form", more[0], dir.toString()}
                : Stream.concat(Stream.of(command, dir.toString()), Stream.of(more))
                        .toArray(String[]::new);
        return KiemPhieu.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
