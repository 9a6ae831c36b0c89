package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.papers.Csv;
import vn.kiemphieu.reading.Mark;

/**
 * {@code truth.csv}: one line for every row of every page, and one for a page without rows. What a line says of the
 * page stands on each of its lines.
 */
public final class TruthFile {

    private static final List<String> COLUMNS = List.of(
            "scan",
            "page",
            "paper",
            "scanning",
            "form_page",
            "row",
            "high",
            "confidence",
            "low",
            "vote",
            "row_deed",
            "deeds",
            "faults",
            "kh-bdt-2023",
            "qd-96");

    private TruthFile() {}

    /** Writes the truth, for {@link #read} and for people. */
    public static void write(Path file, Truth truth) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        for (PageTruth page : truth.pages()) {
            if (page.rows().isEmpty()) {
                lines.add(line(page, List.of("", "", "", "", "", "")));
            }
            for (RowTruth row : page.rows()) {
                lines.add(line(
                        page,
                        List.of(
                                Integer.toString(row.official()),
                                word(cell(row, Level.HIGH)),
                                word(cell(row, Level.CONFIDENCE)),
                                word(cell(row, Level.LOW)),
                                row.vote().map(TruthFile::word).orElse(""),
                                word(row.deed()))));
            }
        }
        Csv.write(file, lines);
    }

    private static List<String> line(PageTruth page, List<String> row) {
        List<String> line = new ArrayList<>(List.of(
                page.id().scan(),
                Integer.toString(page.id().number()),
                Integer.toString(page.paper()),
                Integer.toString(page.scanning()),
                Integer.toString(page.formPage())));
        line.addAll(row);
        line.add(joined(page.deeds()));
        line.add(page.deeds().stream()
                .sorted()
                .flatMap(d -> d.fault().stream())
                .map(Enum::name)
                .distinct()
                .collect(Collectors.joining(";")));
        line.add(word(page.kh()));
        line.add(word(page.qd()));
        return line;
    }

    /** {@return the truth as it was written} */
    public static Truth read(Path file) throws IOException {
        Map<PageId, PageTruth> pages = new LinkedHashMap<>();
        for (Map<String, String> line : CsvReader.read(file)) {
            PageId id = new PageId(said(line, "scan"), number(line, "page"));
            List<RowTruth> rows = new ArrayList<>();
            Optional.ofNullable(pages.get(id)).ifPresent(p -> rows.addAll(p.rows()));
            if (!said(line, "row").isEmpty()) {
                rows.add(row(line));
            }
            pages.put(
                    id,
                    new PageTruth(
                            id,
                            number(line, "paper"),
                            number(line, "scanning"),
                            number(line, "form_page"),
                            rows,
                            deeds(said(line, "deeds")),
                            value(Expectation.class, said(line, "kh-bdt-2023")),
                            value(Expectation.class, said(line, "qd-96"))));
        }
        return new Truth(List.copyOf(pages.values()));
    }

    private static RowTruth row(Map<String, String> line) {
        Map<Level, Mark.Kind> cells = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            cells.put(level, value(Mark.Kind.class, said(line, word(level))));
        }
        String vote = said(line, "vote");
        return new RowTruth(
                number(line, "row"),
                cells,
                vote.isEmpty() ? Optional.empty() : Optional.of(value(Level.class, vote)),
                value(Deed.class, said(line, "row_deed")));
    }

    private static Set<Deed> deeds(String words) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        for (String word : words.split(";")) {
            deeds.add(value(Deed.class, word));
        }
        return deeds;
    }

    private static Mark.Kind cell(RowTruth row, Level level) {
        return row.cells().getOrDefault(level, Mark.Kind.EMPTY);
    }

    private static String joined(Set<Deed> deeds) {
        return deeds.stream().sorted().map(TruthFile::word).collect(Collectors.joining(";"));
    }

    private static String said(Map<String, String> line, String column) {
        String value = line.get(column);
        if (value == null) {
            throw new IllegalArgumentException("truth.csv lacks " + column);
        }
        return value;
    }

    private static int number(Map<String, String> line, String column) {
        return Integer.parseInt(said(line, column));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
