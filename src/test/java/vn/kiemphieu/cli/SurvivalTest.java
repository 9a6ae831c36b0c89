package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.ledger.Ledger;

/** The whole program as a process of its own, struck down at random moments of a count of real scans. */
@Tag("long")
class SurvivalTest {

    private static final long SEED = 20230720;

    /** Of the sample scans: a PDF, a TIFF, photos, a copy and a broken file, some fifteen pages. */
    private static final List<String> SCANS = List.of(
            "bilevel-0006.pdf",
            "grey-0011.jpg",
            "grey-0012.jpg",
            "office-0003-01.jpg",
            "office-0003-01_copy.jpg",
            "office-0003-02.jpg",
            "office-0003-02_broken1.jpg",
            "office-0003-03.jpg",
            "photo-0007-01.jpg",
            "poor-0004-01.jpg");

    @TempDir
    private Path dir;

    private Path meeting;

    @BeforeEach
    void layOut() throws IOException {
        meeting = dir.resolve("một cuộc họp");
        copy(Path.of("sample-scans/meeting.yaml"), meeting.resolve("meeting.yaml"));
        for (String part : List.of("form.json", "page-1.png")) {
            copy(Path.of("sample-scans/form", part), meeting.resolve("form").resolve(part));
        }
        Files.createDirectories(meeting.resolve("scans"));
        // A ledger of its own makes ballot ids of its own; both counts begin from a copy of this one.
        assertThat(run("count", meeting.toString())).isZero();
        for (String scan : SCANS) {
            copy(Path.of("sample-scans/scans", scan), meeting.resolve("scans").resolve(scan));
        }
    }

    @Test
    void comesToTheSameResultHoweverOftenItIsKilled() throws Exception {
        Path undisturbed = dir.resolve("undisturbed");
        copyAll(meeting, undisturbed);
        long start = System.nanoTime();
        Process whole = start(undisturbed);
        assertThat(whole.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(whole.exitValue()).isZero();
        long wholeMillis = (System.nanoTime() - start) / 1_000_000;

        Random random = new Random(SEED);
        for (int i = 0; i < 5; i++) {
            Process struck = start(meeting);
            long millis = wholeMillis / 5 + (long) (random.nextDouble() * wholeMillis * 0.7);
            if (!struck.waitFor(millis, TimeUnit.MILLISECONDS)) {
                if (i == 2) {
                    struck.destroy(); // SIGTERM: it ends in order
                } else {
                    struck.destroyForcibly(); // SIGKILL: it hears nothing
                }
                assertThat(struck.waitFor(1, TimeUnit.MINUTES)).isTrue();
            }
        }
        Process last = start(meeting);
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        assertThat(results(meeting)).isEqualTo(results(undisturbed)).isNotEmpty();
    }

    @Test
    void leavesAMeetingAloneThatIsBeingCounted() throws Exception {
        try (Ledger counting = Ledger.open(meeting.resolve("ledger"), 1)) {
            assertThat(counting.readings().pages("")).isEmpty();
            Process second = start(meeting, "--lang", "en");
            assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(Files.readString(said(meeting)))
                    .contains("Another count is running")
                    .doesNotContain("Exception");
        }
    }

    private static Process start(Path meeting, String... more) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                KiemPhieu.class.getName(),
                "count",
                meeting.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said(meeting).toFile())
                .start();
    }

    private static Path said(Path meeting) {
        return meeting.resolveSibling(meeting.getFileName() + ".txt");
    }

    /** {@return every result file by name; pictures by their size, since they differ in nothing else that is seen} */
    private static Map<String, String> results(Path meeting) throws IOException {
        Map<String, String> results = new TreeMap<>();
        Path folder = meeting.resolve("results");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean picture = file.toString().endsWith(".jpg");
                results.put(
                        folder.relativize(file).toString(),
                        picture ? String.valueOf(Files.size(file)) : Files.readString(file));
            }
        }
        return results;
    }

    private static int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), args);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to);
    }
}
