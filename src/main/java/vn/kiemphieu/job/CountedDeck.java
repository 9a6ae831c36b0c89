package vn.kiemphieu.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kiemphieu.decision.Subject;

/**
 * All ballots of the last count, as the machine ruled, out of the ledger. In the order of their names, which tells
 * nothing of the order in which they were scanned.
 *
 * @param lines how many page images came in
 */
public record CountedDeck(List<CountedBallot> ballots, int lines) {

    public CountedDeck {
        ballots = ballots.stream()
                .sorted(Comparator.comparing(ballot -> ballot.subject().ballot()))
                .toList();
    }

    /** Nothing was counted yet. */
    public static CountedDeck empty() {
        return new CountedDeck(List.of(), 0);
    }

    public Collection<Subject> subjects() {
        return ballots.stream().map(CountedBallot::subject).toList();
    }

    /** {@return the ballots by name} */
    public Map<String, CountedBallot> byName() {
        Map<String, CountedBallot> byName = new LinkedHashMap<>();
        ballots.forEach(ballot -> byName.put(ballot.subject().ballot(), ballot));
        return byName;
    }

    public Optional<CountedBallot> ballot(String name) {
        return ballots.stream()
                .filter(ballot -> ballot.subject().ballot().equals(name))
                .findFirst();
    }
}
