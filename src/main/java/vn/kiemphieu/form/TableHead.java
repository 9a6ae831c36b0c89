package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.Level;

/**
 * Which head cells name the three levels. Found by what is printed in them, never by where they stand: offices order
 * their columns as they please.
 */
record TableHead(Map<Level, TableCell> levels) {

    /** Words that may stand beside the level's own: mức tín nhiệm, số phiếu, ô. */
    private static final Set<String> FILLERS = Set.of("MUC", "DO", "SO", "PHIEU", "O");

    TableHead {
        levels = Map.copyOf(new EnumMap<>(levels));
    }

    TableCell cell(Level level) {
        TableCell cell = levels.get(level);
        if (cell == null) {
            throw new IllegalStateException("The head lost its " + level);
        }
        return cell;
    }

    /** {@return the first row of the table below the head} */
    int firstRowBelow() {
        return levels.values().stream().mapToInt(TableCell::lastRow).max().orElseThrow() + 1;
    }

    /** {@return the level that the print of one head cell names, if it names one} */
    static Optional<Level> levelOf(String print) {
        boolean high = false;
        boolean low = false;
        StringBuilder trust = new StringBuilder();
        for (String word : Spelling.plain(print).split(" ")) {
            if (near(word, "CAO", 0.5)) {
                high = true;
            } else if (near(word, "THAP", 1)) {
                low = true;
            } else if (near(word, "TIN", 1)
                    || near(word, "NHIEM", 1)
                    || near(word, "TINNHIEM", 2)
                    || word.equals("TN")) {
                trust.append(word);
            } else if (!FILLERS.contains(word) && !word.matches("[0-9]*")) {
                return Optional.empty();
            }
        }
        if (high && low) {
            return Optional.empty();
        }
        if (high || low) {
            // "Cao" and "thấp" say it all; a reader may have dropped a word beside them.
            return Optional.of(high ? Level.HIGH : Level.LOW);
        }
        boolean trusts = trust.toString().equals("TN") || near(trust.toString(), "TINNHIEM", 2);
        return trusts ? Optional.of(Level.CONFIDENCE) : Optional.empty();
    }

    private static boolean near(String word, String expected, double tolerated) {
        return Spelling.distance(word, expected) <= tolerated;
    }

    /**
     * {@return the head, if exactly one cell names each level and the three end on one line}
     *
     * @param candidates head cells by the level they name
     */
    static Optional<TableHead> of(Map<Level, List<TableCell>> candidates) {
        List<TableHead> heads = new ArrayList<>();
        for (TableCell high : candidates.getOrDefault(Level.HIGH, List.of())) {
            for (TableCell middle : candidates.getOrDefault(Level.CONFIDENCE, List.of())) {
                for (TableCell low : candidates.getOrDefault(Level.LOW, List.of())) {
                    if (high.lastRow() == middle.lastRow() && high.lastRow() == low.lastRow()) {
                        heads.add(new TableHead(Map.of(Level.HIGH, high, Level.CONFIDENCE, middle, Level.LOW, low)));
                    }
                }
            }
        }
        return heads.size() == 1 ? Optional.of(heads.get(0)) : Optional.empty();
    }
}
