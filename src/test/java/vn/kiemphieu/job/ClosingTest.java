package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.Account;
import vn.kiemphieu.papers.Papers;
import vn.kiemphieu.papers.Verification;
import vn.kiemphieu.papers.Verification.Difference;

@Tag("long")
class ClosingTest {

    private static final String BASIS = "b".repeat(64);
    private static final String FORM = BASIS;
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);
    private static final String PROGRAM = "0.1.0";

    /** Seven ballots, three of them high: 42.86 %. No number leaves 3 over 4, which would be no ballot. */
    private static final List<Integer> BALLOTS = List.of(0, 1, 2, 4, 5, 6, 8);

    @TempDir
    private Path dir;

    @TempDir
    private Path fresh;

    private MeetingFolder folder;
    private Path results;

    @BeforeEach
    void count() throws Exception {
        folder = new MeetingFolder(dir);
        results = folder.results();
        for (int number : BALLOTS) {
            StandIns.scan(folder, "scan-%02d.png".formatted(number), number);
        }
        counting(meeting(7));
    }

    @Test
    void aClosedCountAgreesWithItselfAndItsMinutesCarryTheHashOfTheList() throws Exception {
        close();
        assertThat(differences(meeting(7))).isEmpty();
        String list = Files.readString(results.resolve("SHA256SUMS"));
        assertThat(list.lines().map(line -> line.substring(66)))
                .contains("ballots.csv", "readings.csv", "tally.json", "bien-ban-kiem-phieu.xlsx", "phu-luc-ho-so.pdf")
                .doesNotContain("bien-ban-kiem-phieu.pdf", "bien-ban-kiem-phieu.docx");
        for (String name : List.of("SHA256SUMS", "SHA256SUMS.bien-ban")) {
            for (String line : Files.readAllLines(results.resolve(name))) {
                assertThat(sha256(results.resolve(line.substring(66))))
                        .isEqualTo(line.substring(0, 64))
                        .as(line);
            }
        }
        assertThat(pdf("bien-ban-kiem-phieu.pdf"))
                .contains(sha256(results.resolve("SHA256SUMS")).substring(0, 16));
        assertThat(pdf("bien-ban-kiem-phieu.pdf").replaceAll("\\s", "")).doesNotContain("NHÁP");
    }

    @Test
    void aClosedCountTakesNothingMore() throws Exception {
        close();
        StandIns.scan(folder, "late.png", 9);
        assertThatThrownBy(() -> counting(meeting(7)))
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            assertThatThrownBy(() -> ledger.arrivals().note(List.of()))
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.CLOSED));
        }
        assertThat(differences(meeting(7))).isEmpty();
    }

    @Test
    void isNotClosedWhileTheBooksDoNotBalance() throws Exception {
        counting(meeting(8));
        try (Recount recount = Recount.of(folder, meeting(8), StandIns.FORM, BASIS, FORM)) {
            assertThatThrownBy(() -> recount.close(PROGRAM, results, DAY)).hasMessageContaining("do not balance");
            assertThat(recount.closed()).isEmpty();
        }
        assertThat(results.resolve("SHA256SUMS")).doesNotExist();
    }

    @Test
    void openingAgainIsToldAndKeepsWhatWasSigned() throws Exception {
        close();
        byte[] signed = Files.readAllBytes(results.resolve("bien-ban-kiem-phieu.pdf"));
        try (Recount recount = Recount.of(folder, meeting(7), StandIns.FORM, BASIS, FORM)) {
            assertThatThrownBy(() -> recount.reopen("Lê Thị Hương", " ", results, DAY))
                    .isInstanceOf(IllegalStateException.class);
        }
        try (Recount recount = Recount.of(folder, meeting(7), StandIns.FORM, BASIS, FORM)) {
            recount.reopen("Lê Thị Hương", "tìm thấy một phiếu trong hòm", results, DAY);
            assertThat(recount.closed()).isEmpty();
        }
        assertThat(Files.readAllBytes(results.resolve("closed-1/bien-ban-kiem-phieu.pdf")))
                .isEqualTo(signed);
        assertThat(results.resolve("bien-ban-kiem-phieu.pdf")).doesNotExist();
        StandIns.scan(folder, "scan-09.png", 9);
        counting(meeting(8));
        close(meeting(8));
        assertThat(pdf("bien-ban-kiem-phieu.pdf"))
                .contains("được mở lại ngày 20 tháng 7 năm 2023 theo quyết định của Lê Thị Hương")
                .contains("tìm thấy một phiếu trong hòm");
        assertThat(differences(meeting(8))).isEmpty();
    }

    @Test
    void namesAChangedDigitWhereverItStands() throws Exception {
        papers();
        assertThat(differences(meeting(7))).isEmpty();
        replace("tally.csv", "42.86", "42.87");
        replace("tally.json", "\"high\" : 3", "\"high\" : 4");
        replace("ballots.csv", "1.000", "0.999");
        replace("readings.csv", "cross", "empty");
        List<String> names = List.of("ballots.csv", "readings.csv", "tally.json", "tally.csv");
        List<String> forged = new ArrayList<>();
        for (Path paper : Files.list(results).sorted().toList()) {
            String name = paper.getFileName().toString();
            switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "pdf" -> ChangedDigit.inPdf(paper);
                case "docx" -> ChangedDigit.inWord(paper);
                case "xlsx" -> ChangedDigit.inExcel(paper);
                default -> {
                    continue;
                }
            }
            forged.add(name);
        }
        assertThat(forged).hasSize(11);
        forged.addAll(names);
        assertThat(differences(meeting(7)).stream().map(d -> d.values()[0].toString()))
                .containsExactlyInAnyOrderElementsOf(forged);
    }

    @Test
    void namesWhatWasAddedTakenAwayOrRewrittenAfterClosing() throws Exception {
        close();
        Files.delete(results.resolve("bang-ket-qua.pdf"));
        Files.writeString(results.resolve("extra.txt"), "1");
        Files.writeString(results.resolve("SHA256SUMS"), Files.readString(results.resolve("SHA256SUMS")) + "\n");
        assertThat(differences(meeting(7)))
                .contains(
                        new Difference(Verification.Kind.MISSING, List.of("bang-ket-qua.pdf")),
                        new Difference(Verification.Kind.ADDED, List.of("extra.txt")),
                        new Difference(Verification.Kind.CHANGED, List.of("SHA256SUMS")));
    }

    @Test
    void thePapersTellWhatPeopleDecidedAndSoDoesTheFreshCount() throws Exception {
        StandIns.scan(folder, "scan-03.png", 3);
        counting(meeting(8));
        String ballot = decideTheOneThatWaits();
        counting(meeting(8));
        close(meeting(8));
        assertThat(differences(meeting(8))).isEmpty();
        assertThat(pdf("bien-ban-kiem-phieu.pdf"))
                .contains("Ban kiểm phiếu đã xem xét, quyết định 01 (một) phiếu")
                .contains("01 (một) phiếu, mỗi phiếu do 02 (hai) thành viên quyết định");
        assertThat(pdf("phu-luc-ho-so.pdf")).contains(ballot, "X ở cột thứ ba", "hoa; minh");
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            assertThat(pdf("phu-luc-ho-so.pdf")).contains(ledger.trail().lastHash(), ledger.digest());
            assertThatThrownBy(() -> ledger.trail().add(Instant.EPOCH, "hoa", Role.MEMBER, List.of()))
                    .isInstanceOf(LedgerException.class);
        }
    }

    /** Two members say the same of the one page that could not be laid over the form. {@return its ballot} */
    private String decideTheOneThatWaits() throws Exception {
        Counting counting = new Counting(
                folder, meeting(8), StandIns.rooms(folder, BASIS, scan -> {}), new CountingSettings(1, Watcher.NOBODY));
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            Subject subject = counting.standing(ledger).orElseThrow().subjects().stream()
                    .filter(Subject::asksPeople)
                    .findFirst()
                    .orElseThrow();
            for (String member : List.of("hoa", "minh")) {
                ledger.trail()
                        .add(
                                Instant.EPOCH,
                                member,
                                Role.MEMBER,
                                List.of(new Deed.Answered(
                                        subject.ballot(),
                                        subject.reference(),
                                        new Answer.AsMarked(Map.of(1, RowAnswer.LOW)),
                                        "X ở cột thứ ba")));
            }
            return subject.ballot();
        }
    }

    @Test
    void noticesAnEntryAboutClosingThatWasChanged() throws Exception {
        close();
        try (Recount recount = Recount.of(folder, meeting(7), StandIns.FORM, BASIS, FORM)) {
            assertThat(recount.unbroken()).isTrue();
        }
        String url = "jdbc:h2:file:" + folder.ledger().toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, "kiemphieu", "")) {
            connection.createStatement().executeUpdate("UPDATE closing SET on_day = DATE '2023-07-21'");
        }
        try (Recount recount = Recount.of(folder, meeting(7), StandIns.FORM, BASIS, FORM)) {
            assertThat(recount.unbroken()).isFalse();
        }
    }

    private void counting(Meeting meeting) throws Exception {
        counting(folder, meeting);
    }

    private static void counting(MeetingFolder folder, Meeting meeting) throws Exception {
        Rooms rooms = StandIns.rooms(folder, BASIS, scan -> {});
        new Counting(folder, meeting, rooms, new CountingSettings(2, Watcher.NOBODY)).run();
    }

    private void papers() throws Exception {
        try (Recount recount = Recount.of(folder, meeting(7), StandIns.FORM, BASIS, FORM)) {
            Papers.write(recount.account(PROGRAM), results);
        }
    }

    private void close() throws Exception {
        close(meeting(7));
    }

    private void close(Meeting meeting) throws Exception {
        try (Recount recount = Recount.of(folder, meeting, StandIns.FORM, BASIS, FORM)) {
            recount.close(PROGRAM, results, DAY);
        }
    }

    private List<Difference> differences(Meeting meeting) throws Exception {
        try (Recount recount = Recount.of(folder, meeting, StandIns.FORM, BASIS, FORM)) {
            Account account = recount.account(PROGRAM);
            recount.writeTables(account, fresh);
            List<Difference> differences = new ArrayList<>();
            if (recount.closed().isPresent()) {
                account = Verification.closed(account, results);
                differences.addAll(
                        Verification.againstSums(results, recount.closed().get().sums()));
            }
            differences.addAll(Verification.against(account, results, fresh));
            return differences;
        }
    }

    private void replace(String name, String from, String to) throws IOException {
        String text = Files.readString(results.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(results.resolve(name), text.replaceFirst(from, to));
    }

    private String pdf(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(results.resolve(name).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Meeting meeting(int ballots) {
        Meeting base = StandIns.MEETING;
        return new Meeting(
                base.title(),
                base.date(),
                base.place(),
                base.basis(),
                base.organisation(),
                new Attendance(OptionalInt.of(ballots), OptionalInt.of(ballots)),
                new BallotCounts(OptionalInt.of(ballots), OptionalInt.of(ballots), 0),
                base.rules(),
                base.officials(),
                base.committee(),
                base.chair(),
                base.observers());
    }
}
