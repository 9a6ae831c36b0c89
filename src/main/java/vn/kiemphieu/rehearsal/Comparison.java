package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.papers.Csv;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

/**
 * Truth against result, ballot by ballot. Misread and unread are told apart: the first must not happen, the second is a
 * cost.
 */
public record Comparison(List<Judged> ballots) {

    public Comparison {
        ballots = List.copyOf(ballots);
    }

    /**
     * {@return what the count that wrote those results made of the deck}
     *
     * @param results the folder that a count leaves behind
     */
    public static Comparison of(Truth truth, Path results, Profile profile) throws IOException {
        Results made = Results.in(results);
        Map<String, List<PageTruth>> ballots = new LinkedHashMap<>();
        for (PageTruth page : truth.pages()) {
            ballots.computeIfAbsent(page.ballot(), b -> new ArrayList<>()).add(page);
        }
        List<Judged> judged = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        for (Map.Entry<String, List<PageTruth>> ballot : ballots.entrySet()) {
            Judged one = judge(ballot.getKey(), ballot.getValue(), made, profile);
            int paper = ballot.getValue().get(0).paper();
            boolean twice = paper > 0 && one.statuses().contains(Status.COUNTED) && !counted.add(paper);
            judged.add(twice ? one.as(Outcome.SILENT) : one);
        }
        return new Comparison(judged);
    }

    private static Judged judge(String ballot, List<PageTruth> pages, Results made, Profile profile) {
        Outcome outcome = Outcome.RIGHT;
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        Set<Fault> reasons = EnumSet.noneOf(Fault.class);
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (PageTruth page : pages) {
            deeds.addAll(page.deeds());
            Optional<Results.Line> line = made.line(page.id());
            line.ifPresent(l -> {
                reasons.addAll(l.reasons());
                statuses.add(l.status());
            });
            outcome = outcome.or(line.map(l -> outcome(page, l, made, profile)).orElse(Outcome.LOST));
        }
        Set<Fault> faults = deeds.stream().flatMap(d -> d.fault().stream()).collect(Collectors.toSet());
        boolean named = faults.isEmpty() || faults.stream().anyMatch(reasons::contains);
        return new Judged(
                ballot,
                pages.stream().map(p -> p.id().toString()).toList(),
                pages.stream().mapToInt(p -> p.rows().size()).sum(),
                deeds,
                pages.get(0).under(profile),
                outcome,
                named,
                statuses,
                reasons);
    }

    private static Outcome outcome(PageTruth page, Results.Line line, Results made, Profile profile) {
        Expectation expected = page.under(profile);
        if (line.status() == Status.COUNTED) {
            return expected.countable() && rowsRight(page, made, profile) ? Outcome.RIGHT : Outcome.SILENT;
        }
        if (line.status() == Status.EXCLUDED && expected != Expectation.EXCLUDED) {
            return Outcome.LOST;
        }
        return expected.allows(line.status()) ? Outcome.RIGHT : Outcome.LOAD;
    }

    private static boolean rowsRight(PageTruth page, Results made, Profile profile) {
        int officials = page.rows().size();
        for (RowTruth row : page.rows()) {
            Optional<Results.Reading> reading = made.reading(page.id(), row.official());
            if (reading.isEmpty()) {
                return false;
            }
            boolean isVoid = row.deed().voidsRowOnly(profile, Math.max(2, officials));
            boolean right = isVoid
                    ? reading.get().status().equals("void")
                    : row.vote().isPresent() && row.vote().equals(reading.get().vote());
            if (!right) {
                return false;
            }
        }
        return true;
    }

    /** {@return how many ballots came out so} */
    public long count(Outcome outcome) {
        return ballots.stream().filter(b -> b.outcome() == outcome).count();
    }

    /** {@return the ballots by what was done to them, in the order of {@link Deed}; one with two deeds stands under both} */
    public Map<Deed, List<Judged>> byDeed() {
        Map<Deed, List<Judged>> table = new LinkedHashMap<>();
        for (Deed deed : Deed.values()) {
            List<Judged> of =
                    ballots.stream().filter(b -> b.deeds().contains(deed)).toList();
            if (!of.isEmpty()) {
                table.put(deed, of);
            }
        }
        return table;
    }

    /** {@return the ballots that were miscounted or lost} */
    public List<Judged> wrong() {
        return ballots.stream()
                .filter(b -> b.outcome() == Outcome.SILENT || b.outcome() == Outcome.LOST)
                .toList();
    }

    /** {@return how many of these are ballots; the others are backs, copies, strangers and damaged files} */
    public long papers() {
        Set<Deed> none = EnumSet.of(Deed.BLANK_BACK, Deed.COPIED_FILE, Deed.FOREIGN_PAGE, Deed.CORRUPT_FILE);
        return ballots.stream()
                .filter(b -> b.deeds().stream().noneMatch(none::contains))
                .count();
    }

    /** {@return how many ballots were such that nothing stood against counting them} */
    public long countable() {
        return ballots.stream().filter(b -> b.expected() == Expectation.COUNTED).count();
    }

    /** {@return how many of those people had to look at all the same} */
    public long load() {
        return ballots.stream()
                .filter(b -> b.expected() == Expectation.COUNTED && b.outcome() == Outcome.LOAD)
                .count();
    }

    /** Writes every ballot with its outcome, the worst first. */
    public void write(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("outcome", "ballot", "pages", "deeds", "expected", "said", "named"));
        ballots.stream()
                .sorted(Comparator.comparing(Judged::outcome).reversed())
                .forEach(b -> lines.add(List.of(
                        word(b.outcome()),
                        b.ballot(),
                        String.join(" ", b.pages()),
                        b.deeds().stream().sorted().map(Comparison::word).collect(Collectors.joining(";")),
                        word(b.expected()),
                        b.said(),
                        Boolean.toString(b.named()))));
        Csv.write(file, lines);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
