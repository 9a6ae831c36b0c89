package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.rehearsal.Truth;
import vn.kiemphieu.rehearsal.TruthFile;
import vn.kiemphieu.vision.SimulatedScanner;

/**
 * Makes {@code sample-scans} anew, for those who work on the program. It replaces what lies in {@code scans/}, and so
 * refuses a folder without a {@code truth.csv}: that is a real meeting's.
 */
@Command(name = "make-samples", hidden = true)
final class SamplesCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Option(names = "--ballots", paramLabel = "N", defaultValue = "56")
    private int ballots;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "20230720")
    private long seed;

    @Override
    public Integer call() throws IOException {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        Path scans = open.folder().scans();
        Path truthFile = dir.resolve("truth.csv");
        if (Files.exists(scans)) {
            clear(scans, truthFile);
        }
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            Truth truth = DeckParts.deckMaker(scanner).makeSamples(open.form(console.texts()), ballots, seed, scans);
            TruthFile.write(truthFile, truth);
        }
        return 0;
    }

    private void clear(Path scans, Path truthFile) throws IOException {
        try (Stream<Path> files = Files.list(scans)) {
            List<Path> old = files.toList();
            if (!old.isEmpty() && !Files.exists(truthFile)) {
                throw new Failure(console.say("rehearsal.in-the-way", scans));
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
