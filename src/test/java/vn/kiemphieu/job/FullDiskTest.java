package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.meeting.MeetingFolder;

/**
 * A disk without room, made by the shell's limit on the size of files: to the program it is the same error of the same
 * call, and no test needs to be root for it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
@EnabledForJreRange(
        max = JRE.JAVA_21,
        disabledReason = "the limit is measured on 17; newer ones fill the room elsewhere")
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

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        assertThat(run("ulimit -f 160; ")).as("what stopped it").isEqualTo(10 + Kind.DISK_FULL.ordinal());
        // Where the room ends differs from JDK to JDK; a list that is there is whole.
        if (Files.exists(folder.results().resolve("ballots.csv"))) {
            assertThat(Files.readAllLines(folder.results().resolve("ballots.csv")))
                    .hasSize(1 + SCANS);
        }
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
