package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Organisation.Kind;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

class MinutesTest {

    @TempDir
    Path dir;

    @Test
    void printsThePublishedPercentagesWithADecimalComma() throws IOException {
        String text = text(Meetings.of(3, Kind.STATE), votes(3, 19, 2, 26)).get(0);
        assertThat(text)
                .contains("BIÊN BẢN KIỂM PHIẾU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("40,43", "4,26", "55,32")
                .contains("Số người được triệu tập: 50; có mặt: 48")
                .contains("hai phần ba")
                .contains("Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị")
                .contains("bộ quy định qd-96");
    }

    @Test
    void isADraftOnEveryPageAndSaysWhyWhileTheBooksDoNotBalance() throws IOException {
        List<String> pages = text(Meetings.of(40, Kind.PARTY), votes(40, 19, 2, 20));
        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page.replace(" ", "")).contains("BẢNNHÁP"));
        assertThat(pages.get(0)).contains("Số phiếu đã quét (41) khác số phiếu thu về (47).");
    }

    @Test
    void isNoDraftOnceEveryLineHolds() throws IOException {
        assertThat(text(Meetings.of(3, Kind.STATE), votes(3, 19, 2, 26)))
                .allSatisfy(page -> assertThat(page.replace(" ", "")).doesNotContain("NHÁP"));
    }

    @Test
    void tellsInvalidBallotsByReasonAndBallotsInReview() throws IOException {
        List<Ruling> rulings = votes(3, 10, 10, 10);
        rulings.add(new Ruling(page(90), Status.INVALID, Set.of(Fault.NAME_STRUCK, Fault.NOT_ISSUED), List.of(), 1));
        rulings.add(new Ruling(page(92), Status.INVALID, Set.of(Fault.NAME_STRUCK, Fault.UNCLEAR_MARK), List.of(), 1));
        rulings.add(new Ruling(page(91), Status.REVIEW, Set.of(Fault.CORRECTED), List.of(), 0.2));
        String text = String.join("", text(Meetings.of(3, Kind.STATE), rulings));
        assertThat(text)
                .contains("Phiếu gạch tên người được lấy phiếu 2", "Một phiếu có thể có nhiều lỗi")
                .doesNotContain("dấu không rõ")
                .contains("Số phiếu chờ xem xét 1", "Phiếu có dấu đã tẩy xóa, sửa chữa 1");
    }

    @Test
    void canBeMadeBeforeAnybodyHasEnteredANumber() throws IOException {
        Meeting full = Meetings.of(3, Kind.STATE);
        Meeting early = new Meeting(
                full.title(),
                full.date(),
                full.place(),
                List.of(),
                full.organisation(),
                new Attendance(OptionalInt.empty(), OptionalInt.empty()),
                new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0),
                full.rules(),
                full.officials(),
                full.committee(),
                full.chair(),
                List.of());
        assertThat(String.join("", text(early, List.of()))).contains("chưa có số liệu", "vì chưa có số phiếu thu về");
    }

    @Test
    void namesThoseWithManyLowVotesForInformationOnly() throws IOException {
        String text = String.join("", text(Meetings.of(1, Kind.STATE), votes(1, 5, 10, 32)));
        assertThat(text)
                .contains("Để tham khảo: có từ 2/3 số phiếu thu về trở lên ở mức tín nhiệm thấp: Nguyễn Văn An");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void namesEveryFaultInBothLanguages(Fault fault) {
        String key = "papers.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(Texts.VIETNAMESE.say(key)).isNotBlank();
        assertThat(Texts.ENGLISH.say(key)).isNotBlank();
    }

    private List<String> text(Meeting meeting, List<Ruling> rulings) throws IOException {
        Tally tally = Tally.of(meeting, rulings);
        Path file = Minutes.write(meeting, tally, Books.of(tally, rulings.size()), dir.resolve("bien-ban.pdf"));
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    private static List<Ruling> votes(int officials, int high, int confidence, int low) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < high + confidence + low; i++) {
            Level level = i < high ? Level.HIGH : i < high + confidence ? Level.CONFIDENCE : Level.LOW;
            List<RowRuling> rows = IntStream.rangeClosed(1, officials)
                    .mapToObj(n -> new RowRuling(n, RowStatus.COUNTED, Optional.of(level), Set.of()))
                    .toList();
            rulings.add(new Ruling(page(i + 1), Status.COUNTED, Set.of(), rows, 1));
        }
        return rulings;
    }

    private static List<PageId> page(int number) {
        return List.of(new PageId("scan.pdf", number));
    }
}
