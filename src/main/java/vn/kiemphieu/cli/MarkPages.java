package vn.kiemphieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.rehearsal.Darkroom;
import vn.kiemphieu.rehearsal.MarkSheet;
import vn.kiemphieu.rehearsal.Repertoire;
import vn.kiemphieu.rehearsal.ScanRecipe;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.SimulatedScanner;

/** Sheets full of known marks, drawn, scanned, taken in and laid over their form as ballots are. */
final class MarkPages {

    private final BallotForm form;
    private final Function<Random, Repertoire> hands;
    private final long seed;
    private final Path work;

    /** @param work a folder for one scan at a time and thread */
    MarkPages(BallotForm form, Function<Random, Repertoire> hands, long seed, Path work) {
        this.form = form;
        this.hands = hands;
        this.seed = seed;
        this.work = work;
    }

    /** {@return what {@code use} makes of each sheet, in order, without those that could not be laid over the form} */
    <T> List<T> each(int sheets, BiFunction<MarkSheet, Aligned, T> use) {
        Registrar registrar = new OpenCvRegistrar(form);
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            return IntStream.range(0, sheets)
                    .parallel()
                    .mapToObj(n -> laid(MarkSheet.of(form.pages().get(0), hands, seed, n), n, scanner, registrar, use))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private <T> Optional<T> laid(
            MarkSheet sheet,
            int number,
            Darkroom darkroom,
            Registrar registrar,
            BiFunction<MarkSheet, Aligned, T> use) {
        Path folder = work.resolve("sheet-" + number);
        try {
            Files.createDirectories(folder);
            Darkroom.Shot shot = sheet.scanned(darkroom);
            boolean bits = shot.output() == ScanRecipe.Output.BITS;
            Path scan = folder.resolve(bits ? "sheet.pdf" : "sheet.jpg");
            Files.write(scan, bits ? DeckParts.pdf(List.of(shot)) : shot.bytes());
            try (Intake intake = new Intake(folder)) {
                intake.survey();
                if (intake.load(new PageId(scan.getFileName().toString(), 1)) instanceof Arrived arrived
                        && registrar.register(arrived.page()) instanceof Registered registered) {
                    try (Aligned aligned = registered.aligned()) {
                        return Optional.of(use.apply(sheet, aligned));
                    }
                }
                return Optional.empty();
            } finally {
                Files.delete(scan);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
