package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.papers.Grid.Column;
import vn.kiemphieu.papers.Grid.Side;
import vn.kiemphieu.papers.Typist.Signature;

/** One page that holds the books side by side (phiếu đối chiếu): each figure against its neighbour, and what the rules ask. */
final class Crosscheck {

    private static final double NUMBER_MM = 9;
    private static final double FIGURE_MM = 13;
    private static final double STATE_MM = 33;

    private final Tally tally;
    private final int byHand;

    private Crosscheck(Account account) {
        this.tally = account.tally();
        this.byHand = account.committee().byHand();
    }

    static void dictate(Account account, Style style, Typist typist) {
        typist.letterhead(Letterhead.ofCommittee(account.meeting(), ""));
        typist.title("PHIẾU ĐỐI CHIẾU SỐ LIỆU", Letterhead.title(account.meeting()));
        typist.heading("I. Từng số với số liền kề");
        typist.grid(table(style, "Số liệu", "Phải", new Crosscheck(account).rows()));
        typist.heading("II. Các điều kiện để chốt kết quả");
        typist.grid(table(style, "Điều kiện", "So với", conditions(account.books())));
        typist.together(() -> {
            typist.paragraph(
                    account.draft()
                            ? "Còn số liệu chưa khớp hoặc chưa xong: kết quả chưa được chốt."
                            : "Mọi số liệu đều khớp.");
            typist.signatures(List.of(
                    new Signature(
                            "THƯ KÝ",
                            "(Ký, ghi rõ họ tên)",
                            account.meeting()
                                    .member("thư ký")
                                    .map(person -> person.name())
                                    .orElse("")),
                    new Signature(
                            "TRƯỞNG BAN KIỂM PHIẾU",
                            "(Ký, ghi rõ họ tên)",
                            account.meeting().headOfCommittee().name())));
        });
    }

    private static Grid table(Style style, String what, String against, List<List<String>> rows) {
        double words = style.lineMm() - NUMBER_MM - 2 * FIGURE_MM - STATE_MM;
        return new Grid(
                List.of(
                        Column.of("TT", NUMBER_MM, Side.MIDDLE),
                        Column.of(what, words, Side.LEFT),
                        Column.of("Số", FIGURE_MM, Side.RIGHT),
                        Column.of(against, FIGURE_MM, Side.RIGHT),
                        Column.of("Đối chiếu", STATE_MM, Side.MIDDLE)),
                rows);
    }

    private List<List<String>> rows() {
        OptionalInt issued = tally.ballots().issued();
        OptionalInt collected = tally.collected();
        OptionalInt exchanged = OptionalInt.of(tally.ballots().exchanged());
        OptionalInt inHands = minus(issued, exchanged);
        OptionalInt counted = OptionalInt.of(tally.valid() + tally.invalid());
        List<List<String>> rows = new ArrayList<>();
        add(rows, "Số người có mặt", tally.attendance().present(), "");
        add(
                rows,
                "Phiếu phát ra (không quá số có mặt cộng số đổi)",
                issued,
                atMost(issued, plus(tally.attendance().present(), exchanged)));
        add(rows, "Phiếu hỏng đã đổi, thu lại (không quá số phát ra)", exchanged, atMost(exchanged, issued));
        add(
                rows,
                "Phiếu không bỏ vào hòm (phát ra trừ đổi trừ thu về)",
                minus(inHands, collected),
                atMost(collected, inHands));
        add(rows, "Phiếu thu về (không quá phát ra trừ đổi)", collected, atMost(collected, inHands));
        add(
                rows,
                "Phiếu đã quét, gồm cả nhập tay (bằng số thu về)",
                OptionalInt.of(tally.scanned()),
                same(OptionalInt.of(tally.scanned()), collected));
        add(
                rows,
                "Trong đó: phiếu nhập bằng tay (không quá số thu về)",
                OptionalInt.of(byHand),
                atMost(OptionalInt.of(byHand), collected));
        add(
                rows,
                "Phiếu đã kiểm: hợp lệ và không hợp lệ (bằng số đã quét)",
                counted,
                same(counted, OptionalInt.of(tally.scanned())));
        add(
                rows,
                "Trong đó: phiếu không hợp lệ (bằng đã kiểm trừ hợp lệ)",
                OptionalInt.of(tally.invalid()),
                same(OptionalInt.of(tally.invalid()), minus(counted, OptionalInt.of(tally.valid()))));
        add(
                rows,
                "Phiếu chờ xem xét (phải bằng 0)",
                OptionalInt.of(tally.inReview()),
                same(OptionalInt.of(tally.inReview()), OptionalInt.of(0)));
        return rows;
    }

    /** What a figure is held against, and whether it holds. */
    private record Against(OptionalInt limit, boolean holds) {}

    private static void add(List<List<String>> rows, String what, OptionalInt figure, String against) {
        rows.add(List.of(String.valueOf(rows.size() + 1), what, figures(figure), against, ""));
    }

    private static void add(List<List<String>> rows, String what, OptionalInt figure, Against against) {
        String state =
                figure.isEmpty() || against.limit().isEmpty() ? "Chưa có số" : against.holds() ? "Khớp" : "KHÔNG KHỚP";
        rows.add(List.of(String.valueOf(rows.size() + 1), what, figures(figure), figures(against.limit()), state));
    }

    private static Against atMost(OptionalInt figure, OptionalInt limit) {
        return new Against(limit, figure.isPresent() && limit.isPresent() && figure.getAsInt() <= limit.getAsInt());
    }

    private static Against same(OptionalInt figure, OptionalInt other) {
        return new Against(other, figure.equals(other));
    }

    private static OptionalInt plus(OptionalInt a, OptionalInt b) {
        return a.isPresent() && b.isPresent() ? OptionalInt.of(a.getAsInt() + b.getAsInt()) : OptionalInt.empty();
    }

    private static OptionalInt minus(OptionalInt a, OptionalInt b) {
        return a.isPresent() && b.isPresent() ? OptionalInt.of(a.getAsInt() - b.getAsInt()) : OptionalInt.empty();
    }

    private static String figures(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }

    private static List<List<String>> conditions(Books books) {
        List<List<String>> rows = new ArrayList<>();
        for (Books.Line line : books.lines()) {
            String state = switch (line.state()) {
                case HOLDS -> "Khớp";
                case FAILS -> "KHÔNG KHỚP";
                case UNKNOWN -> "Chưa có số";
            };
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    Wording.say(line.key(), line.values()),
                    figures(line.figure()),
                    figures(line.against()),
                    state));
        }
        return rows;
    }
}
