package vn.kiemphieu.job;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.kiemphieu.decision.Check;
import vn.kiemphieu.decision.Review;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.ledger.Closings;
import vn.kiemphieu.papers.CommitteeWork;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

/** What people did, in the words of the papers, which are Vietnamese. */
final class WorkDone {

    private static final Texts WORDS = Texts.VIETNAMESE;

    private WorkDone() {}

    static CommitteeWork of(Review review, List<Closings.Entry> closings) {
        SortedMap<Integer, Integer> byMembers = new TreeMap<>();
        review.decisions().forEach(decision -> byMembers.merge(people(decision), 1, Integer::sum));
        return new CommitteeWork(
                review.eyes(),
                byMembers,
                (int) review.decisions().stream()
                        .filter(WorkDone::enteredByHand)
                        .count(),
                review.decisions().stream().map(WorkDone::decision).toList(),
                review.checks().stream().map(WorkDone::check).toList(),
                closings.stream()
                        .filter(entry -> !entry.closes())
                        .map(entry -> new CommitteeWork.Reopening(entry.who(), entry.reason(), entry.day()))
                        .toList());
    }

    /** A paper that turned out to be no ballot is not among the ballots. */
    private static boolean enteredByHand(Review.Decision decision) {
        return decision.withoutScan() && decision.status() != Status.EXCLUDED;
    }

    private static int people(Review.Decision decision) {
        return decision.members().size() + (decision.chair().isPresent() ? 1 : 0);
    }

    private static CommitteeWork.Decision decision(Review.Decision decision) {
        String members = String.join("; ", decision.members());
        String by = decision.chair()
                .map(chair -> WORDS.say("job.decided-by-chair", members, chair))
                .orElse(members);
        return new CommitteeWork.Decision(decision.ballot(), verdict(decision), decision.why(), by);
    }

    private static String verdict(Review.Decision decision) {
        String people = status(decision.status());
        String reasons = faults(decision.reasons());
        String what = decision.withoutScan()
                ? WORDS.say("job.decided-by-hand", people)
                : WORDS.say("job.decided", people, status(decision.machine()));
        return what + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private static String status(Status status) {
        return WORDS.say(status.textKey());
    }

    private static String faults(Set<Fault> faults) {
        return faults.isEmpty()
                ? ""
                : EnumSet.copyOf(faults).stream()
                        .map(fault -> WORDS.say(fault.textKey()))
                        .collect(Collectors.joining("; "));
    }

    private static CommitteeWork.RandomCheck check(Check check) {
        return new CommitteeWork.RandomCheck(
                check.seed(),
                check.counted(),
                check.size(),
                check.looked(),
                check.wrongBallots(),
                check.mostWrong(),
                check.differences().stream().map(WorkDone::difference).toList());
    }

    private static String difference(Check.Difference difference) {
        return difference.row() == 0
                ? WORDS.say("job.check-whole", difference.ballot())
                : WORDS.say(
                        "job.check-row",
                        difference.ballot(),
                        String.valueOf(difference.row()),
                        row(difference.machine()),
                        row(difference.people()));
    }

    private static String row(Optional<RowAnswer> answer) {
        return answer.map(a -> WORDS.say(a.textKey())).orElseGet(() -> WORDS.say("job.check-nothing"));
    }
}
