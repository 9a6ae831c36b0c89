package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.cli.BenchForms.BenchForm;
import vn.kiemphieu.papers.AtomicFile;
import vn.kiemphieu.rehearsal.Comparison;
import vn.kiemphieu.rehearsal.Judged;
import vn.kiemphieu.rehearsal.Proportion;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.rehearsal.Score;

/** What a bench of accuracy found: tables for people by kind of scan, by form and by deed, and all of it as JSON. */
final class AccuracyReport {

    private final Console console;
    private final Map<String, Object> order = new LinkedHashMap<>();
    private final List<Judged> everything = new ArrayList<>();
    private final Map<ScanKind, List<Judged>> byKind = new LinkedHashMap<>();
    private final Map<String, List<Judged>> byForm = new LinkedHashMap<>();
    private final List<Map<String, Object>> decks = new ArrayList<>();
    private final List<String> worst = new ArrayList<>();

    AccuracyReport(Console console, int ballots, long seed, boolean recorded) {
        this.console = console;
        order.put("date", LocalDate.now().toString());
        order.put("ballotsPerDeck", ballots);
        order.put("seed", seed);
        order.put("hands", recorded ? "recorded" : "own");
    }

    void add(BenchForm form, ScanKind kind, List<Judged> deck) {
        everything.addAll(deck);
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(deck);
        byForm.computeIfAbsent(form.name(), k -> new ArrayList<>()).addAll(deck);
        Score score = Score.of(deck);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("form", form.name());
        entry.put("officials", form.form().officials());
        entry.put("scan", kind.word());
        entry.putAll(json(score));
        decks.add(entry);
        for (Judged b : new Comparison(deck).wrong()) {
            worst.add(console.say(
                    "rehearsal.one", form.name() + " " + String.join(" ", b.pages()), b.ballot(), b.deeds(), b.said()));
        }
        console.tell(console.say(
                "bench.deck",
                form.name(),
                kind.word(),
                String.valueOf(score.ballots()),
                String.valueOf(score.load().hits()),
                String.valueOf(score.load().of()),
                String.valueOf(score.silent().hits() + score.lost().hits())));
    }

    Score all() {
        return Score.of(everything);
    }

    void tell() {
        table("bench.column.scan", words(byKind));
        table("bench.column.form", byForm);
        Map<String, List<Judged>> byDeed = new LinkedHashMap<>();
        new Comparison(everything)
                .byDeed()
                .forEach((deed, ballots) -> byDeed.put(console.say("rehearsal.deed." + deed.name()), ballots));
        table("rehearsal.column.deed", byDeed);
        console.tell(console.say("bench.legend"));
        worst.forEach(console::tell);
    }

    private static Map<String, List<Judged>> words(Map<ScanKind, List<Judged>> byKind) {
        Map<String, List<Judged>> named = new LinkedHashMap<>();
        byKind.forEach((kind, ballots) -> named.put(kind.word(), ballots));
        return named;
    }

    private void table(String first, Map<String, List<Judged>> parts) {
        List<String> head = new ArrayList<>();
        head.add(console.say(first));
        for (String column :
                List.of("all", "rows", "right", "load", "bound", "invalid", "silent", "bound", "lost", "named")) {
            head.add(console.say("bench.column." + column));
        }
        List<List<String>> lines = new ArrayList<>();
        parts.forEach((name, ballots) -> lines.add(line(name, Score.of(ballots))));
        console.tell("");
        Columns.of(head, lines, line(console.say("rehearsal.total"), all())).forEach(console::tell);
    }

    private List<String> line(String name, Score s) {
        return List.of(
                name,
                String.valueOf(s.ballots()),
                String.valueOf(s.rows()),
                String.valueOf(s.right()),
                of(s.load()),
                bound(s.load()),
                String.valueOf(s.wronglyInvalid().hits()),
                String.valueOf(s.silent().hits()),
                bound(s.silent()),
                String.valueOf(s.lost().hits()),
                of(s.named()));
    }

    private static String of(Proportion p) {
        return p.of() == 0 ? "·" : p.hits() + "/" + p.of();
    }

    private String bound(Proportion p) {
        return p.of() == 0 ? "·" : "≤ " + console.decimal(100 * p.atMost(), 2) + " %";
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(order);
        all.put("all", json(all()));
        Map<String, Object> kinds = new LinkedHashMap<>();
        byKind.forEach((kind, ballots) -> kinds.put(kind.word(), json(Score.of(ballots))));
        all.put("byScan", kinds);
        Map<String, Object> deeds = new LinkedHashMap<>();
        new Comparison(everything)
                .byDeed()
                .forEach((deed, ballots) -> deeds.put(deed.name().toLowerCase(Locale.ROOT), json(Score.of(ballots))));
        all.put("byDeed", deeds);
        all.put("decks", decks);
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        AtomicFile.write(file, text -> text.write(mapper.writeValueAsString(all) + "\n"));
        console.tell(console.say("bench.written", file));
    }

    private static Map<String, Object> json(Score s) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("ballots", s.ballots());
        score.put("rows", s.rows());
        score.put("right", s.right());
        score.put("silent", json(s.silent()));
        score.put("lost", json(s.lost()));
        score.put("load", json(s.load()));
        score.put("wronglyInvalid", json(s.wronglyInvalid()));
        score.put("reasonRight", json(s.named()));
        return score;
    }

    private static Map<String, Object> json(Proportion p) {
        Map<String, Object> proportion = new LinkedHashMap<>();
        proportion.put("n", p.hits());
        proportion.put("of", p.of());
        proportion.put("atMost95", Math.round(1e5 * p.atMost()) / 1e5);
        return proportion;
    }
}
