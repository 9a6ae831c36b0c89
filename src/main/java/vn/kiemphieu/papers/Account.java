package vn.kiemphieu.papers;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.ruling.Ruling;

/**
 * Everything that the papers of one count tell. An account that calls itself final is checked here once more, whatever
 * was checked before: no paper is printed with a sum that is none.
 *
 * @param ballots every ballot by its random id, with what became of it
 * @param origin where the figures come from
 * @param sums the first digits of the hash of {@code SHA256SUMS}; empty until the count is closed
 */
public record Account(
        Meeting meeting,
        Tally tally,
        Books books,
        CommitteeWork committee,
        List<Ballot> ballots,
        Origin origin,
        Optional<String> sums) {

    /** A ballot by its random id. */
    public record Ballot(String id, Ruling ruling) {}

    /**
     * What made the figures.
     *
     * @param program its version
     * @param ledger the SHA-256 of all that the ledger holds of this count
     * @param trail the hash of the last line of what people did
     */
    public record Origin(String program, String ledger, String trail) {}

    public Account {
        ballots = List.copyOf(ballots);
        if (new TreeSet<>(ballots.stream().map(Ballot::id).toList()).size() != ballots.size()
                || ballots.size() != tally.scanned()) {
            throw new IllegalArgumentException("%d ballots of %d".formatted(ballots.size(), tally.scanned()));
        }
        if (books.balance()) {
            tally.officials().forEach(official -> addUp(official, tally));
        }
    }

    private static void addUp(OfficialTally official, Tally tally) {
        int sum = official.high() + official.confidence() + official.low() + official.invalid();
        if (tally.collected().isEmpty() || sum != tally.collected().getAsInt()) {
            throw new IllegalArgumentException(
                    "%s adds up to %d of %s".formatted(official.official().name(), sum, tally.collected()));
        }
    }

    /** {@return whether anything is still open} */
    public boolean draft() {
        return !books.balance();
    }

    /** {@return the same account, closed under that hash} */
    public Account closed(String firstDigits) {
        return new Account(meeting, tally, books, committee, ballots, origin, Optional.of(firstDigits));
    }
}
