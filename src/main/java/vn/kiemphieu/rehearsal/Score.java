package vn.kiemphieu.rehearsal;

import java.util.Collection;

/**
 * How a pile of judged ballots fared. Silent errors and review load are never added up: the first must not happen, the
 * second is a cost.
 *
 * @param rows printed on all of them
 * @param silent counted with a wrong row, or though a rule is broken; of all
 * @param lost of all
 * @param load countable ballots that went to a person; of the countable
 * @param wronglyInvalid countable ballots proposed as invalid; of the countable
 * @param named ballots with a fault for which the count gave the right code; of those with a fault that were kept back
 */
public record Score(
        long ballots,
        long rows,
        long right,
        Proportion silent,
        Proportion lost,
        Proportion load,
        Proportion wronglyInvalid,
        Proportion named) {

    public static Score of(Collection<Judged> ballots) {
        long all = ballots.size();
        long countable = ballots.stream()
                .filter(b -> b.expected() == Expectation.COUNTED)
                .count();
        long broken = ballots.stream().filter(Score::keptBack).count();
        return new Score(
                all,
                ballots.stream().mapToLong(Judged::rows).sum(),
                count(ballots, Outcome.RIGHT),
                new Proportion(count(ballots, Outcome.SILENT), all),
                new Proportion(count(ballots, Outcome.LOST), all),
                new Proportion(ballots.stream().filter(Score::needless).count(), countable),
                new Proportion(ballots.stream().filter(Judged::wronglyInvalid).count(), countable),
                new Proportion(
                        ballots.stream().filter(b -> keptBack(b) && b.named()).count(), broken));
    }

    private static long count(Collection<Judged> ballots, Outcome outcome) {
        return ballots.stream().filter(b -> b.outcome() == outcome).count();
    }

    /** A strange sheet that a person must look at is no countable ballot. */
    private static boolean needless(Judged b) {
        return b.expected() == Expectation.COUNTED && b.outcome() == Outcome.LOAD;
    }

    /** Excluded pages have no reason to be told from another; what may be counted as well need not be named. */
    private static boolean keptBack(Judged b) {
        boolean fault = b.expected() == Expectation.REVIEW || b.expected() == Expectation.INVALID;
        return fault && b.outcome() == Outcome.RIGHT;
    }
}
