package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;

/**
 * Where a rehearsal lies: a meeting folder of its own below the real one, marked as a rehearsal by a file and in its
 * title. A count of the real meeting looks into the real {@code scans/} only, and so never sees it.
 */
public record RehearsalFolder(Path dir) {

    private static final String MARKER = "DIEN-TAP.txt";

    /** {@return the folder of that deck; the same deck finds the same folder} */
    public static RehearsalFolder of(Path meeting, DeckOrder order) {
        String name = String.format(Locale.ROOT, "%s-%d-%d", order.kind().word(), order.ballots(), order.seed());
        return new RehearsalFolder(meeting.resolve("rehearsal").resolve(name));
    }

    /** {@return whether a folder is marked as a rehearsal: its papers say so, and it is no place to rehearse in} */
    public static boolean marked(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    /** {@return whether something lies in this place that no rehearsal made} */
    public boolean inTheWay() throws IOException {
        if (!Files.exists(dir) || marked(dir)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.findAny().isPresent();
        }
    }

    public Path truth() {
        return dir.resolve("truth.csv");
    }

    public Path scans() {
        return new MeetingFolder(dir).scans();
    }

    public Path results() {
        return new MeetingFolder(dir).results();
    }

    /**
     * Clears what an earlier rehearsal left here and lays out a meeting folder.
     *
     * @param title of the meeting, saying that it is a rehearsal
     * @param marker the text of the file by which anybody sees that this is a rehearsal
     */
    public void prepare(Meeting meeting, BallotForm form, int ballots, String title, String marker) throws IOException {
        if (inTheWay()) {
            throw new IllegalStateException(dir + " is no rehearsal");
        }
        clear();
        Files.createDirectories(scans());
        Files.writeString(dir.resolve(MARKER), marker);
        Meeting rehearsed = rehearsed(meeting, title, ballots);
        write(dir, rehearsed);
        FormFile.save(new MeetingFolder(dir).form(), form, meeting.officials());
    }

    /** Writes that meeting's {@code meeting.yaml} into a folder. */
    public static void write(Path dir, Meeting meeting) throws IOException {
        Files.writeString(new MeetingFolder(dir).meetingFile(), MeetingText.of(meeting));
    }

    /** Takes the folder away with all that lies in it. */
    public void remove() throws IOException {
        clear();
        Files.deleteIfExists(dir);
    }

    private void clear() throws IOException {
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> files = Files.walk(dir)) {
            // The marker goes last: a rehearsal half cleared must still be known as one.
            List<Path> deepestFirst = files.sorted(Comparator.comparing((Path p) ->
                                    p.equals(dir) || p.getFileName().toString().equals(MARKER))
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
            for (Path path : deepestFirst) {
                if (!path.equals(dir)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Meeting rehearsed(Meeting m, String title, int ballots) {
        return new Meeting(
                title,
                m.date(),
                m.place(),
                m.basis(),
                m.organisation(),
                new Attendance(OptionalInt.of(ballots), OptionalInt.of(ballots)),
                new BallotCounts(OptionalInt.of(ballots), OptionalInt.of(ballots), 0),
                m.rules(),
                m.officials(),
                m.committee(),
                m.chair(),
                m.observers());
    }
}
