package vn.kiemphieu.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * What people's decisions make of the machine's rulings.
 *
 * @param rulings the rulings that take the place of the machine's, by ballot; every other ballot keeps its own
 * @param rows for the ballots that people read as countable, how they stand row by row
 */
public record Settlement(Map<String, Ruling> rulings, Map<String, Map<Integer, RowAnswer>> rows) {

    public Settlement {
        rulings = Map.copyOf(rulings);
        rows = Map.copyOf(rows);
    }

    /** {@return what holds now} */
    public static Settlement of(Docket docket) {
        Map<String, Effect> effects = new HashMap<>();
        for (Subject subject : docket.queue()) {
            docket.standing(subject)
                    .settled()
                    .flatMap(answer -> docket.effect(subject, answer))
                    .ifPresent(effect -> effects.put(subject.ballot(), effect));
        }
        Set<String> hanging = hanging(docket, effects);
        Map<String, Ruling> rulings = new HashMap<>();
        Map<String, Map<Integer, RowAnswer>> rows = new HashMap<>();
        effects.forEach((ballot, effect) -> {
            if (!hanging.contains(ballot)) {
                rulings.put(ballot, effect.on(docket.subject(ballot).orElseThrow()));
                if (effect.status() == Status.COUNTED) {
                    rows.put(ballot, effect.rows());
                }
            }
        });
        return new Settlement(rulings, rows);
    }

    /** {@return how many of the ballots that people decided are invalid} */
    public int invalid() {
        return (int) rulings.values().stream()
                .filter(ruling -> ruling.status() == Status.INVALID)
                .count();
    }

    /**
     * A sheet that is left out for the sake of another needs that other to be there. Two that point at each other, or one
     * that points at a paper which is no ballot, would lose a vote: both go on waiting.
     */
    private static Set<String> hanging(Docket docket, Map<String, Effect> effects) {
        Set<String> hanging = new HashSet<>();
        effects.forEach((ballot, effect) -> effect.twin().ifPresent(twin -> {
            boolean there = docket.subject(twin).isPresent();
            boolean leftOut = Optional.ofNullable(effects.get(twin))
                    .filter(other -> other.status() == Status.EXCLUDED)
                    .isPresent();
            if (!there || leftOut) {
                hanging.add(ballot);
            }
        }));
        return hanging;
    }
}
