package vn.kiemphieu.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Review;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.decision.Settlement;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.ledger.Trail;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.BallotEntry.PageRows;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/** Puts what the committee decided in the place of what the machine proposed, where it is still about the same paper. */
final class Decisions {

    private final Ledger ledger;
    private final String formSha256;
    private final Meeting meeting;
    private final Function<PageId, DeckPage> page;
    private final Function<PageId, PageOutcome> outcome;

    Decisions(
            Ledger ledger,
            String formSha256,
            Meeting meeting,
            Function<PageId, DeckPage> page,
            Function<PageId, PageOutcome> outcome) {
        this.ledger = ledger;
        this.formSha256 = formSha256;
        this.meeting = meeting;
        this.page = page;
        this.outcome = outcome;
    }

    /** The ballots as they stand with the decisions, and what was decided. */
    record Decided(List<RuledBallot> ballots, Settlement settlement, Review review) {

        static final Decided NONE = new Decided(List.of(), new Settlement(Map.of(), Map.of()), Review.none());

        /** {@return the rows of a ballot, page by page, as they are to be published} */
        List<PageRows> rows(RuledBallot ballot, Function<PageId, PageOutcome> outcome) {
            if (ballot.ruling().rows().isEmpty()) {
                return List.of();
            }
            List<PageRows> read = ballot.placed().stream()
                    .map(page -> new PageRows(Optional.of(page), sheetRows(page, outcome)))
                    .toList();
            Map<Integer, RowAnswer> people = settlement.rows().get(ballot.id());
            return people == null
                    ? read
                    : byPeople(ballot.ruling().pages().stream().findFirst(), read, people);
        }

        /** Rows that no page gave, of a ballot that could not be read, are listed with its first page. */
        private static List<PageRows> byPeople(
                Optional<PageId> first, List<PageRows> read, Map<Integer, RowAnswer> people) {
            Map<Integer, PageRows> rows = new HashMap<>();
            people.forEach((official, row) -> rows.put(official, new PageRows(first, List.of(row.unseen(official)))));
            for (PageRows each : read) {
                for (RowReading row : each.rows()) {
                    RowAnswer answer = people.get(row.official());
                    RowReading now = answer == null ? row : answer.on(row);
                    rows.put(row.official(), new PageRows(each.page(), List.of(now)));
                }
            }
            return rows.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /**
     * Applies the decisions.
     *
     * @throws CountingTrouble where the trail is not as it was written: nothing may rest on it then
     */
    Decided on(List<RuledBallot> ballots) throws CountingTrouble {
        Trail.Proof proof = ledger.trail().proof();
        if (!proof.whole()) {
            throw new CountingTrouble(Kind.TRAIL_BROKEN, proof.broken());
        }
        List<Entry> entries = ledger.trail().entries();
        if (entries.isEmpty()) {
            return new Decided(ballots, Decided.NONE.settlement(), Review.none());
        }
        Docket docket = Docket.of(subjects(ballots), entries, RuleProfile.named(meeting.rules()));
        Settlement settlement = Settlement.of(docket);
        List<RuledBallot> decided = new ArrayList<>();
        for (RuledBallot ballot : ballots) {
            decided.add(Optional.ofNullable(settlement.rulings().get(ballot.id()))
                    .map(ruling -> with(ruling, ballot))
                    .orElse(ballot));
        }
        decided.addAll(enteredByHand(docket, settlement));
        return new Decided(List.copyOf(decided), settlement, Review.of(docket, settlement, proof.lastHash()));
    }

    /** Ballots that came in on paper only. What turned out to be no ballot leaves nothing behind: no page of it came in. */
    private List<RuledBallot> enteredByHand(Docket docket, Settlement settlement) throws CountingTrouble {
        List<String> roster = meeting.officials().stream().map(Official::name).toList();
        for (Entry entry : docket.entries()) {
            boolean ofOthers = entry.deed() instanceof Deed.WithoutScan papers
                    && !papers.officials().equals(roster);
            if (ofOthers) {
                throw new CountingTrouble(Kind.ROSTER_CHANGED, entry.number());
            }
        }
        return docket.withoutScan().stream()
                .map(subject -> new RuledBallot(
                        subject.ballot(),
                        settlement.rulings().getOrDefault(subject.ballot(), subject.machine()),
                        List.of()))
                .filter(ballot -> ballot.ruling().status() != Status.EXCLUDED)
                .toList();
    }

    private static RuledBallot with(Ruling ruling, RuledBallot ballot) {
        return ruling.status() == Status.EXCLUDED
                ? new RuledBallot("", ruling, List.of())
                : new RuledBallot(ballot.id(), ruling, ballot.placed());
    }

    /** {@return every ballot, as it may be put to people} */
    List<Subject> subjects(List<RuledBallot> ballots) {
        return ballots.stream()
                .filter(ballot -> !ballot.id().isEmpty())
                .map(this::subject)
                .toList();
    }

    private Subject subject(RuledBallot ballot) {
        List<String> paper = new ArrayList<>(List.of(formSha256));
        ballot.ruling().pages().forEach(id -> paper.add(page.apply(id).key().toString()));
        List<RowReading> rows = ballot.placed().stream()
                .flatMap(id -> sheetRows(id, outcome).stream())
                .toList();
        return Subject.of(
                ballot.id(), paper, ballot.ruling(), rows, meeting.officials().size());
    }

    private static List<RowReading> sheetRows(PageId page, Function<PageId, PageOutcome> outcome) {
        return outcome.apply(page).sheet().orElseThrow().rows();
    }
}
