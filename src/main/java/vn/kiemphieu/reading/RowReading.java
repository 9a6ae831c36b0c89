package vn.kiemphieu.reading;

import java.util.EnumMap;
import java.util.Map;
import vn.kiemphieu.meeting.Level;

/** The three cells of one row as they were read. */
public record RowReading(int official, Map<Level, Mark> marks) {

    public RowReading {
        marks = Map.copyOf(new EnumMap<>(marks));
        if (marks.size() != Level.values().length) {
            throw new IllegalArgumentException("Row %d has %d of 3 marks".formatted(official, marks.size()));
        }
    }

    /** {@return the mark in the cell of that level; every row has all three} */
    public Mark mark(Level level) {
        Mark mark = marks.get(level);
        if (mark == null) {
            throw new IllegalStateException("Row %d lost its mark %s".formatted(official, level));
        }
        return mark;
    }
}
