package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.job.Watcher;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;

class SameReadingsTest {

    private static final MeetingFolder SAMPLES = new MeetingFolder(Path.of("sample-scans"));

    /** A handful of single scans in colour, grey and worse; each of them is a page of its own. */
    private static final int SCANS = 14;

    @TempDir
    private Path dir;

    @Test
    void comeOutWhateverTheNumberOfThreadsAndTheOrderOfThePages() throws Exception {
        List<String> one = readings(dir.resolve("one"), 1, false);
        assertThat(one).hasSizeGreaterThan(SCANS);
        assertThat(readings(dir.resolve("two"), 2, false)).isEqualTo(one);
        assertThat(readings(dir.resolve("backwards"), 2, true)).containsExactlyInAnyOrderElementsOf(one);
    }

    /** All readings and what became of every page, without the ballots' random ids. */
    private static List<String> readings(Path dir, int threads, boolean backwards) throws Exception {
        MeetingFolder folder = new MeetingFolder(dir);
        Files.createDirectories(folder.scans());
        Files.createDirectories(folder.form());
        Files.copy(SAMPLES.meetingFile(), folder.meetingFile());
        copy(files(SAMPLES.form()), folder.form(), false);
        copy(
                files(SAMPLES.scans()).stream()
                        // Of two identical files the one that comes first is read: there the order may tell.
                        .filter(f ->
                                f.toString().endsWith(".jpg") && !f.toString().contains("_copy"))
                        .limit(SCANS)
                        .toList(),
                folder.scans(),
                backwards);
        Meeting meeting = MeetingFile.read(folder.meetingFile(), Set.of("kh-bdt-2023"))
                .meeting()
                .orElseThrow();
        Counting.run(
                folder,
                meeting,
                FormFile.load(folder.form(), meeting.officials()).form().orElseThrow(),
                new CountingSettings(threads, Watcher.NOBODY));
        return Stream.of("ballots.csv", "readings.csv")
                .flatMap(name -> lines(folder.results().resolve(name)))
                .toList();
    }

    private static Stream<String> lines(Path csv) {
        try {
            return Files.readAllLines(csv).stream()
                    .skip(1)
                    .map(line -> line.replaceFirst("^\\d\\d-", "").replaceFirst("^([^,]*,\\d+),[^,]*,", "$1,"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(List<Path> files, Path to, boolean backwards) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            String prefix = backwards ? "%02d-".formatted(99 - i) : "";
            Files.copy(files.get(i), to.resolve(prefix + files.get(i).getFileName()));
        }
    }
}
