package vn.kiemphieu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.rehearsal.InventedRoster;
import vn.kiemphieu.rehearsal.RehearsalFolder;

/**
 * The forms that a bench judges: rosters of five lengths, each once as printed by the program with a state body's head and
 * once with a party body's, learned back from the PDF and judged by the other rules. Made by the very commands that people use.
 */
final class BenchForms {

    /** One name, a few, a page, a page that is full, two pages. */
    private static final List<Integer> OFFICIALS = List.of(1, 3, 9, 20, 44);

    /** One form in a meeting folder. {@code name} is its column in the tables. */
    record BenchForm(String name, OpenMeeting meeting, BallotForm form) {}

    private final Path work;
    private final Console console;

    BenchForms(Path work, Console console) {
        this.work = work;
        this.console = console;
    }

    /** {@return the bench's own forms} */
    List<BenchForm> made(long seed) throws IOException {
        List<BenchForm> forms = new ArrayList<>();
        for (int officials : OFFICIALS) {
            forms.add(printed(officials, seed));
            Path learned = folder(officials + "-learned", officials, seed - officials, Organisation.Kind.PARTY);
            asked("form", "print", learned.toString());
            Path blank = learned.resolve("blank.pdf");
            Files.move(
                    new MeetingFolder(learned).form().resolve("ballot.pdf"),
                    blank,
                    StandardCopyOption.REPLACE_EXISTING);
            asked("form", "learn", learned.toString(), blank.toString());
            forms.add(of(learned));
        }
        return forms;
    }

    /** {@return the form of that many officials as the program prints it} */
    BenchForm printed(int officials, long seed) throws IOException {
        Path printed = folder(officials + "-printed", officials, seed + officials, Organisation.Kind.STATE);
        asked("form", "print", printed.toString(), "--signature");
        return of(printed);
    }

    /** {@return the form of a meeting folder that somebody made} */
    BenchForm of(Path folder) {
        OpenMeeting open = OpenMeeting.open(folder, console.texts());
        return new BenchForm(folder.toAbsolutePath().getFileName().toString(), open, open.form(console.texts()));
    }

    private Path folder(String name, int officials, long seed, Organisation.Kind kind) throws IOException {
        Path folder = work.resolve(name);
        Files.createDirectories(new MeetingFolder(folder).scans());
        RehearsalFolder.write(
                folder,
                new Meeting(
                        "Hội nghị lấy phiếu tín nhiệm (đo thử)",
                        LocalDate.of(2023, 7, 20),
                        "Khánh Hòa",
                        List.of(),
                        kind == Organisation.Kind.STATE
                                ? new Organisation("UBND TỈNH MẪU", "BAN DÂN TỘC", kind)
                                : new Organisation("TỈNH ỦY MẪU", "BAN TỔ CHỨC", kind),
                        new Attendance(OptionalInt.empty(), OptionalInt.empty()),
                        new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0),
                        // A cross read as an empty cell is a miscount by the one, a mark too few for an invalid ballot
                        // by the other.
                        kind == Organisation.Kind.STATE ? "kh-bdt-2023" : "qd-96",
                        InventedRoster.of(officials, seed),
                        List.of(new Person("Lê Thị Hương", "Trưởng ban")),
                        new Person("Đỗ Minh Tuấn", "Chủ trì hội nghị"),
                        List.of()));
        return folder;
    }

    /** A form that cannot be made ends the bench: a table with a hole in it would be compared with one without. */
    private void asked(String... command) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        if (KiemPhieu.run(writer, writer, command) != 0) {
            throw new Failure(console.say("bench.no-form", String.join(" ", command), said));
        }
    }
}
