package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.CommitteeWork.Decision;
import vn.kiemphieu.papers.CommitteeWork.RandomCheck;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/** Invented counts of any outcome. */
final class Accounts {

    private Accounts() {}

    /** {@return an account of these rulings, by people who decided nothing} */
    static Account of(Meeting meeting, List<Ruling> rulings) {
        return of(meeting, rulings, CommitteeWork.none());
    }

    static Account of(Meeting meeting, List<Ruling> rulings, CommitteeWork work) {
        Tally tally = Tally.of(meeting, rulings);
        return new Account(
                meeting,
                tally,
                Books.of(tally, rulings.size()),
                work,
                IntStream.range(0, rulings.size())
                        .mapToObj(i -> new Account.Ballot(id(i), rulings.get(i)))
                        .toList(),
                new Account.Origin("0.1.0", "5f0c".repeat(16), "a1e7".repeat(16)),
                Optional.empty());
    }

    /** {@return some work, as an evening leaves it} */
    static CommitteeWork someWork() {
        return new CommitteeWork(
                2,
                new TreeMap<>(Map.of(2, 3, 3, 1)),
                1,
                IntStream.range(0, 4)
                        .mapToObj(i -> new Decision(
                                id(i),
                                "Tín nhiệm cao ở dòng %d".formatted(i + 1),
                                "Dấu X rõ",
                                "Lê Thị Hương; Phạm Đức Sơn"))
                        .toList(),
                List.of(new RandomCheck("4-2-6-1", 40, 20, 20, 0, 5, List.of())),
                List.of());
    }

    private static String id(int number) {
        // Not in order, like the ledger's own.
        return "%04X7KQ2M9".formatted(number * 40_503 % 65_536) + "XYZW".substring(0, 1 + number % 3);
    }

    /** {@return ballots that say the same of every official: so many of each level, one after the other} */
    static List<Ruling> votes(int officials, int high, int confidence, int low) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < high + confidence + low; i++) {
            Level level = i < high ? Level.HIGH : i < high + confidence ? Level.CONFIDENCE : Level.LOW;
            List<RowRuling> rows = IntStream.rangeClosed(1, officials)
                    .mapToObj(n -> new RowRuling(n, RowStatus.COUNTED, Optional.of(level), Set.of()))
                    .toList();
            rulings.add(new Ruling(page(i + 1), Status.COUNTED, Set.of(), rows, 1 - i / 100.0));
        }
        return rulings;
    }

    /** {@return ballots whose rows differ from official to official, always the same} */
    static List<Ruling> mixedVotes(int officials, int ballots) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < ballots; i++) {
            int ballot = i;
            List<RowRuling> rows = IntStream.rangeClosed(1, officials)
                    .mapToObj(n -> new RowRuling(n, RowStatus.COUNTED, Optional.of(level(ballot, n)), Set.of()))
                    .toList();
            rulings.add(new Ruling(page(i + 1), Status.COUNTED, Set.of(), rows, 1 - i / 100.0));
        }
        return rulings;
    }

    private static Level level(int ballot, int row) {
        int dice = (ballot * 7 + row * 13 + ballot * row) % 10;
        return dice < 7 ? Level.HIGH : dice < 9 ? Level.CONFIDENCE : Level.LOW;
    }

    static List<PageId> page(int number) {
        return List.of(new PageId("scan.pdf", number));
    }
}
