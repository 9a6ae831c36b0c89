package vn.kiemphieu.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.kiemphieu.meeting.Level;

/**
 * The line of the printed table that belongs to one official. Boxes run from the middle of one ruled line to the middle
 * of the next, so neighbours share an edge.
 *
 * @param official from 1, the order of {@code officials} in {@code meeting.yaml}
 * @param box the whole row
 * @param name the cell with the printed name
 * @param position the cell with the printed position, where the form has one of its own
 */
public record Row(int official, PaperBox box, PaperBox name, Optional<PaperBox> position, Map<Level, PaperBox> cells) {

    public Row {
        cells = Map.copyOf(new EnumMap<>(cells));
        if (cells.size() != Level.values().length) {
            throw new IllegalArgumentException("Row %d has %d of 3 cells".formatted(official, cells.size()));
        }
        if (official < 1) {
            throw new IllegalArgumentException("Rows are numbered from 1, not " + official);
        }
    }

    /** {@return the cell of that level; every row has all three} */
    public PaperBox cell(Level level) {
        PaperBox cell = cells.get(level);
        if (cell == null) {
            throw new IllegalStateException("Row %d lost its cell %s".formatted(official, level));
        }
        return cell;
    }
}
