package vn.kiemphieu.form;

/**
 * A straight printed line seen on a sheet, level or upright. A piece of one, strictly: a table's line that is broken or
 * crossed comes as several.
 *
 * @param atMm where it lies: y of a level line, x of an upright one, measured at its middle
 * @param fromMm where it begins: x of a level line, y of an upright one
 */
public record RuledLine(Direction direction, double atMm, double fromMm, double toMm) {

    /** Which way a line runs. */
    public enum Direction {
        LEVEL,
        UPRIGHT
    }

    public RuledLine {
        if (!(toMm > fromMm)) {
            throw new IllegalArgumentException("A line from %s to %s mm".formatted(fromMm, toMm));
        }
    }

    public double lengthMm() {
        return toMm - fromMm;
    }

    /** Whether a line of the other direction meets this one, or comes within {@code reachMm} of it. */
    boolean meets(RuledLine other, double reachMm) {
        return other.direction != direction
                && other.atMm >= fromMm - reachMm
                && other.atMm <= toMm + reachMm
                && atMm >= other.fromMm - reachMm
                && atMm <= other.toMm + reachMm;
    }
}
