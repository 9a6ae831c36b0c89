package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.kiemphieu.cli.BenchForms.BenchForm;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.rehearsal.Comparison;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.DeckOrder;
import vn.kiemphieu.rehearsal.Judged;
import vn.kiemphieu.rehearsal.Profile;
import vn.kiemphieu.rehearsal.RehearsalFolder;
import vn.kiemphieu.rehearsal.Repertoire;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.rehearsal.Score;
import vn.kiemphieu.rehearsal.Truth;
import vn.kiemphieu.vision.SimulatedScanner;

/**
 * Counts decks over forms, kinds of scan and all deeds, and tells silent errors, load and faults found apart. Exit 1
 * where a ballot was miscounted or lost, so that a script can ask it.
 */
@Command(name = "accuracy")
final class BenchAccuracyCommand implements Callable<Integer> {

    private static final List<ScanKind> KINDS =
            List.of(ScanKind.OFFICE, ScanKind.GREY, ScanKind.BILEVEL, ScanKind.POOR, ScanKind.PHOTO);

    private static final int MOST_BALLOTS = 5000;

    @Mixin
    private Console console = new Console();

    @Option(names = "--ballots", paramLabel = "N", descriptionKey = "ballots", defaultValue = "20")
    private int ballots;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--strokes", paramLabel = "FILE", descriptionKey = "strokes")
    private @Nullable Path strokes;

    @Option(names = "--form", paramLabel = "DIR", descriptionKey = "form")
    private List<Path> forms = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE.json", descriptionKey = "out")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (ballots < 1 || ballots > MOST_BALLOTS) {
            String sentence = console.say("rehearsal.bad-ballots", String.valueOf(MOST_BALLOTS));
            throw new ParameterException(console.command().commandLine(), sentence);
        }
        Function<Random, Repertoire> hands = Hands.toJudgeBy(strokes, console);
        Path work = Files.createTempDirectory("kiemphieu-bench");
        try {
            BenchForms maker = new BenchForms(work, console);
            List<BenchForm> judged = new ArrayList<>();
            for (Path form : forms) {
                judged.add(maker.of(form));
            }
            if (judged.isEmpty()) {
                judged.addAll(maker.made(seed));
            }
            AccuracyReport report = new AccuracyReport(console, ballots, seed, hands != DeckMaker.OWN_HANDS);
            for (BenchForm form : judged) {
                for (ScanKind kind : KINDS) {
                    report.add(form, kind, judged(form, kind, hands, work));
                }
            }
            report.tell();
            if (out != null) {
                report.write(out);
            }
            Score all = report.all();
            return all.silent().hits() + all.lost().hits() == 0 ? 0 : 1;
        } finally {
            new RehearsalFolder(work).remove();
        }
    }

    /** One deck, gone again when it is judged: all together would fill a disk. */
    private List<Judged> judged(BenchForm form, ScanKind kind, Function<Random, Repertoire> hands, Path work)
            throws Exception {
        DeckOrder order = DeckOrder.of(ballots, 31 * (31 * seed + form.name().hashCode()) + kind.ordinal(), kind);
        RehearsalFolder folder = RehearsalFolder.of(work.resolve("decks"), order);
        String title = form.meeting().meeting().title();
        folder.prepare(form.meeting().meeting(), form.form(), ballots, title, title);
        Truth truth = made(form, order, hands, folder);
        OpenMeeting rehearsed = OpenMeeting.open(folder.dir(), console.texts());
        Counting.run(
                new MeetingFolder(folder.dir()),
                rehearsed.meeting(),
                rehearsed.form(console.texts()),
                CountingSettings.usual());
        Profile profile = Profile.of(rehearsed.meeting().rules());
        List<Judged> judged = Comparison.of(truth, folder.results(), profile).ballots();
        folder.remove();
        return judged;
    }

    private Truth made(BenchForm form, DeckOrder order, Function<Random, Repertoire> hands, RehearsalFolder folder)
            throws IOException {
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            return new DeckMaker(scanner, DeckParts::pdf, hands).make(form.form(), order, folder.scans());
        }
    }
}
