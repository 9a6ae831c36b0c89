package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Organisation.Kind;
import vn.kiemphieu.papers.CommitteeWork.Reopening;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

class MinutesTest {

    @ParameterizedTest
    @CsvSource({
        "47, 19, 2, 25, '19 40,43 2 4,26 25 53,19'",
        "58, 49, 4, 5, '49 84,48 4 6,90 5 8,62'",
        "53, 52, 1, 0, '52 98,11 1 1,89 0 0,00'"
    })
    void printsPublishedResultsToTheLastDigit(int collected, int high, int confidence, int low, String figures)
            throws IOException {
        Meeting meeting = collected(Meetings.of(1, Kind.STATE), collected);
        // 19, 2 and 25 of 47 were published with one ballot that is invalid.
        List<Ruling> rulings = Accounts.votes(1, high, confidence, low);
        while (rulings.size() < collected) {
            rulings.add(new Ruling(
                    Accounts.page(rulings.size() + 1), Status.INVALID, Set.of(Fault.NAME_STRUCK), List.of(), 1));
        }
        assertThat(Printed.text(pdf(Accounts.of(meeting, rulings)))).contains(figures);
    }

    @Test
    void saysNumbersInWordsToo() throws IOException {
        assertThat(text(Meetings.of(3, Kind.STATE), Accounts.votes(3, 19, 2, 26)))
                .contains("BIÊN BẢN KIỂM PHIẾU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("Số người được triệu tập: 50 (năm mươi) người; có mặt: 48 (bốn mươi tám) người; "
                        + "vắng mặt: 02 (hai) người.")
                .contains("3 × 48 = 144, không nhỏ hơn 2 × 50 = 100")
                .contains("Số phiếu thu về: 47 (bốn mươi bảy) phiếu")
                .contains("Căn cứ Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị;")
                .contains("bộ quy định qd-96")
                .contains("lập thành 03 (ba) bản")
                .contains("quản lý theo chế độ mật");
    }

    @Test
    void carriesThePartysHeadAndNotTheStates() throws IOException {
        assertThat(text(Meetings.of(3, Kind.PARTY), Accounts.votes(3, 19, 2, 26)))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH BAN KIỂM PHIẾU *", "-----")
                .doesNotContain("CỘNG HÒA", "Hạnh phúc");
    }

    @Test
    void isADraftOnEveryPageAndSaysWhyWhileTheBooksDoNotBalance() throws IOException {
        List<String> pages =
                Printed.pages(pdf(Accounts.of(Meetings.of(40, Kind.PARTY), Accounts.votes(40, 19, 2, 20))));
        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page.replace(" ", "")).contains("BẢNNHÁP"));
        assertThat(pages.get(0)).contains("Quét và nhập tay 41 phiếu, thu về 47: thiếu 6 phiếu.");
        assertThat(pages.get(1)).startsWith("2/" + pages.size());
    }

    @Test
    void isNoDraftOnceEveryLineHolds() throws IOException {
        assertThat(text(Meetings.of(3, Kind.STATE), Accounts.votes(3, 19, 2, 26))
                        .replace(" ", ""))
                .doesNotContain("NHÁP");
    }

    @Test
    void tellsInvalidBallotsByReasonAndBallotsInReview() throws IOException {
        List<Ruling> rulings = Accounts.votes(3, 10, 10, 10);
        rulings.add(invalid(90, Fault.NAME_STRUCK, Fault.NOT_ISSUED));
        rulings.add(invalid(92, Fault.NAME_STRUCK, Fault.UNCLEAR_MARK));
        rulings.add(new Ruling(Accounts.page(91), Status.REVIEW, Set.of(Fault.CORRECTED), List.of(), 0.2));
        assertThat(text(Meetings.of(3, Kind.STATE), rulings))
                .contains("Phiếu gạch tên người được lấy phiếu: 02 (hai) phiếu", "Một phiếu có thể có nhiều lỗi")
                .doesNotContain("dấu không rõ")
                .contains("Số phiếu chờ xem xét: 01 (một) phiếu, gồm:")
                .contains("Phiếu có dấu đã tẩy xóa, sửa chữa: 01 (một) phiếu");
    }

    @Test
    void tellsWhatPeopleDecidedAndWhatTheRandomCheckProves() throws IOException {
        Account account = Accounts.of(Meetings.of(3, Kind.STATE), Accounts.votes(3, 19, 2, 26), Accounts.someWork());
        assertThat(Printed.text(pdf(account)))
                .contains("Ban kiểm phiếu đã xem xét, quyết định 04 (bốn) phiếu (mỗi phiếu cần 02 (hai) thành viên")
                .contains("03 (ba) phiếu, mỗi phiếu do 02 (hai) thành viên quyết định")
                .contains("nhập bằng tay")
                .contains("rút 20 (hai mươi) trong 40 (bốn mươi) phiếu do máy đếm (số gieo xúc xắc: 4-2-6-1)")
                .contains("không phiếu nào khác")
                .contains("trong 40 phiếu đó máy đọc sai nhiều nhất 05 (năm) phiếu");
    }

    @Test
    void carriesTheHashOnlyWhenTheCountIsClosed() throws IOException {
        Account open = Accounts.of(Meetings.of(3, Kind.STATE), Accounts.votes(3, 19, 2, 26));
        assertThat(Printed.text(pdf(open))).contains("chưa có, vì kết quả chưa chốt");
        assertThat(Printed.text(pdf(open.closed("0123456789abcdef")))).contains("SHA-256): 0123456789abcdef.");
    }

    @Test
    void tellsThatACountWasOpenedAgain() throws IOException {
        Meeting meeting = Meetings.of(3, Kind.STATE);
        CommitteeWork work = new CommitteeWork(
                2,
                new TreeMap<>(),
                0,
                List.of(),
                List.of(),
                List.of(new Reopening("Lê Thị Hương", "tìm thấy một phiếu dưới đáy hòm", meeting.date())));
        assertThat(Printed.text(pdf(Accounts.of(meeting, Accounts.votes(3, 19, 2, 26), work))))
                .contains("được mở lại ngày 05 tháng 02 năm 2024 theo quyết định của Lê Thị Hương")
                .contains("lý do: tìm thấy một phiếu dưới đáy hòm");
    }

    @Test
    void canBeMadeBeforeAnybodyHasEnteredANumber() throws IOException {
        Meeting full = Meetings.of(3, Kind.STATE);
        Meeting early = with(
                full,
                new Attendance(OptionalInt.empty(), OptionalInt.empty()),
                new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0));
        assertThat(text(early, List.of())).contains("chưa có số liệu", "vì chưa có số phiếu thu về");
    }

    @Test
    void namesThoseWithManyLowVotesForInformationOnly() throws IOException {
        assertThat(text(Meetings.of(1, Kind.STATE), Accounts.votes(1, 5, 10, 32)))
                .contains("Để tham khảo: có từ 2/3 số phiếu thu về trở lên ở mức tín nhiệm thấp: Nguyễn Văn An");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void namesEveryFaultInBothLanguages(Fault fault) {
        String key = "papers.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(Texts.VIETNAMESE.say(key)).isNotBlank();
        assertThat(Texts.ENGLISH.say(key)).isNotBlank();
    }

    private static Ruling invalid(int page, Fault... faults) {
        return new Ruling(Accounts.page(page), Status.INVALID, Set.of(faults), List.of(), 1);
    }

    private static String text(Meeting meeting, List<Ruling> rulings) throws IOException {
        return Printed.text(pdf(Accounts.of(meeting, rulings)));
    }

    private static byte[] pdf(Account account) {
        Style style = Style.upright(account.meeting().organisation().kind());
        PdfTypist typist = new PdfTypist(style, "Biên bản", account.draft());
        Minutes.dictate(account, style, typist);
        return typist.finished();
    }

    private static Meeting collected(Meeting meeting, int collected) {
        return with(
                meeting,
                new Attendance(OptionalInt.of(collected), OptionalInt.of(collected)),
                new BallotCounts(OptionalInt.of(collected), OptionalInt.of(collected), 0));
    }

    private static Meeting with(Meeting meeting, Attendance attendance, BallotCounts ballots) {
        return new Meeting(
                meeting.title(),
                meeting.date(),
                meeting.place(),
                meeting.basis(),
                meeting.organisation(),
                attendance,
                ballots,
                meeting.rules(),
                meeting.officials(),
                meeting.committee(),
                meeting.chair(),
                meeting.observers());
    }
}
