package vn.kiemphieu.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.ruling.Consequence.Spoils;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * What an answer would make of its ballot. Two people agree when their answers come to the same effect, not when they
 * pressed the same keys: one may have named a row that the other left as it was read.
 *
 * @param twin the ballot that counts in place of this one
 */
record Effect(Status status, Set<Fault> reasons, Map<Integer, RowAnswer> rows, Optional<String> twin) {

    Effect {
        reasons = Set.copyOf(reasons);
        rows = Map.copyOf(rows);
    }

    /** {@return the effect; empty where the answer leaves the ballot to the chair} */
    static Optional<Effect> of(Subject subject, Answer answer, RuleProfile profile) {
        if (answer instanceof Answer.AsMarked marked) {
            return Optional.of(byTheRules(marked, subject, profile));
        }
        if (answer instanceof Answer.Invalid invalid) {
            return Optional.of(new Effect(Status.INVALID, invalid.reasons(), Map.of(), Optional.empty()));
        }
        if (answer instanceof Answer.DuplicateOf twin) {
            return Optional.of(new Effect(
                    Status.EXCLUDED, Set.of(Fault.POSSIBLE_DUPLICATE), Map.of(), Optional.of(twin.ballot())));
        }
        return answer instanceof Answer.NotABallot
                ? Optional.of(new Effect(Status.EXCLUDED, subject.machine().reasons(), Map.of(), Optional.empty()))
                : Optional.empty();
    }

    private static Effect byTheRules(Answer.AsMarked marked, Subject subject, RuleProfile profile) {
        Map<Integer, RowAnswer> rows = new HashMap<>(subject.read());
        rows.putAll(marked.rows());
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        rows.values().forEach(row -> row.fault().ifPresent(fault -> faults.merge(fault, 1, Integer::sum)));
        boolean spoiled = faults.entrySet().stream()
                .anyMatch(
                        fault -> profile.of(fault.getKey()).on(subject.officials(), fault.getValue()) == Spoils.BALLOT);
        return spoiled
                ? new Effect(Status.INVALID, faults.keySet(), Map.of(), Optional.empty())
                : new Effect(Status.COUNTED, faults.keySet(), rows, Optional.empty());
    }

    /** {@return the ruling that takes the place of the machine's} */
    Ruling on(Subject subject) {
        return new Ruling(subject.machine().pages(), status, reasonsOrThose(), rowsOf(subject), 1);
    }

    /** A ballot that the machine had counted and people call no ballot has no reason of the machine's. */
    private Set<Fault> reasonsOrThose() {
        boolean nothingNamed = status == Status.EXCLUDED && reasons.isEmpty();
        return nothingNamed ? Set.of(Fault.NOT_ISSUED) : reasons;
    }

    private List<RowRuling> rowsOf(Subject subject) {
        return switch (status) {
            case EXCLUDED -> List.of();
            case INVALID, REVIEW -> voided(subject);
            case COUNTED -> counted(subject);
        };
    }

    private static List<RowRuling> voided(Subject subject) {
        return subject.machine().rows().stream()
                .map(row -> new RowRuling(row.official(), RowStatus.VOID, Optional.empty(), row.reasons()))
                .toList();
    }

    private List<RowRuling> counted(Subject subject) {
        List<RowRuling> counted = new ArrayList<>();
        for (int official : subject.allRows()) {
            RowAnswer row = Optional.ofNullable(rows.get(official))
                    .orElseThrow(() -> new IllegalStateException("Row %d was not answered".formatted(official)));
            Optional<Level> vote = row.vote();
            RowStatus rowStatus = vote.isPresent() ? RowStatus.COUNTED : RowStatus.VOID;
            counted.add(new RowRuling(
                    official, rowStatus, vote, row.fault().map(Set::of).orElse(Set.of())));
        }
        return counted;
    }
}
