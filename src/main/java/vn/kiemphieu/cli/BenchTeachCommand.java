package vn.kiemphieu.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.papers.AtomicFile;
import vn.kiemphieu.reading.CellPicture;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.reading.network.Lesson;
import vn.kiemphieu.reading.network.Network;
import vn.kiemphieu.reading.network.Teacher;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.rehearsal.BentHand;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.MarkSheet;
import vn.kiemphieu.rehearsal.RehearsalFolder;
import vn.kiemphieu.rehearsal.Repertoire;
import vn.kiemphieu.rehearsal.ScriptHand;
import vn.kiemphieu.vision.OpenCvInkSurveyor;

/**
 * Draws sheets full of known marks and teaches a network that judges by looks from them. The file it writes replaces one of the
 * two of the room {@code reading}.
 */
@Command(name = "teach")
final class BenchTeachCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("network.bin");

    @Option(names = "--sheets", paramLabel = "N", descriptionKey = "sheets", defaultValue = "6000")
    private int sheets;

    @Option(names = "--rounds", paramLabel = "N", descriptionKey = "rounds", defaultValue = "20")
    private int rounds;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--strokes", paramLabel = "FILE", descriptionKey = "strokes")
    private @Nullable Path strokes;

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "from")
    private @Nullable Path from;

    @Override
    public Integer call() throws Exception {
        if (sheets < 10) {
            throw console.wrongValue("--sheets", String.valueOf(sheets));
        }
        if (rounds < 1) {
            throw console.wrongValue("--rounds", String.valueOf(rounds));
        }
        Optional<Network> before = Optional.ofNullable(from).map(this::taughtBefore);
        Path work = Files.createTempDirectory("kiemphieu-bench");
        try {
            BenchForms.BenchForm form = new BenchForms(work, console).printed(BenchMarksCommand.OFFICIALS, seed);
            PageReader reader = new PageReader(new OpenCvInkSurveyor());
            List<Lesson> lessons = new MarkPages(form.form(), hands(), seed, work)
                    .each(sheets, (sheet, page) -> lessons(sheet, page, reader)).stream()
                            .flatMap(List::stream)
                            .toList();
            console.tell(console.say("bench.teach.lessons", String.valueOf(lessons.size())));
            Network network = before.isPresent()
                    ? Teacher.taughtOn(before.get(), lessons, rounds, seed)
                    : Teacher.taught(lessons, rounds, seed);
            ByteArrayOutputStream weights = new ByteArrayOutputStream();
            network.write(new DataOutputStream(weights));
            AtomicFile.write(file, weights.toByteArray());
            console.tell(console.say("bench.written", file));
        } finally {
            new RehearsalFolder(work).remove();
        }
        return 0;
    }

    private Network taughtBefore(Path network) {
        try (InputStream weights = new BufferedInputStream(Files.newInputStream(network))) {
            Network read = Network.read(new DataInputStream(weights));
            if (weights.read() >= 0) {
                throw new Failure(console.say("bench.teach.no-network", network));
            }
            return read;
        } catch (IOException e) {
            throw new Failure(console.say("bench.teach.no-network", network)).causedBy(e);
        }
    }

    /** Recorded hands, hands of the program's own that draw an X, and such that write one: 4 to 3 to 1, all of them bent. */
    private Function<Random, Repertoire> hands() throws Exception {
        Function<Random, Repertoire> recorded = Hands.toLearnFrom(strokes, console);
        return random -> {
            Repertoire model = switch (random.nextInt(8)) {
                case 0, 1, 2 -> DeckMaker.OWN_HANDS.apply(random);
                case 3 -> new ScriptHand(random);
                default -> recorded.apply(random);
            };
            return new BentHand(model, random);
        };
    }

    private static List<Lesson> lessons(MarkSheet sheet, Aligned page, PageReader reader) {
        List<CellPicture> pictures = reader.pictures(page);
        List<Lesson> lessons = new ArrayList<>();
        for (MarkSheet.Known known : sheet.marks()) {
            pictures.stream()
                    .filter(p -> p.official() == known.official() && p.level() == known.level())
                    .forEach(p -> lessons.add(new Lesson(p.picture(), known.kind() == MarkSheet.Kind.X)));
        }
        return lessons;
    }
}
