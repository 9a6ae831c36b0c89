package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;

/**
 * The tables of a count: {@code ballots.csv} and {@code readings.csv}. Their columns and words are a contract with other
 * programs and are in no language; the same count always gives the same bytes.
 */
public final class ResultFiles {

    private ResultFiles() {}

    /**
     * Writes {@code ballots.csv}: one line for every page image that came in, in scan order.
     *
     * @param entries asked for once; not held
     */
    public static Path writeBallots(Path results, Supplier<Stream<BallotEntry>> entries) throws IOException {
        Map<PageId, String> lines = new TreeMap<>();
        try (Stream<BallotEntry> all = entries.get()) {
            all.forEach(entry -> entry.ruling().pages().forEach(page -> {
                if (lines.put(page, ballotLine(page, entry)) != null) {
                    throw new IllegalStateException(page + " has two lines");
                }
            }));
        }
        return AtomicFile.write(results.resolve("ballots.csv"), out -> {
            out.write(Csv.BYTE_ORDER_MARK + Csv.line("scan", "page", "ballot", "status", "reasons", "margin"));
            for (String line : lines.values()) {
                out.write(line);
            }
        });
    }

    private static String ballotLine(PageId page, BallotEntry entry) {
        Ruling ruling = entry.ruling();
        return Csv.line(
                page.scan(),
                page.number(),
                entry.ballot(),
                word(ruling.status()),
                codes(ruling.reasons()),
                String.format(Locale.ROOT, "%.3f", ruling.margin()));
    }

    /**
     * Writes {@code readings.csv}: one line for every row of every ballot, ballot by ballot in the order given.
     *
     * @param entries asked for once, in scan order; not held
     */
    public static Path writeReadings(Path results, List<Official> officials, Supplier<Stream<BallotEntry>> entries)
            throws IOException {
        return AtomicFile.write(results.resolve("readings.csv"), out -> {
            out.write(Csv.BYTE_ORDER_MARK
                    + Csv.line(
                            "scan",
                            "page",
                            "ballot",
                            "row",
                            "official",
                            "high",
                            "confidence",
                            "low",
                            "status",
                            "reasons"));
            try (Stream<BallotEntry> all = entries.get()) {
                for (Iterator<BallotEntry> each = all.iterator(); each.hasNext(); ) {
                    writeRows(out, each.next(), officials);
                }
            }
        });
    }

    private static void writeRows(Writer out, BallotEntry entry, List<Official> officials) throws IOException {
        Map<Integer, RowRuling> rulings = new HashMap<>();
        entry.ruling().rows().forEach(row -> rulings.put(row.official(), row));
        for (BallotEntry.PageRows page : entry.read()) {
            for (RowReading row : page.rows()) {
                RowRuling ruling = rulings.get(row.official());
                if (ruling == null) {
                    throw new IllegalStateException(
                            "Row %d of %s has no ruling".formatted(row.official(), entry.ballot()));
                }
                out.write(Csv.line(
                        page.page().map(PageId::scan).orElse(""),
                        page.page().map(PageId::number).map(String::valueOf).orElse(""),
                        entry.ballot(),
                        row.official(),
                        officials.get(row.official() - 1).name(),
                        word(row.mark(Level.HIGH).kind()),
                        word(row.mark(Level.CONFIDENCE).kind()),
                        word(row.mark(Level.LOW).kind()),
                        word(ruling.status()),
                        codes(ruling.reasons())));
            }
        }
    }

    /** {@return the word of the contract; the names of {@link Mark.Kind} and the statuses are those words} */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String codes(Set<Fault> reasons) {
        return reasons.isEmpty()
                ? ""
                : EnumSet.copyOf(reasons).stream().map(Fault::name).collect(Collectors.joining(";"));
    }
}
