package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.meeting.MeetingFolder;

/**
 * A disk without room, made by the shell's limit on the size of files: to the program it is the same error of the same
 * call, and no test needs to be root for it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
@Tag("long")
class FullDiskTest {

    private static final int SCANS = 300;

    @TempDir
    private Path dir;

    private MeetingFolder folder;

    @BeforeEach
    void layOut() throws Exception {
        folder = new MeetingFolder(dir.resolve("meeting"));
        Files.createDirectories(folder.scans());
        for (int i = 0; i < SCANS; i++) {
            int vote = i % 3; // every page a ballot that counts, so that nothing is drawn
            StandIns.scan(folder, "scan-%04d.png".formatted(i), 300 + 4 * i + vote);
        }
    }

    /**
     * The whole ledger takes 400 kB. The smallest limits leave no room for a ledger or for a run to begin, the next end in
     * the middle of a page being kept, the larger ones in what H2 writes in the background, where a failure that nobody
     * asks about would pass for success.
     */
    @ParameterizedTest
    @ValueSource(ints = {12, 20, 50, 80, 150, 200, 250})
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom(int roomKb) throws Exception {
        int blocks = roomKb * 2; // of 512 bytes, as POSIX counts them
        assertThat(run("ulimit -f " + blocks + "; ")).as("what stopped it").isEqualTo(10 + Kind.DISK_FULL.ordinal());
        assertThat(folder.results().resolve("ballots.csv")).doesNotExist();
        assertThat(run("")).isZero();
        assertThat(Files.readAllLines(folder.results().resolve("ballots.csv"))).hasSize(1 + SCANS);
    }

    private int run(String limit) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                "sh",
                "-c",
                limit + "exec \"$0\" -Xmx200m -XX:TieredStopAtLevel=1 -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                java,
                System.getProperty("java.class.path"),
                StandInProgram.class.getName(),
                folder.dir().toString());
        File said = dir.resolve("said.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
