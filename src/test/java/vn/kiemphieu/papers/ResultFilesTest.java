package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.BallotEntry.PageRows;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

class ResultFilesTest {

    private static final List<Official> OFFICIALS =
            List.of(new Official("Nguyễn Văn An", "Trưởng ban"), new Official("Trần Thị \"Bích\", Ngọc", "Phó"));

    @TempDir
    private Path folder;

    @Test
    void writesOneLineForEveryPageInScanOrder() throws IOException {
        Path file = ResultFiles.writeBallots(folder, ResultFilesTest::entries);

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFF"
                        + String.join(
                                "\r\n",
                                "scan,page,ballot,status,reasons,margin",
                                "tổ 1/scan2.pdf,1,k3v9,review,NO_MARK;NOT_AN_X,0.125",
                                "tổ 1/scan2.pdf,2,,excluded,BLANK_PAGE,1.000",
                                "tổ 1/scan2.pdf,3,k3v9,review,NO_MARK;NOT_AN_X,0.125",
                                "\"tổ 1/scan10, bis.pdf\",1,q7xm,counted,,0.500",
                                ""));
    }

    @Test
    void writesOneLineForEveryRow() throws IOException {
        Path file = ResultFiles.writeReadings(folder, OFFICIALS, ResultFilesTest::entries);

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFF"
                        + String.join(
                                "\r\n",
                                "scan,page,ballot,row,official,high,confidence,low,status,reasons",
                                "tổ 1/scan2.pdf,1,k3v9,1,Nguyễn Văn An,empty,empty,empty,review,NO_MARK",
                                "tổ 1/scan2.pdf,3,k3v9,2,\"Trần Thị \"\"Bích\"\", Ngọc\",unclear,cancelled,empty,review,",
                                "\"tổ 1/scan10, bis.pdf\",1,q7xm,1,Nguyễn Văn An,cross,empty,empty,counted,",
                                ""));
    }

    @Test
    void replacesAnOldFileAndLeavesNothingBeside() throws IOException {
        Files.writeString(folder.resolve("ballots.csv"), "old");

        ResultFiles.writeBallots(folder, ResultFilesTest::entries);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("ballots.csv"));
        }
        assertThat(folder.resolve("ballots.csv")).content().doesNotContain("old");
    }

    @Test
    void keepsTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("ballots.csv"), "old");

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("ballots.csv"), out -> {
                    out.write("half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(folder.resolve("ballots.csv")).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesTwoLinesForOnePage() {
        BallotEntry entry = entries().toList().get(2);

        assertThatThrownBy(() -> ResultFiles.writeBallots(folder, () -> Stream.of(entry, entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two lines");
    }

    private static Stream<BallotEntry> entries() {
        PageId first = new PageId("tổ 1/scan2.pdf", 1);
        PageId back = new PageId("tổ 1/scan2.pdf", 2);
        PageId second = new PageId("tổ 1/scan2.pdf", 3);
        PageId other = new PageId("tổ 1/scan10, bis.pdf", 1);
        return Stream.of(
                        new BallotEntry(
                                "q7xm",
                                new Ruling(
                                        List.of(other),
                                        Status.COUNTED,
                                        Set.of(),
                                        List.of(new RowRuling(1, RowStatus.COUNTED, Optional.of(Level.HIGH), Set.of())),
                                        0.5),
                                List.of(new PageRows(
                                        Optional.of(other), List.of(row(1, Mark.Kind.CROSS, Mark.Kind.EMPTY))))),
                        new BallotEntry(
                                "k3v9",
                                new Ruling(
                                        List.of(first, second),
                                        Status.REVIEW,
                                        Set.of(Fault.NOT_AN_X, Fault.NO_MARK),
                                        List.of(
                                                new RowRuling(
                                                        1, RowStatus.REVIEW, Optional.empty(), Set.of(Fault.NO_MARK)),
                                                new RowRuling(2, RowStatus.REVIEW, Optional.empty(), Set.of())),
                                        0.125),
                                List.of(
                                        new PageRows(
                                                Optional.of(first), List.of(row(1, Mark.Kind.EMPTY, Mark.Kind.EMPTY))),
                                        new PageRows(
                                                Optional.of(second),
                                                List.of(row(2, Mark.Kind.UNCLEAR, Mark.Kind.CANCELLED))))),
                        new BallotEntry(
                                "",
                                new Ruling(List.of(back), Status.EXCLUDED, Set.of(Fault.BLANK_PAGE), List.of(), 1),
                                List.of()))
                .sorted((a, b) ->
                        a.ruling().pages().get(0).compareTo(b.ruling().pages().get(0)));
    }

    private static RowReading row(int official, Mark.Kind high, Mark.Kind confidence) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        marks.put(Level.HIGH, new Mark(high, Shape.OTHER, 0.5, 1, Optional.empty()));
        marks.put(Level.CONFIDENCE, new Mark(confidence, Shape.OTHER, 0.5, 1, Optional.empty()));
        marks.put(Level.LOW, new Mark(Mark.Kind.EMPTY, Shape.NOTHING, 0.5, 0, Optional.empty()));
        return new RowReading(official, marks);
    }
}
