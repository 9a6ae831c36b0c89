package vn.kiemphieu.papers;

import java.util.List;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.papers.Typist.Signature;

/** The sheet that is read aloud and hung up (bảng kết quả): the figures, large, and nothing else. */
final class ResultSheet {

    private ResultSheet() {}

    static void dictate(Account account, Style style, Typist typist) {
        Tally tally = account.tally();
        typist.letterhead(Letterhead.ofCommittee(account.meeting(), ""));
        typist.title("BẢNG KẾT QUẢ KIỂM PHIẾU", Letterhead.title(account.meeting()));
        if (account.draft()) {
            typist.openPoints(Wording.say("papers.draft-because"), Wording.open(account.books()));
        }
        typist.paragraph("Số phiếu phát ra: %s; thu về: %s; hợp lệ: %s; không hợp lệ: %s."
                .formatted(
                        Wording.said(tally.ballots().issued()),
                        Wording.said(tally.collected()),
                        Wording.said(tally.valid()),
                        Wording.said(tally.invalid())));
        typist.grid(ResultGrid.of(tally, style));
        typist.together(() -> {
            typist.note("Tỷ lệ % tính trên " + Wording.base(tally) + ", làm tròn đến hai chữ số thập phân.");
            typist.recipientsAndSignature(
                    List.of(""),
                    new Signature(
                            "TRƯỞNG BAN KIỂM PHIẾU",
                            "(Ký, ghi rõ họ tên)",
                            account.meeting().headOfCommittee().name()));
        });
    }
}
