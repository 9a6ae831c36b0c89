package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.papers.Account.Ballot;
import vn.kiemphieu.papers.Grid.Column;
import vn.kiemphieu.papers.Grid.Side;
import vn.kiemphieu.ruling.Consequence;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Status;

/**
 * The annex for the file (phụ lục hồ sơ): what a superior body needs to check the count without trusting the program.
 * Ballots have only their random ids here, in the order of these ids, so nothing tells whose they were.
 */
final class FileAnnex {

    private static final int MARGIN_BANDS = 5;
    private static final int LEAST_CERTAIN = 10;
    private static final double NUMBER_MM = 10;
    private static final double ID_MM = 38;

    private final Account account;
    private final Style style;
    private final Typist typist;

    private FileAnnex(Account account, Style style, Typist typist) {
        this.account = account;
        this.style = style;
        this.typist = typist;
    }

    static void dictate(Account account, Style style, Typist typist) {
        FileAnnex annex = new FileAnnex(account, style, typist);
        typist.letterhead(Letterhead.ofCommittee(account.meeting(), ""));
        typist.title("PHỤ LỤC HỒ SƠ KIỂM PHIẾU", Letterhead.title(account.meeting()));
        annex.origin();
        annex.rules();
        annex.decisions();
        annex.notCounted();
        annex.randomCheck();
        annex.margins();
    }

    private void origin() {
        typist.heading("I. Chương trình và sổ kiểm phiếu");
        typist.paragraph("Chương trình: Kiểm Phiếu, phiên bản %s."
                .formatted(account.origin().program()));
        typist.paragraph("Mã của sổ kiểm phiếu (SHA-256):");
        typist.item(account.origin().ledger());
        typist.paragraph("Mã của dòng cuối nhật ký quyết định (SHA-256), gắn với mọi dòng trước nó:");
        typist.item(account.origin().trail());
        typist.paragraph(
                "Cách kiểm tra: lệnh kiemphieu verify đếm lại từ sổ và so với mọi giấy tờ; lệnh sha256sum -c so từng tệp kết quả với SHA256SUMS.");
        account.committee()
                .reopenings()
                .forEach(again ->
                        typist.paragraph("Kết quả đã chốt và được mở lại %s, theo quyết định của %s, lý do: %s."
                                .formatted(Letterhead.date(again.on()), again.by(), again.reason())));
    }

    private void rules() {
        RuleProfile profile = RuleProfile.named(account.tally().rules());
        typist.heading("II. Bộ quy định áp dụng: %s".formatted(profile.id()));
        typist.paragraph(profile.title() + ".");
        List<List<String>> rows = new ArrayList<>();
        for (Fault fault : EnumSet.allOf(Fault.class)) {
            if (profile.consequences().containsKey(fault)) {
                rows.add(List.of(fault.name(), Wording.fault(fault), consequence(profile.of(fault))));
            }
        }
        double words = style.lineMm() - 48;
        typist.grid(new Grid(
                List.of(
                        Column.of("Mã", 48, Side.LEFT),
                        Column.of("Lỗi", words * 0.55, Side.LEFT),
                        Column.of("Hậu quả", words * 0.45, Side.LEFT)),
                rows));
    }

    private static String consequence(Consequence consequence) {
        return switch (consequence.spoils()) {
            case BALLOT -> "Cả phiếu không hợp lệ";
            case PERSON -> "Ban kiểm phiếu quyết định";
            case ROW ->
                "Không hợp lệ đối với người đó"
                        + (consequence.ballotIfOneName() ? "; cả phiếu, nếu phiếu có một tên" : "")
                        + (consequence.ballotIfEveryRow() ? "; cả phiếu, nếu mọi dòng đều vậy" : "");
        };
    }

    private void decisions() {
        typist.heading("III. Quyết định của Ban kiểm phiếu");
        List<CommitteeWork.Decision> decisions = account.committee().decisions();
        if (decisions.isEmpty()) {
            typist.paragraph("Không có phiếu nào do thành viên Ban kiểm phiếu quyết định.");
            return;
        }
        double words = style.lineMm() - NUMBER_MM - ID_MM;
        List<List<String>> rows = new ArrayList<>();
        for (CommitteeWork.Decision decision : decisions) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    decision.ballot(),
                    decision.verdict(),
                    decision.reason(),
                    decision.by()));
        }
        typist.grid(new Grid(
                List.of(
                        Column.of("TT", NUMBER_MM, Side.MIDDLE),
                        Column.of("Mã phiếu", ID_MM, Side.LEFT),
                        Column.of("Quyết định", words * 0.36, Side.LEFT),
                        Column.of("Lý do", words * 0.32, Side.LEFT),
                        Column.of("Người quyết định", words * 0.32, Side.LEFT)),
                rows));
    }

    private void notCounted() {
        typist.heading("IV. Phiếu không hợp lệ hoặc chờ xem xét");
        List<List<String>> rows = new ArrayList<>();
        inOrderOfIds().stream()
                .filter(ballot -> ballot.ruling().status() != Status.COUNTED)
                .forEach(ballot -> rows.add(List.of(
                        String.valueOf(rows.size() + 1),
                        ballot.id(),
                        ballot.ruling().status() == Status.INVALID ? "Không hợp lệ" : "Chờ xem xét",
                        faults(ballot.ruling().reasons()))));
        if (rows.isEmpty()) {
            typist.paragraph("Không có.");
            return;
        }
        typist.grid(new Grid(
                List.of(
                        Column.of("TT", NUMBER_MM, Side.MIDDLE),
                        Column.of("Mã phiếu", ID_MM, Side.LEFT),
                        Column.of("Kết luận", 30, Side.LEFT),
                        Column.of("Lý do", style.lineMm() - NUMBER_MM - ID_MM - 30, Side.LEFT)),
                rows));
    }

    private static String faults(Set<Fault> faults) {
        return faults.isEmpty()
                ? ""
                : EnumSet.copyOf(faults).stream().map(Wording::fault).collect(Collectors.joining("; "));
    }

    private List<Ballot> inOrderOfIds() {
        return account.ballots().stream()
                .sorted(Comparator.comparing(Ballot::id))
                .toList();
    }

    private void randomCheck() {
        typist.heading("V. Kiểm tra ngẫu nhiên");
        ChanceWords.of(account.committee().randomChecks()).forEach(typist::paragraph);
        account.committee().randomChecks().stream()
                .flatMap(check -> check.differences().stream())
                .forEach(typist::item);
    }

    private void margins() {
        typist.heading("VI. Độ chắc chắn của phiếu do máy đếm");
        Set<String> byPeople = account.committee().decisions().stream()
                .map(CommitteeWork.Decision::ballot)
                .collect(Collectors.toSet());
        List<Ballot> counted = inOrderOfIds().stream()
                .filter(ballot -> ballot.ruling().status() == Status.COUNTED && !byPeople.contains(ballot.id()))
                .toList();
        typist.paragraph(
                "Độ chắc chắn từ 0 đến 1: 0 là sát ranh giới với một cách đọc khác, 1 là rõ ràng. Tính theo dấu kém chắc chắn nhất trên phiếu.");
        List<List<String>> bands = new ArrayList<>();
        for (int band = 0; band < MARGIN_BANDS; band++) {
            int wanted = band;
            long number = counted.stream()
                    .filter(ballot ->
                            Math.min(MARGIN_BANDS - 1, (int) (ballot.ruling().margin() * MARGIN_BANDS)) == wanted)
                    .count();
            bands.add(List.of(
                    "từ %s đến %s"
                            .formatted(
                                    decimal(band / (double) MARGIN_BANDS, 1),
                                    decimal((band + 1) / (double) MARGIN_BANDS, 1)),
                    String.valueOf(number)));
        }
        typist.grid(new Grid(
                List.of(Column.of("Độ chắc chắn", 60, Side.MIDDLE), Column.of("Số phiếu", 35, Side.RIGHT)), bands));
        if (!counted.isEmpty()) {
            typist.paragraph("Những phiếu kém chắc chắn nhất trong số đã đếm: %s."
                    .formatted(counted.stream()
                            .sorted(Comparator.comparingDouble(
                                    ballot -> ballot.ruling().margin()))
                            .limit(LEAST_CERTAIN)
                            .map(ballot -> "%s (%s)"
                                    .formatted(
                                            ballot.id(), decimal(ballot.ruling().margin(), 3)))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static String decimal(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number).replace('.', ',');
    }
}
