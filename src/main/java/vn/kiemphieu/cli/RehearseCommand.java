package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.rehearsal.Comparison;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.DeckOrder;
import vn.kiemphieu.rehearsal.Outcome;
import vn.kiemphieu.rehearsal.Profile;
import vn.kiemphieu.rehearsal.RehearsalFolder;
import vn.kiemphieu.rehearsal.Repertoire;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.rehearsal.Truth;
import vn.kiemphieu.rehearsal.TruthFile;
import vn.kiemphieu.vision.SimulatedScanner;

/** Marks, scans and counts a deck whose truth is known. Fails where a ballot was miscounted or lost. */
@Command(name = "rehearse")
final class RehearseCommand implements Callable<Integer> {

    /** Half a megabyte a page; more would fill a disk by a slip of the finger. */
    private static final int MOST_BALLOTS = 20_000;

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Option(names = "--ballots", paramLabel = "N", descriptionKey = "ballots", defaultValue = "100")
    private int ballots;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(
            names = "--scan",
            paramLabel = "office|grey|bilevel|poor|photo|mixed",
            descriptionKey = "scan",
            defaultValue = "office")
    private String scan = "office";

    @Option(names = "--strokes", paramLabel = "FILE", descriptionKey = "strokes")
    private @Nullable Path strokes;

    @Override
    public Integer call() throws Exception {
        DeckOrder order = DeckOrder.of(asked(), seed, kind());
        if (RehearsalFolder.marked(dir)) {
            throw new Failure(console.say("rehearsal.inside", dir));
        }
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        BallotForm form = open.form(console.texts());
        Function<Random, Repertoire> hands = Hands.toJudgeBy(strokes, console);
        RehearsalFolder folder = RehearsalFolder.of(dir, order);
        if (folder.inTheWay()) {
            throw new Failure(console.say("rehearsal.in-the-way", folder.dir()));
        }
        String word = order.kind().word();
        folder.prepare(
                open.meeting(),
                form,
                ballots,
                console.say("rehearsal.title", open.meeting().title()),
                console.say("rehearsal.marker", String.valueOf(seed), word, String.valueOf(ballots)));
        console.tell(
                console.say("rehearsal.making", String.valueOf(ballots), String.valueOf(seed), word, folder.dir()));
        Truth truth = make(form, order, hands, folder);
        CountedMeeting.count(folder.dir(), Runtime.getRuntime().availableProcessors(), console);
        if (!Files.exists(folder.results().resolve("ballots.csv"))) {
            throw new Failure(console.say("rehearsal.no-results", folder.results()));
        }
        Profile profile = Profile.of(open.meeting().rules());
        Comparison comparison = Comparison.of(truth, folder.results(), profile);
        new RehearsalReport(comparison, profile, folder, console).tell();
        return comparison.count(Outcome.SILENT) + comparison.count(Outcome.LOST) == 0 ? 0 : 1;
    }

    private Truth make(BallotForm form, DeckOrder order, Function<Random, Repertoire> hands, RehearsalFolder folder)
            throws IOException {
        long start = System.nanoTime();
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            Truth truth = new DeckMaker(scanner, DeckParts::pdf, hands).make(form, order, folder.scans());
            TruthFile.write(folder.truth(), truth);
            console.tell(console.say(
                    "rehearsal.made",
                    String.valueOf(truth.pages().size()),
                    console.decimal((System.nanoTime() - start) / 1e9, 1)));
            return truth;
        }
    }

    private int asked() {
        if (ballots < 1 || ballots > MOST_BALLOTS) {
            throw wrong(console.say("rehearsal.bad-ballots", String.valueOf(MOST_BALLOTS)));
        }
        return ballots;
    }

    private ScanKind kind() {
        try {
            return ScanKind.of(scan);
        } catch (IllegalArgumentException e) {
            throw wrong(console.say("rehearsal.bad-scan", scan));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(console.command().commandLine(), sentence);
    }
}
