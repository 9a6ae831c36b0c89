package vn.kiemphieu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.rehearsal.MarkSheet;
import vn.kiemphieu.rehearsal.RehearsalFolder;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.vision.OpenCvInkSurveyor;

/** Reads sheets full of known marks and tells how many X's were doubted and how many other marks were read as one. */
@Command(name = "marks")
final class BenchMarksCommand implements Callable<Integer> {

    static final int OFFICIALS = 12;

    /** Shares of all marks read as X, in percent, among which wrong ones are looked for. */
    private static final List<Integer> FIRST = List.of(2, 5, 10);

    @Mixin
    private Console console = new Console();

    @Option(names = "--sheets", paramLabel = "N", descriptionKey = "sheets", defaultValue = "100")
    private int sheets;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--strokes", paramLabel = "FILE", descriptionKey = "strokes")
    private @Nullable Path strokes;

    /** What was drawn, whether it was read as an X, and how surely. */
    private record Read(ScanKind scan, MarkSheet.Kind kind, boolean asX, double margin) {

        boolean isX() {
            return kind == MarkSheet.Kind.X;
        }
    }

    /** Of so many, so many were read as an X. */
    private static final class Tally {
        private int all;
        private int asX;

        private void add(boolean isX) {
            all++;
            asX += isX ? 1 : 0;
        }
    }

    @Override
    public Integer call() throws Exception {
        if (sheets < 1) {
            throw console.wrongValue("--sheets", String.valueOf(sheets));
        }
        Path work = Files.createTempDirectory("kiemphieu-bench");
        try {
            BenchForms.BenchForm form = new BenchForms(work, console).printed(OFFICIALS, seed);
            PageReader reader = new PageReader(new OpenCvInkSurveyor());
            List<Read> read = new MarkPages(form.form(), Hands.toJudgeBy(strokes, console), seed, work)
                    .each(sheets, (sheet, page) -> read(sheet, page, reader)).stream()
                            .flatMap(List::stream)
                            .toList();
            tell(read);
        } finally {
            new RehearsalFolder(work).remove();
        }
        return 0;
    }

    private static List<Read> read(MarkSheet sheet, Aligned page, PageReader reader) {
        List<RowReading> rows = reader.read(page).rows();
        List<Read> read = new ArrayList<>();
        for (MarkSheet.Known known : sheet.marks()) {
            rows.stream()
                    .filter(row -> row.official() == known.official())
                    .map(row -> row.mark(known.level()))
                    .forEach(mark -> read.add(
                            new Read(sheet.scan(), known.kind(), mark.kind() == Mark.Kind.CROSS, mark.margin())));
        }
        return read;
    }

    private void tell(List<Read> read) {
        Map<ScanKind, Tally> crosses = new EnumMap<>(ScanKind.class);
        Map<ScanKind, Tally> others = new EnumMap<>(ScanKind.class);
        Map<MarkSheet.Kind, Tally> byKind = new EnumMap<>(MarkSheet.Kind.class);
        for (Read r : read) {
            Map<ScanKind, Tally> tallies = r.isX() ? crosses : others;
            tallies.computeIfAbsent(r.scan(), k -> new Tally()).add(r.asX());
            byKind.computeIfAbsent(r.kind(), k -> new Tally()).add(r.asX());
        }
        Tally noTally = new Tally();
        List<List<String>> lines = new ArrayList<>();
        for (ScanKind scan : crosses.keySet()) {
            Tally x = crosses.getOrDefault(scan, noTally);
            Tally other = others.getOrDefault(scan, noTally);
            lines.add(List.of(scan.word(), (x.all - x.asX) + "/" + x.all, other.asX + "/" + other.all));
        }
        int doubted = crosses.values().stream().mapToInt(t -> t.all - t.asX).sum();
        int x = crosses.values().stream().mapToInt(t -> t.all).sum();
        int taken = others.values().stream().mapToInt(t -> t.asX).sum();
        int other = others.values().stream().mapToInt(t -> t.all).sum();
        Columns.of(
                        List.of(
                                console.say("bench.column.scan"),
                                console.say("bench.marks.doubted"),
                                console.say("bench.marks.taken")),
                        lines,
                        List.of(console.say("rehearsal.total"), doubted + "/" + x, taken + "/" + other))
                .forEach(console::tell);
        console.tell("");
        byKind.forEach((kind, tally) -> console.tell(console.say(
                "bench.marks.kind",
                console.say("bench.marks." + kind.name()),
                String.valueOf(tally.asX),
                String.valueOf(tally.all))));
        console.tell("");
        console.tell(byMargin(read.stream().filter(Read::asX).toList()));
    }

    /** Says whether the least sure of the marks read as X are the ones that are none. */
    private String byMargin(List<Read> asX) {
        List<Read> leastSure =
                asX.stream().sorted(Comparator.comparingDouble(Read::margin)).toList();
        List<String> counts = new ArrayList<>();
        counts.add(wrong(leastSure));
        for (int percent : FIRST) {
            counts.add(wrong(leastSure.subList(0, leastSure.size() * percent / 100)));
        }
        return console.say("bench.marks.margin", counts.toArray());
    }

    private static String wrong(List<Read> read) {
        return String.valueOf(read.stream().filter(r -> !r.isX()).count());
    }
}
