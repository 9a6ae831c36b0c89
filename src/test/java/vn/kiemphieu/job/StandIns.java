package vn.kiemphieu.job;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.ruling.Joiner;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * A meeting whose pages are so small that a count takes no time: the width of a page is its vote. Only registration and
 * reading are stood in for; files, ledger, rules and the job are the real ones.
 */
final class StandIns {

    static final BallotForm FORM = form();

    static final Meeting MEETING = new Meeting(
            "Hội nghị thử",
            LocalDate.of(2023, 7, 20),
            "Khánh Hòa",
            List.of(),
            new Organisation("", "Cơ quan thử", Organisation.Kind.STATE),
            new Attendance(OptionalInt.empty(), OptionalInt.empty()),
            new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0),
            "kh-bdt-2023",
            List.of(new Official("Nguyễn Văn An", "Trưởng ban")),
            List.of(new Person("Lê Thị Hương", "Trưởng ban")),
            new Person("Đỗ Minh Tuấn", "Chủ trì"),
            List.of());

    private StandIns() {}

    /** Called for every page before it is read. */
    interface Disturbance {
        void at(String scan);
    }

    static Rooms rooms(MeetingFolder folder, String basis, Disturbance disturbance) {
        Registrar registrar = page -> {
            disturbance.at(page.id().scan());
            int shade = ((Picture.Encoded) page.picture()).widthPx() % 4;
            return shade == 3
                    ? new Registration.Unplaced(new Registration.Problem.NotThisForm(0.1, 0.5))
                    : new Registration.Registered(new Voted(Level.values()[shade]));
        };
        return new Rooms(
                FORM,
                new Intake(folder.scans()),
                registrar,
                StandIns::sheet,
                new Joiner(1),
                new RuleBook(RuleProfile.named("kh-bdt-2023"), FORM),
                new SideBySide(),
                basis,
                basis);
    }

    /** A scan that votes for a level by its width; the fourth kind is no ballot. */
    static void scan(MeetingFolder folder, String name, int number) throws IOException {
        BufferedImage image = new BufferedImage(100 + number, 100, BufferedImage.TYPE_BYTE_GRAY);
        image.setRGB(number % 100, 50, 0xffffff);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Path file = folder.scans().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, png.toByteArray());
    }

    private record Voted(Level level) implements Aligned {

        @Override
        public FormPage formPage() {
            return FORM.pages().get(0);
        }

        @Override
        public Fit fit() {
            return new Fit(0.1, 0.2, 0, 0, 200, 1);
        }

        @Override
        public double pixelsPerMm() {
            return 8;
        }

        @Override
        public byte[] png() {
            return new byte[0];
        }

        @Override
        public byte[] jpeg(int widthPx) {
            return new byte[0];
        }

        @Override
        public void close() {}
    }

    private static Sheet sheet(Aligned page) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            boolean crossed = level == ((Voted) page).level();
            marks.put(
                    level,
                    new Mark(
                            crossed ? Mark.Kind.CROSS : Mark.Kind.EMPTY,
                            crossed ? Shape.X : Shape.NOTHING,
                            1,
                            crossed ? 8 : 0,
                            Optional.empty()));
        }
        return new Sheet(
                1, page.fit(), List.of(new RowReading(1, marks)), List.of(), new InkTrace(new byte[1], 1, 1, 1));
    }

    private static BallotForm form() {
        Map<Level, PaperBox> cells = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            cells.put(level, new PaperBox(100 + 20 * level.ordinal(), 100, 20, 10));
        }
        PaperBox box = new PaperBox(20, 100, 140, 10);
        Row row = new Row(1, box, new PaperBox(30, 100, 70, 10), Optional.empty(), cells);
        return new BallotForm(List.of(new FormPage(
                1, 210, 297, box, List.of(row), Optional.empty(), Optional.empty(), new Blank(new byte[0], 200))));
    }
}
