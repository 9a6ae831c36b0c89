package vn.kiemphieu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.papers.AtomicFile;
import vn.kiemphieu.rehearsal.RehearsalFolder;

/**
 * Counts colour scans of 200 and 300 dpi and tells how long that takes, beside the bare decoding of the same files on the
 * same threads: a machine that is slower is slower at both.
 */
@Command(name = "speed")
final class BenchSpeedCommand implements Callable<Integer> {

    private static final List<Integer> RESOLUTIONS = List.of(200, 300);

    private static final int OFFICIALS = 7;

    @Mixin
    private Console console = new Console();

    @Option(names = "--ballots", paramLabel = "N", descriptionKey = "ballots", defaultValue = "200")
    private int ballots;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE.json", descriptionKey = "out")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (ballots < 2) {
            throw console.wrongValue("--ballots", String.valueOf(ballots));
        }
        if (threads < 1) {
            throw console.wrongValue("--threads", String.valueOf(threads));
        }
        Path work = Files.createTempDirectory("kiemphieu-bench");
        List<Map<String, Object>> decks = new ArrayList<>();
        try {
            BenchForms.BenchForm form = new BenchForms(work, console).printed(OFFICIALS, seed);
            for (int dpi : RESOLUTIONS) {
                SpeedDeck deck = new SpeedDeck(form, ballots, seed, threads, work.resolve("deck-" + dpi));
                SpeedDeck.Figures figures = deck.measured(dpi, console.texts());
                tell(figures);
                decks.add(json(figures));
            }
        } finally {
            new RehearsalFolder(work).remove();
        }
        if (out != null) {
            write(out, decks);
        }
        return 0;
    }

    private void tell(SpeedDeck.Figures f) {
        console.tell(console.say(
                "bench.speed.deck",
                String.valueOf(f.dpi()),
                String.valueOf(f.pages()),
                String.valueOf(threads),
                console.decimal(f.pagesASecond(), 1),
                console.decimal(f.whole().processorMillis(f.pages()), 1)));
        console.tell(console.say(
                "bench.speed.bare",
                console.decimal(f.bare().processorMillis(f.pages()), 1),
                console.decimal(f.ratio(), 2)));
        f.stages()
                .forEach((stage, millis) -> console.tell(console.say(
                        "bench.speed.stage", console.say("bench.speed." + stage), console.decimal(millis, 1))));
        f.peakMb().ifPresent(mb -> console.tell(console.say("bench.speed.peak", String.valueOf(mb))));
    }

    private static Map<String, Object> json(SpeedDeck.Figures f) {
        Map<String, Object> deck = new LinkedHashMap<>();
        deck.put("dpi", f.dpi());
        deck.put("pages", f.pages());
        deck.put("pagesASecond", rounded(f.pagesASecond()));
        deck.put("processorMillisAPage", rounded(f.whole().processorMillis(f.pages())));
        deck.put("bareDecodingMillisAPage", rounded(f.bare().processorMillis(f.pages())));
        deck.put("ratioProcessor", rounded(f.ratio()));
        deck.put("ratioClock", rounded(f.whole().seconds() / f.bare().seconds()));
        Map<String, Object> stages = new LinkedHashMap<>();
        f.stages().forEach((stage, millis) -> stages.put(stage, rounded(millis)));
        deck.put("stagesMillisAPage", stages);
        f.peakMb().ifPresent(mb -> deck.put("peakMb", mb));
        return deck;
    }

    private static double rounded(double value) {
        return Math.round(100 * value) / 100.0;
    }

    private void write(Path file, List<Map<String, Object>> decks) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ballots", ballots);
        all.put("seed", seed);
        all.put("threads", threads);
        all.put("java", Runtime.version().feature());
        all.put("decks", decks);
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        AtomicFile.write(file, text -> text.write(mapper.writeValueAsString(all) + "\n"));
        console.tell(console.say("bench.written", file));
    }
}
