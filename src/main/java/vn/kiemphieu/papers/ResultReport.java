package vn.kiemphieu.papers;

import java.util.List;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.Typist.Signature;

/** The report of the result to the superior body (báo cáo kết quả), which the minutes are attached to. */
final class ResultReport {

    private ResultReport() {}

    static void dictate(Account account, Style style, Typist typist) {
        Meeting meeting = account.meeting();
        Tally tally = account.tally();
        typist.letterhead(Letterhead.ofBody(meeting, Letterhead.number(meeting, "BC", "……")));
        typist.title("BÁO CÁO", "Kết quả " + Letterhead.whole(meeting));
        typist.addressee("Kính gửi: %s."
                .formatted(
                        meeting.organisation().superior().isEmpty()
                                ? "…………………………………………"
                                : meeting.organisation().superior()));
        if (account.draft()) {
            typist.openPoints(Wording.say("papers.draft-because"), Wording.open(account.books()));
        }
        meeting.basis().forEach(text -> typist.basis("Căn cứ " + text + ";"));
        typist.paragraph("Xin báo cáo kết quả %s như sau:".formatted(Letterhead.whole(meeting)));
        typist.heading("1. Tổ chức hội nghị");
        typist.paragraph("Hội nghị tổ chức %s, do %s chủ trì. %s"
                .formatted(
                        Letterhead.date(meeting.date()),
                        meeting.chair().name(),
                        Wording.attendance(meeting.attendance())));
        typist.heading("2. Kiểm phiếu");
        typist.paragraph("Số phiếu phát ra: %s phiếu; thu về: %s phiếu; hợp lệ: %s phiếu; không hợp lệ: %s phiếu."
                .formatted(
                        Wording.said(tally.ballots().issued()),
                        Wording.said(tally.collected()),
                        Wording.said(tally.valid()),
                        Wording.said(tally.invalid())));
        typist.heading("3. Kết quả đối với từng người");
        typist.grid(ResultGrid.of(tally, style));
        typist.note("Tỷ lệ % tính trên " + Wording.base(tally) + ", làm tròn đến hai chữ số thập phân.");
        Wording.bands(tally).forEach(typist::note);
        typist.together(() -> {
            typist.paragraph("(Gửi kèm Biên bản kiểm phiếu, %s.)".formatted(Letterhead.date(meeting.date())));
            typist.paragraph("Trân trọng báo cáo./.");
            typist.recipientsAndSignature(
                    List.of("Nơi nhận:", "- Như trên;", "- Lưu: Hồ sơ hội nghị."),
                    new Signature(
                            "CHỦ TRÌ HỘI NGHỊ",
                            "(Ký, ghi rõ họ tên, đóng dấu)",
                            meeting.chair().name()));
        });
    }
}
