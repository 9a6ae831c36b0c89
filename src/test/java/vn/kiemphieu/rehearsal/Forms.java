package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.papers.BallotPrinter;
import vn.kiemphieu.papers.BallotPrinter.SignatureBlock;
import vn.kiemphieu.papers.ImagePdf;
import vn.kiemphieu.vision.SimulatedScanner;

/** Forms and decks to test with; each form is typeset once. */
final class Forms {

    private static final Map<Integer, BallotForm> MADE = new ConcurrentHashMap<>();

    private Forms() {}

    /** {@return a form with a signature zone; 30 officials take two pages} */
    static BallotForm of(int officials) {
        return MADE.computeIfAbsent(
                officials,
                n -> BallotPrinter.print(meeting(roster(n)), SignatureBlock.WITH)
                        .form());
    }

    /** {@return the same form but for one official's name} */
    static BallotForm naming(int officials, int official, String name) {
        List<Official> others = new ArrayList<>(roster(officials));
        others.set(official - 1, new Official(name, "Trưởng ban"));
        return BallotPrinter.print(meeting(others), SignatureBlock.WITH).form();
    }

    static Truth deck(BallotForm form, DeckOrder order, Path scans) throws IOException {
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            return new DeckMaker(scanner, Forms::pdf).make(form, order, scans);
        }
    }

    private static byte[] pdf(List<Darkroom.Shot> shots) {
        try {
            return ImagePdf.of(shots.stream()
                    .map(s -> new ImagePdf.Leaf(
                            s.bytes(), s.output() == ScanRecipe.Output.BITS, s.widthPx(), s.heightPx(), s.dpi()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Official> roster(int officials) {
        return IntStream.rangeClosed(1, officials)
                .mapToObj(
                        i -> new Official("Nguyễn Văn " + "ABCDEFGHIJKLMNOPQRSTUVWXYZÂĂĐÊÔƠƯ".charAt(i), "Trưởng ban"))
                .toList();
    }

    private static Meeting meeting(List<Official> officials) {
        return new Meeting(
                "Hội nghị lấy phiếu tín nhiệm",
                LocalDate.of(2024, 2, 5),
                "Khánh Hòa",
                List.of(),
                new Organisation("UBND TỈNH KHÁNH HÒA", "BAN DÂN TỘC", Organisation.Kind.STATE),
                new Attendance(OptionalInt.empty(), OptionalInt.empty()),
                new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0),
                "qd-96",
                officials,
                List.of(),
                new Person("Đỗ Minh Tuấn", "Chủ trì hội nghị"),
                List.of());
    }
}
