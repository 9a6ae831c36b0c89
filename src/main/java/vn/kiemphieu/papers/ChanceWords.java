package vn.kiemphieu.papers;

import java.util.List;
import vn.kiemphieu.papers.CommitteeWork.RandomCheck;

/** The random checks in words, and how much they prove. */
final class ChanceWords {

    private ChanceWords() {}

    static List<String> of(List<RandomCheck> checks) {
        return checks.isEmpty()
                ? List.of("Không kiểm tra ngẫu nhiên phiếu do máy đếm.")
                : checks.stream().map(ChanceWords::told).toList();
    }

    private static String told(RandomCheck check) {
        String drawn =
                "Kiểm tra ngẫu nhiên: rút %s trong %s phiếu do máy đếm (số gieo xúc xắc: %s); thành viên đọc lại %s phiếu mà không biết kết quả của máy, "
                        .formatted(
                                Wording.said(check.drawn()),
                                Wording.said(check.counted()),
                                check.seed(),
                                Wording.said(check.looked()));
        String result = check.differing() == 0
                ? "không phiếu nào khác."
                : "%s phiếu khác, đã theo kết quả của thành viên.".formatted(Wording.said(check.differing()));
        return drawn
                + result
                + " Với độ tin cậy 95%%, trong %d phiếu đó máy đọc sai nhiều nhất %s phiếu."
                        .formatted(check.counted(), Wording.said(check.mostWrong()));
    }
}
