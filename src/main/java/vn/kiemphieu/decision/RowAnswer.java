package vn.kiemphieu.decision;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowFaults;

/** How a person reads one row of a ballot. */
public enum RowAnswer {
    HIGH(Optional.of(Level.HIGH), Optional.empty()),
    CONFIDENCE(Optional.of(Level.CONFIDENCE), Optional.empty()),
    LOW(Optional.of(Level.LOW), Optional.empty()),
    /** No mark. */
    NONE(Optional.empty(), Optional.of(Fault.NO_MARK)),
    /** Marks in two or three cells. */
    SEVERAL(Optional.empty(), Optional.of(Fault.MULTIPLE_MARKS));

    private final Optional<Level> vote;
    private final Optional<Fault> fault;

    RowAnswer(Optional<Level> vote, Optional<Fault> fault) {
        this.vote = vote;
        this.fault = fault;
    }

    public Optional<Level> vote() {
        return vote;
    }

    /** {@return what is wrong with a row that is read so} */
    public Optional<Fault> fault() {
        return fault;
    }

    /** {@return how the machine reads a row; empty where it is in doubt} */
    static Optional<RowAnswer> of(RowFaults row) {
        if (row.vote().isPresent()) {
            return row.vote().map(RowAnswer::of);
        }
        Set<Fault> certain = row.certain();
        if (certain.contains(Fault.MULTIPLE_MARKS)) {
            return Optional.of(SEVERAL);
        }
        return certain.contains(Fault.NO_MARK) ? Optional.of(NONE) : Optional.empty();
    }

    /** {@return the answer that is a vote on that level} */
    public static RowAnswer of(Level level) {
        return switch (level) {
            case HIGH -> HIGH;
            case CONFIDENCE -> CONFIDENCE;
            case LOW -> LOW;
        };
    }

    /** {@return the cells of a row that people read so, with what the machine had seen where that does not gainsay them} */
    public RowReading on(RowReading read) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Mark mark = read.mark(level);
            marks.put(
                    level,
                    this == SEVERAL
                            ? mark
                            : decided(mark, vote.filter(level::equals).isPresent()));
        }
        return new RowReading(read.official(), marks);
    }

    /** {@return the cells of a row that only people read} Of several marks nobody says in which cells they are */
    public RowReading unseen(int official) {
        Mark.Kind kind = this == SEVERAL ? Mark.Kind.UNCLEAR : Mark.Kind.EMPTY;
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            marks.put(level, new Mark(kind, Shape.NOTHING, 1, 0, Optional.empty()));
        }
        return on(new RowReading(official, marks));
    }

    private static Mark decided(Mark mark, boolean crossed) {
        if (crossed) {
            return new Mark(Mark.Kind.CROSS, Shape.X, 1, mark.inkMm2(), mark.where());
        }
        boolean cancelled = mark.kind() == Mark.Kind.CANCELLED;
        return cancelled ? mark : new Mark(Mark.Kind.EMPTY, Shape.NOTHING, 1, mark.inkMm2(), mark.where());
    }

    /** {@return the key of the words for it} */
    public String textKey() {
        return "decision.row." + name().toLowerCase(Locale.ROOT);
    }
}
