package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kiemphieu.rehearsal.Comparison;
import vn.kiemphieu.rehearsal.Deed;
import vn.kiemphieu.rehearsal.Judged;
import vn.kiemphieu.rehearsal.Outcome;
import vn.kiemphieu.rehearsal.Profile;
import vn.kiemphieu.rehearsal.RehearsalFolder;

/** Truth against result as a table for people, and as one line of JSON for programs. */
final class RehearsalReport {

    /** More would push the table off the screen; the file has them all. */
    private static final int MOST_LISTED = 15;

    private final Comparison comparison;
    private final Profile profile;
    private final RehearsalFolder folder;
    private final Console console;

    RehearsalReport(Comparison comparison, Profile profile, RehearsalFolder folder, Console console) {
        this.comparison = comparison;
        this.profile = profile;
        this.folder = folder;
        this.console = console;
    }

    void tell() throws java.io.IOException {
        Path details = folder.dir().resolve("comparison.csv");
        comparison.write(details);
        console.tell("");
        console.tell(console.say("rehearsal.head", profile.id()));
        table().forEach(console::tell);
        console.tell(console.say("rehearsal.legend"));
        worst(details);
        verdict(details);
        console.tell(console.say("rehearsal.where", folder.dir()));
        console.programs()
                .println(String.format(
                        Locale.ROOT,
                        "{\"ballots\":%d,\"right\":%d,\"load\":%d,\"silent\":%d,\"lost\":%d,\"countable\":%d}",
                        comparison.ballots().size(),
                        comparison.count(Outcome.RIGHT),
                        comparison.count(Outcome.LOAD),
                        comparison.count(Outcome.SILENT),
                        comparison.count(Outcome.LOST),
                        comparison.countable()));
    }

    private List<String> table() {
        List<String> head = Stream.of("deed", "all", "right", "named", "load", "silent", "lost")
                .map(column -> console.say("rehearsal.column." + column))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        comparison.byDeed().forEach((deed, ballots) -> lines.add(line(name(deed), ballots)));
        return Columns.of(head, lines, line(console.say("rehearsal.total"), comparison.ballots()));
    }

    private static List<String> line(String name, List<Judged> ballots) {
        return List.of(
                name,
                String.valueOf(ballots.size()),
                of(ballots, Outcome.RIGHT),
                String.valueOf(ballots.stream()
                        .filter(b -> b.outcome() == Outcome.RIGHT && b.named())
                        .count()),
                of(ballots, Outcome.LOAD),
                of(ballots, Outcome.SILENT),
                of(ballots, Outcome.LOST));
    }

    private static String of(List<Judged> ballots, Outcome outcome) {
        long n = ballots.stream().filter(b -> b.outcome() == outcome).count();
        return n == 0 && outcome != Outcome.RIGHT ? "·" : String.valueOf(n);
    }

    private void worst(Path details) {
        List<Judged> worst = comparison.wrong();
        if (worst.isEmpty()) {
            return;
        }
        console.tell(console.say("rehearsal.worst"));
        for (Judged b : worst.subList(0, Math.min(MOST_LISTED, worst.size()))) {
            String deeds = b.deeds().stream().sorted().map(this::name).collect(Collectors.joining(", "));
            console.tell("  " + console.say("rehearsal.one", String.join(" ", b.pages()), b.ballot(), deeds, b.said()));
        }
        if (worst.size() > MOST_LISTED) {
            console.tell("  " + console.say("rehearsal.more", String.valueOf(worst.size() - MOST_LISTED), details));
        }
    }

    private void verdict(Path details) {
        long silent = comparison.count(Outcome.SILENT);
        long lost = comparison.count(Outcome.LOST);
        String papers = String.valueOf(comparison.papers());
        String others = String.valueOf(comparison.ballots().size() - comparison.papers());
        if (silent + lost > 0) {
            console.tell(console.say(
                    "rehearsal.failed", String.valueOf(silent), String.valueOf(lost), papers, others, details));
            return;
        }
        long load = comparison.load();
        long countable = comparison.countable();
        console.tell(console.say(
                "rehearsal.passed",
                papers,
                others,
                String.valueOf(load),
                String.valueOf(countable),
                console.decimal(100.0 * load / Math.max(1, countable), 1)));
    }

    private String name(Deed deed) {
        return console.say("rehearsal.deed." + deed.name());
    }
}
