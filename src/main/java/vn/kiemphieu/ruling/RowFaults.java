package vn.kiemphieu.ruling;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;

/**
 * What is wrong with one row, before the profile says what that spoils. Certain means that no answer to the row's doubts
 * could take the fault away: two crosses stay two, whatever a third cell holds.
 *
 * @param vote the one cross of a row whose other cells are empty
 * @param margin the least margin of what the row's faults rest on, or of all three cells where it has none
 */
public record RowFaults(int official, Set<Fault> certain, Set<Fault> doubtful, Optional<Level> vote, double margin) {

    public RowFaults {
        certain = Set.copyOf(certain);
        doubtful = Set.copyOf(doubtful);
    }

    /** {@return what is wrong with that row} */
    public static RowFaults of(RowReading row) {
        Collection<Mark> marks = row.marks().values();
        List<Mark> crosses =
                marks.stream().filter(m -> m.kind() == Mark.Kind.CROSS).toList();
        Set<Fault> doubtful = EnumSet.noneOf(Fault.class);
        marks.forEach(mark -> doubt(mark).ifPresent(doubtful::add));
        if (crosses.size() > 1) {
            return new RowFaults(
                    row.official(), Set.of(Fault.MULTIPLE_MARKS), doubtful, Optional.empty(), least(crosses));
        }
        Set<Fault> certain = crosses.isEmpty() && doubtful.isEmpty() ? Set.of(Fault.NO_MARK) : Set.of();
        Optional<Level> vote = doubtful.isEmpty() ? levelOfCross(row) : Optional.empty();
        return new RowFaults(row.official(), certain, doubtful, vote, least(marks));
    }

    /** {@return why a person must look at this mark, if one must} */
    private static Optional<Fault> doubt(Mark mark) {
        return switch (mark.kind()) {
            case EMPTY, CROSS -> Optional.empty();
            case CANCELLED -> Optional.of(Fault.CORRECTED);
            case UNCLEAR ->
                Optional.of(
                        switch (mark.shape()) {
                            case TICK, CIRCLE, LINE, PLUS, FILLED, ACROSS, OTHER -> Fault.NOT_AN_X;
                            case CANCELLED -> Fault.CORRECTED;
                            case FAINT, X, REST, NOTHING -> Fault.UNCLEAR_MARK;
                        });
        };
    }

    private static Optional<Level> levelOfCross(RowReading row) {
        return row.marks().entrySet().stream()
                .filter(e -> e.getValue().kind() == Mark.Kind.CROSS)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static double least(Collection<Mark> marks) {
        return marks.stream().mapToDouble(Mark::margin).min().orElse(1);
    }
}
