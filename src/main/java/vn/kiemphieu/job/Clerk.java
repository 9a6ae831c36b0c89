package vn.kiemphieu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.ScanFile;
import vn.kiemphieu.ledger.BallotIds;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.ruling.Bundle;
import vn.kiemphieu.ruling.Duplicates;
import vn.kiemphieu.ruling.Handwriting;
import vn.kiemphieu.ruling.Joiner;
import vn.kiemphieu.ruling.Outcome;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.ruling.Twins;

/** Lays pages together into ballots and asks the rule book about each. Holds the sheets of one ballot at a time. */
final class Clerk {

    private final Joiner joiner;
    private final RuleBook rules;
    private final BallotIds ids;

    Clerk(Joiner joiner, RuleBook rules, BallotIds ids) {
        this.joiner = joiner;
        this.rules = rules;
        this.ids = ids;
    }

    /** {@return every ballot and every page that is none, in scan order} */
    List<RuledBallot> rule(Deck deck, Function<DeckPage, PageOutcome> read) {
        Map<PageId, DeckPage> pages = deck.pagesById();
        List<RuledBallot> ballots = new ArrayList<>();
        List<Handwriting> handwriting = new ArrayList<>();
        for (Bundle bundle : joiner.join(outcomes(deck, read))) {
            List<Sheet> sheets = bundle.placed().stream()
                    .map(id -> read.apply(known(pages, id)).sheet().orElseThrow())
                    .toList();
            Ruling ruling = rules.rule(bundle, sheets);
            for (int i = 0; i < sheets.size(); i++) {
                handwriting.add(Handwriting.of(bundle.placed().get(i), sheets.get(i)));
            }
            ballots.add(new RuledBallot(idOf(ruling, pages), ruling, bundle.placed()));
        }
        return withTwins(ballots, Duplicates.among(handwriting));
    }

    /** The same sheet scanned twice: nobody but a person may say which of the two counts, so both wait. */
    private static List<RuledBallot> withTwins(List<RuledBallot> ballots, List<Twins> twins) {
        Map<PageId, Double> likeness = new HashMap<>();
        for (Twins pair : twins) {
            likeness.merge(pair.first(), pair.margin(), Math::min);
            likeness.merge(pair.second(), pair.margin(), Math::min);
        }
        return ballots.stream().map(ballot -> doubted(ballot, likeness)).toList();
    }

    private static RuledBallot doubted(RuledBallot ballot, Map<PageId, Double> likeness) {
        OptionalDouble margin = ballot.ruling().pages().stream()
                .filter(likeness::containsKey)
                .mapToDouble(page -> likeness.getOrDefault(page, 0.0))
                .min();
        return margin.isEmpty()
                ? ballot
                : new RuledBallot(
                        ballot.id(), ballot.ruling().asPossibleDuplicate(margin.getAsDouble()), ballot.placed());
    }

    private String idOf(Ruling ruling, Map<PageId, DeckPage> pages) {
        if (ruling.status() == Status.EXCLUDED) {
            return "";
        }
        PageId first = ruling.pages().get(0);
        return ids.idOf(first, known(pages, first).key());
    }

    private static DeckPage known(Map<PageId, DeckPage> pages, PageId id) {
        DeckPage page = pages.get(id);
        if (page == null) {
            throw new IllegalStateException(id + " did not come in");
        }
        return page;
    }

    private static List<Outcome> outcomes(Deck deck, Function<DeckPage, PageOutcome> read) {
        List<Outcome> outcomes = new ArrayList<>();
        for (ScanFile file : deck.files()) {
            file.refusal().ifPresent(refusal -> {
                PageId line = new PageId(file.scan(), 1);
                outcomes.add(refusal.reason() == Reason.IDENTICAL ? Outcome.identical(line) : Outcome.unreadable(line));
            });
            for (int number = 1; number <= file.pages(); number++) {
                DeckPage page = new DeckPage(file, number);
                outcomes.add(outcome(page.id(), read.apply(page)));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(PageId page, PageOutcome outcome) {
        if (outcome.sheet().isPresent()) {
            return Outcome.placed(page, outcome.sheet().get().formPage());
        }
        return outcome.problem()
                .map(problem -> Outcome.unplaced(page, problem))
                .orElseGet(() -> Outcome.unreadable(page));
    }

    /** {@return whether a person will have to look at this page, as far as it can be told without the others} */
    boolean wouldFlag(PageId page, PageOutcome read) {
        Outcome outcome = outcome(page, read);
        return switch (outcome.kind()) {
            case PLACED -> {
                Bundle alone = new Bundle(List.of(outcome), true, Set.of());
                yield rules.rule(alone, List.of(read.sheet().orElseThrow())).status() != Status.COUNTED;
            }
            case DAMAGED, STRANGE -> true;
            case BLANK, UNREADABLE, IDENTICAL -> false;
        };
    }
}
