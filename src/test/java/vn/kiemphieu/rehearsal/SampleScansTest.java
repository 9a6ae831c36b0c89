package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;

class SampleScansTest {

    /** Of 19 countable ballots. May only go down; a count that needs fewer lowers it. */
    private static final long MOST_LOAD = 7;

    private static final Path SAMPLES = Path.of("sample-scans");

    @TempDir
    Path dir;

    @Test
    void areCountedWithoutASilentErrorAndNothingIsLost() throws Exception {
        MeetingFolder folder = copied();
        Meeting meeting = MeetingFile.read(folder.meetingFile(), Set.of("kh-bdt-2023"))
                .meeting()
                .orElseThrow();
        Counting.run(
                folder,
                meeting,
                FormFile.load(folder.form(), meeting.officials()).form().orElseThrow(),
                CountingSettings.usual());
        Comparison made =
                Comparison.of(TruthFile.read(SAMPLES.resolve("truth.csv")), folder.results(), Profile.KH_BDT_2023);
        assertThat(made.ballots().stream().filter(b -> b.outcome() == Outcome.SILENT || b.outcome() == Outcome.LOST))
                .isEmpty();
        assertThat(made.load()).isLessThanOrEqualTo(MOST_LOAD);
    }

    @Test
    void holdEveryDeedThatAFormOfOnePageCanSuffer() throws IOException {
        Set<Deed> seen = EnumSet.noneOf(Deed.class);
        TruthFile.read(SAMPLES.resolve("truth.csv")).pages().forEach(p -> seen.addAll(p.deeds()));
        assertThat(seen)
                .containsAll(Arrays.stream(Deed.values())
                        .filter(d -> d != Deed.PAGE_MISSING && d != Deed.PAGES_SWAPPED)
                        .toList());
    }

    private MeetingFolder copied() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> all = files.filter(f -> !f.equals(SAMPLES)).toList();
            for (Path file : all) {
                Files.copy(file, dir.resolve(SAMPLES.relativize(file)));
            }
        }
        return new MeetingFolder(dir);
    }
}
