package vn.kiemphieu.rehearsal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

/**
 * What was drawn into one row, and for whom it counts if it counts.
 *
 * @param vote the level that a person would count; empty where the row is broken or a person must decide
 */
public record RowTruth(int official, Map<Level, Mark.Kind> cells, Optional<Level> vote, Deed deed) {

    public RowTruth {
        cells = Map.copyOf(new EnumMap<>(cells));
    }
}
