package vn.kiemphieu.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people did in this count, as the papers tell it. The ballots' ids are random, so nothing here says whose paper it
 * was or when it came.
 *
 * @param eyes how many members have to give the same answer
 * @param byMembers how many ballots so many members decided together
 * @param byHand ballots entered by hand, because no scan of them can be read
 * @param reopenings whenever a closed count was opened again
 */
public record CommitteeWork(
        int eyes,
        SortedMap<Integer, Integer> byMembers,
        int byHand,
        List<Decision> decisions,
        List<RandomCheck> randomChecks,
        List<Reopening> reopenings) {

    /**
     * One decision about one ballot, in Vietnamese.
     *
     * @param verdict what was decided
     * @param reason why; empty where no reason was asked
     * @param by who decided
     */
    public record Decision(String ballot, String verdict, String reason, String by) {}

    /**
     * Machine-counted ballots that members looked at without seeing the machine's answer.
     *
     * @param seed what the dice showed
     * @param counted how many ballots the machine had counted
     * @param drawn how many of them were drawn
     * @param looked how many of these members have settled
     * @param differing how many they read otherwise
     * @param mostWrong the most ballots that the machine may have read wrongly, with 95 % certainty
     * @param differences each difference in words, ballot by ballot
     */
    public record RandomCheck(
            String seed, int counted, int drawn, int looked, int differing, int mostWrong, List<String> differences) {

        public RandomCheck {
            differences = List.copyOf(differences);
            if (differing < 0 || differing > looked || looked > drawn || drawn > counted) {
                throw new IllegalArgumentException(
                        "%d differ of %d looked at, %d drawn, %d counted".formatted(differing, looked, drawn, counted));
            }
        }
    }

    /** A closed count opened again: by whom, why, and on which day. */
    public record Reopening(String by, String reason, LocalDate on) {}

    public CommitteeWork {
        byMembers = new TreeMap<>(byMembers);
        decisions = List.copyOf(decisions);
        randomChecks = List.copyOf(randomChecks);
        reopenings = List.copyOf(reopenings);
    }

    /** {@return that nobody has decided about anything yet} */
    public static CommitteeWork none() {
        return new CommitteeWork(2, new TreeMap<>(), 0, List.of(), List.of(), List.of());
    }

    int decided() {
        return byMembers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
