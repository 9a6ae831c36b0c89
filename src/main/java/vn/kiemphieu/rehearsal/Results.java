package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

/** What a count left in {@code results/}: the two tables that are held against the truth. */
final class Results {

    /** A line of {@code ballots.csv}. */
    record Line(Status status, Set<Fault> reasons) {}

    /** A line of {@code readings.csv}. */
    record Reading(Map<Level, String> cells, String status) {

        /** {@return the one level that was counted, if one was} */
        Optional<Level> vote() {
            if (!status.equals("counted")) {
                return Optional.empty();
            }
            Optional<Level> one = Optional.empty();
            for (Level level : Level.values()) {
                if ("cross".equals(cells.get(level))) {
                    if (one.isPresent()) {
                        return Optional.empty();
                    }
                    one = Optional.of(level);
                }
            }
            return one;
        }
    }

    private final Map<PageId, Line> lines = new HashMap<>();
    private final Map<PageId, Map<Integer, Reading>> readings = new HashMap<>();

    static Results in(Path folder) throws IOException {
        Results results = new Results();
        for (Map<String, String> row : CsvReader.read(folder.resolve("ballots.csv"))) {
            Set<Fault> reasons = EnumSet.noneOf(Fault.class);
            for (String code : row.getOrDefault("reasons", "").split(";")) {
                if (!code.isEmpty()) {
                    reasons.add(Fault.valueOf(code));
                }
            }
            Status status = Status.valueOf(row.getOrDefault("status", "").toUpperCase(Locale.ROOT));
            results.lines.put(page(row), new Line(status, reasons));
        }
        for (Map<String, String> row : CsvReader.read(folder.resolve("readings.csv"))) {
            Map<Level, String> cells = new HashMap<>();
            for (Level level : Level.values()) {
                cells.put(level, row.getOrDefault(level.name().toLowerCase(Locale.ROOT), ""));
            }
            results.readings
                    .computeIfAbsent(page(row), p -> new HashMap<>())
                    .put(
                            Integer.parseInt(row.getOrDefault("row", "0")),
                            new Reading(cells, row.getOrDefault("status", "")));
        }
        return results;
    }

    Optional<Line> line(PageId page) {
        return Optional.ofNullable(lines.get(page));
    }

    Optional<Reading> reading(PageId page, int row) {
        return Optional.ofNullable(readings.getOrDefault(page, Map.of()).get(row));
    }

    private static PageId page(Map<String, String> row) {
        return new PageId(row.getOrDefault("scan", ""), Integer.parseInt(row.getOrDefault("page", "0")));
    }
}
