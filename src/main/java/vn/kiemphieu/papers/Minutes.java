package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.papers.Typist.Signature;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * The minutes of the count (biên bản kiểm phiếu). The hours and the room are left open for ink: they are known when the
 * minutes are signed, not when they are typed.
 */
final class Minutes {

    private static final String SIGN = "(Ký, ghi rõ họ tên)";
    private static final int COPIES = 3;
    private static final int SIGNATURES_A_ROW = 3;

    private final Account account;
    private final Meeting meeting;
    private final Tally tally;
    private final Typist typist;

    private Minutes(Account account, Typist typist) {
        this.account = account;
        this.meeting = account.meeting();
        this.tally = account.tally();
        this.typist = typist;
    }

    static void dictate(Account account, Style style, Typist typist) {
        Minutes minutes = new Minutes(account, typist);
        typist.letterhead(Letterhead.ofCommittee(account.meeting(), Letterhead.number(account.meeting(), "BB", "BKP")));
        typist.title("BIÊN BẢN KIỂM PHIẾU", Letterhead.title(account.meeting()));
        minutes.opening();
        minutes.whoWasThere();
        minutes.ballots();
        minutes.committee();
        minutes.results(style);
        typist.together(minutes::end);
    }

    private void opening() {
        if (account.draft()) {
            typist.openPoints(Wording.say("papers.draft-because"), Wording.open(account.books()));
        }
        meeting.basis().forEach(text -> typist.basis("Căn cứ " + text + ";"));
        typist.paragraph(
                "Hồi …… giờ …… phút, %s, tại ………… ………… …………, %s, Ban kiểm phiếu đã tiến hành kiểm phiếu tại %s. Kết quả như sau:"
                        .formatted(Letterhead.date(meeting.date()), meeting.place(), meeting.title()));
        account.committee()
                .reopenings()
                .forEach(again -> typist.paragraph(
                        "Việc kiểm phiếu đã chốt và được mở lại %s theo quyết định của %s, lý do: %s. Biên bản này thay thế biên bản lập trước khi mở lại."
                                .formatted(Letterhead.date(again.on()), again.by(), again.reason())));
    }

    private void whoWasThere() {
        typist.heading("I. THÀNH PHẦN");
        typist.paragraph("1. " + Wording.attendance(meeting.attendance()));
        typist.paragraph("2. Chủ trì: %s.".formatted(Wording.named(meeting.chair())));
        typist.paragraph("3. Thư ký: %s."
                .formatted(meeting.member("thư ký").map(Person::name).orElse("…………………………………………")));
        typist.paragraph("4. Ban kiểm phiếu gồm %s người:"
                .formatted(Wording.said(meeting.committee().size())));
        meeting.committee().forEach(person -> typist.item("- %s;".formatted(Wording.named(person))));
        if (meeting.observers().isEmpty()) {
            typist.paragraph("5. Đại diện giám sát: không có.");
        } else {
            typist.paragraph("5. Đại diện giám sát:");
            meeting.observers().forEach(person -> typist.item("- %s;".formatted(Wording.named(person))));
        }
    }

    private void ballots() {
        typist.heading("II. SỐ PHIẾU");
        typist.paragraph("1. Số phiếu phát ra: %s phiếu."
                .formatted(Wording.said(tally.ballots().issued())));
        typist.paragraph("2. Số phiếu hỏng đã đổi: %s phiếu."
                .formatted(Wording.said(tally.ballots().exchanged())));
        typist.paragraph("3. Số phiếu thu về: %s phiếu.".formatted(Wording.said(tally.collected())));
        String rowsOnly = tally.voidRows() == 0
                ? ""
                : ", trong đó có %s lượt không hợp lệ đối với riêng từng người"
                        .formatted(Wording.said(tally.voidRows()));
        typist.paragraph("4. Số phiếu hợp lệ: %s phiếu%s.".formatted(Wording.said(tally.valid()), rowsOnly));
        List<String> reasons = Wording.invalidByFault(tally);
        typist.paragraph("5. Số phiếu không hợp lệ: %s phiếu%s"
                .formatted(Wording.said(tally.invalid()), reasons.isEmpty() ? "." : ", gồm:"));
        reasons.forEach(typist::item);
        if (tally.inReview() > 0) {
            typist.paragraph("Số phiếu chờ xem xét: %s phiếu, gồm:".formatted(Wording.said(tally.inReview())));
            Wording.reviewByFault(tally).forEach(typist::item);
        }
        typist.paragraph("6. Phiếu hợp lệ, không hợp lệ được xác định theo %s (bộ quy định %s)."
                .formatted(RuleProfile.named(tally.rules()).title(), tally.rules()));
    }

    private void committee() {
        CommitteeWork work = account.committee();
        typist.heading("III. PHIẾU DO BAN KIỂM PHIẾU XEM XÉT, QUYẾT ĐỊNH");
        if (work.decided() == 0) {
            typist.paragraph("1. Không có phiếu nào do thành viên Ban kiểm phiếu quyết định.");
        } else {
            typist.paragraph(
                    "1. Ban kiểm phiếu đã xem xét, quyết định %s phiếu (mỗi phiếu cần %s thành viên độc lập cùng trả lời như nhau; khác nhau thì Trưởng ban quyết định):"
                            .formatted(Wording.said(work.decided()), Wording.said(work.eyes())));
            work.byMembers()
                    .forEach((members, number) -> typist.item("- %s phiếu, mỗi phiếu do %s thành viên quyết định;"
                            .formatted(Wording.said(number), Wording.said(members))));
        }
        if (work.byHand() > 0) {
            typist.item("- trong đó %s phiếu không quét được, nhập bằng tay.".formatted(Wording.said(work.byHand())));
        }
        List<String> checks = ChanceWords.of(work.randomChecks());
        for (int i = 0; i < checks.size(); i++) {
            typist.paragraph((i + 2) + ". " + checks.get(i));
        }
    }

    private void results(Style style) {
        typist.heading("IV. KẾT QUẢ ĐỐI VỚI TỪNG NGƯỜI");
        typist.grid(ResultGrid.of(tally, style));
        typist.note("Tỷ lệ % tính trên {}, làm tròn đến hai chữ số thập phân.".replace("{}", Wording.base(tally)));
        Wording.bands(tally).forEach(typist::note);
    }

    private void end() {
        typist.paragraph(
                "Việc kiểm phiếu kết thúc hồi …… giờ …… phút cùng ngày. Biên bản đã được đọc cho các thành viên Ban kiểm phiếu và người giám sát cùng nghe, nhất trí và ký tên; lập thành %s bản có giá trị như nhau, quản lý theo chế độ mật."
                        .formatted(Wording.said(COPIES)));
        typist.paragraph(account.sums()
                .map(digits -> "Mã kiểm tra của tập kết quả (16 chữ số đầu của SHA-256): %s.".formatted(digits))
                .orElse("Mã kiểm tra của tập kết quả: chưa có, vì kết quả chưa chốt."));
        List<Signature> signatures = signatures();
        for (int from = 0; from < signatures.size(); from += SIGNATURES_A_ROW) {
            typist.signatures(signatures.subList(from, Math.min(from + SIGNATURES_A_ROW, signatures.size())));
        }
    }

    /** The secretary, the head of the committee and the chair first; then whoever else was there. */
    private List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        Person head = meeting.headOfCommittee();
        List<Person> others = new ArrayList<>(meeting.committee());
        others.remove(head);
        meeting.member("thư ký").ifPresent(secretary -> {
            signatures.add(new Signature("THƯ KÝ", SIGN, secretary.name()));
            others.remove(secretary);
        });
        signatures.add(new Signature("TRƯỞNG BAN KIỂM PHIẾU", SIGN, head.name()));
        signatures.add(new Signature("CHỦ TRÌ HỘI NGHỊ", SIGN, meeting.chair().name()));
        others.forEach(person -> signatures.add(new Signature("ỦY VIÊN", SIGN, person.name())));
        meeting.observers().forEach(person -> signatures.add(new Signature("NGƯỜI GIÁM SÁT", SIGN, person.name())));
        return signatures;
    }
}
