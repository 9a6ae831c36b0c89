package vn.kiemphieu.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kiemphieu.decision.Deed.CheckDrawn;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * A random check: some of the ballots that the machine had counted, read by people without knowing its reading.
 *
 * @param seed what was thrown with dice before the members
 * @param counted how many ballots the machine had counted then
 * @param size how many of them were drawn
 * @param looked how many of those people have settled
 * @param differences where people read otherwise than the machine
 */
public record Check(String seed, int counted, int size, int looked, List<Difference> differences) {

    /**
     * A row that people read otherwise.
     *
     * @param row its number; 0 where people say that the whole ballot does not count
     * @param people empty where the whole ballot does not count
     */
    public record Difference(String ballot, int row, Optional<RowAnswer> machine, Optional<RowAnswer> people) {}

    public Check {
        differences = List.copyOf(differences);
    }

    /**
     * Draws ballots. Whoever has the same ballots and the same seed draws the same ones: the order is that of the hashes
     * of seed and name.
     *
     * @param seed as it was thrown
     */
    public static CheckDrawn draw(String seed, int size, Collection<Subject> subjects) {
        List<String> counted = subjects.stream()
                .filter(subject -> subject.machine().status() == Status.COUNTED)
                .map(Subject::ballot)
                .sorted(Comparator.comparing(ballot -> Subject.sha256(seed + "\n" + ballot)))
                .toList();
        return new CheckDrawn(seed, counted.size(), counted.subList(0, Math.min(size, counted.size())));
    }

    static Check of(CheckDrawn drawn, Docket docket, Settlement settlement) {
        List<Difference> differences = new ArrayList<>();
        int looked = 0;
        for (String ballot : drawn.ballots()) {
            Optional<Subject> subject = docket.subject(ballot);
            Optional<Ruling> ruling = Optional.ofNullable(settlement.rulings().get(ballot));
            if (subject.isPresent() && ruling.isPresent()) {
                looked++;
                differences.addAll(differences(
                        subject.get(), Optional.ofNullable(settlement.rows().get(ballot))));
            }
        }
        return new Check(drawn.seed(), drawn.counted(), drawn.ballots().size(), looked, differences);
    }

    private static List<Difference> differences(Subject subject, Optional<Map<Integer, RowAnswer>> people) {
        if (people.isEmpty()) {
            return List.of(new Difference(subject.ballot(), 0, Optional.empty(), Optional.empty()));
        }
        return subject.allRows().stream()
                .map(row -> new Difference(
                        subject.ballot(),
                        row,
                        Optional.ofNullable(subject.read().get(row)),
                        Optional.ofNullable(people.get().get(row))))
                .filter(row -> !row.machine().equals(row.people()))
                .toList();
    }

    /** {@return how many ballots were read otherwise} */
    public int wrongBallots() {
        return (int) differences.stream().map(Difference::ballot).distinct().count();
    }

    /** {@return the most ballots that the machine may have read wrongly, with 95 % certainty, by what was looked at} */
    public int mostWrong() {
        return Bound.mostWrong(counted, looked, wrongBallots());
    }
}
