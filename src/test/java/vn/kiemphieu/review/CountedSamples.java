package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.ruling.RuleProfile;

/** A meeting whose scans were counted: some ballots are sure, some doubtful, some proposed as invalid. Counted once. */
final class CountedSamples {

    private static final Path SAMPLES = Path.of("sample-scans");

    private static final List<String> SCANS = List.of(
            "bilevel-0006.pdf",
            "grey-0005.pdf",
            "grey-0011.jpg",
            "office-0003-01.jpg",
            "office-0003-01_copy.jpg",
            "office-0003-02.jpg",
            "office-0003-03.jpg",
            "poor-0004-01.jpg");

    private static Path counted = Path.of("");

    private CountedSamples() {}

    /** Lays the counted meeting into that folder, which is empty. */
    static synchronized MeetingFolder in(Path dir) throws Exception {
        if (counted.toString().isEmpty()) {
            counted = count();
        }
        copyAll(counted, dir);
        return new MeetingFolder(dir);
    }

    private static Path count() throws Exception {
        Path dir = Path.of("target/counted-samples-" + ProcessHandle.current().pid());
        delete(dir);
        copy(SAMPLES.resolve("meeting.yaml"), dir.resolve("meeting.yaml"));
        copyAll(SAMPLES.resolve("form"), dir.resolve("form"));
        for (String scan : SCANS) {
            copy(SAMPLES.resolve("scans").resolve(scan), dir.resolve("scans").resolve(scan));
        }
        MeetingFolder folder = new MeetingFolder(dir);
        Meeting meeting = meeting(folder);
        Counting.run(
                folder,
                meeting,
                FormFile.load(folder.form(), meeting.officials()).form().orElseThrow(),
                CountingSettings.usual());
        return dir;
    }

    private static Meeting meeting(MeetingFolder folder) {
        return MeetingFile.read(folder.meetingFile(), Set.copyOf(RuleProfile.ids()))
                .meeting()
                .orElseThrow();
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.copy(from, to);
    }

    private static void delete(Path dir) throws IOException {
        if (Files.exists(dir)) {
            try (Stream<Path> files = Files.walk(dir)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
