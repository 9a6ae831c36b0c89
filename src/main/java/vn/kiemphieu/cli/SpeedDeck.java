package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.kiemphieu.cli.BenchForms.BenchForm;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.DeckOrder;
import vn.kiemphieu.rehearsal.RehearsalFolder;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.vision.BareDecoding;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.SimulatedScanner;
import vn.kiemphieu.words.Texts;

/** One deck of one resolution, made and counted to see how long that takes. */
final class SpeedDeck {

    /** In a usual meeting one ballot in ten is such that something was done to it. */
    private static final double ODD_SHARE = 0.1;

    /** Pages that are looked at stage by stage; the first ones warm up and are not measured. */
    private static final int WARMING = 16;

    private final BenchForm form;
    private final int ballots;
    private final long seed;
    private final int threads;
    private final RehearsalFolder folder;

    SpeedDeck(BenchForm form, int ballots, long seed, int threads, Path work) {
        this.form = form;
        this.ballots = ballots;
        this.seed = seed;
        this.threads = threads;
        this.folder = new RehearsalFolder(work);
    }

    /**
     * What was measured.
     *
     * @param stages processor time of one thread, in ms a page
     * @param peakMb while counting; empty where the system does not tell
     */
    record Figures(int dpi, int pages, Effort whole, Effort bare, Map<String, Double> stages, OptionalLong peakMb) {

        double pagesASecond() {
            return pages / whole.seconds();
        }

        /** {@return the whole run over bare decoding, in processor time} */
        double ratio() {
            return whole.processorSeconds() / bare.processorSeconds();
        }
    }

    Figures measured(int dpi, Texts texts) throws Exception {
        String title = form.meeting().meeting().title();
        folder.prepare(form.meeting().meeting(), form.form(), ballots, title, title);
        DeckOrder order = new DeckOrder(ballots, seed, ScanKind.OFFICE, ODD_SHARE, false);
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            new DeckMaker(scanner, DeckParts::pdf).makeColourJpegs(form.form(), order, dpi, folder.scans());
        }
        try {
            List<byte[]> files = files();
            BareDecoding.of(files.subList(0, Math.min(WARMING, files.size())), threads);
            Effort bare = Effort.of(() -> BareDecoding.of(files, threads));
            int pages = files.size();
            files.clear();
            Map<String, Double> stages = stages();
            OpenMeeting open = OpenMeeting.open(folder.dir(), texts);
            boolean fresh = Effort.forgetPeak();
            CountingSettings settings =
                    new CountingSettings(threads, CountingSettings.usual().watcher());
            Effort whole = Effort.of(
                    () -> Counting.run(new MeetingFolder(folder.dir()), open.meeting(), open.form(texts), settings));
            return new Figures(dpi, pages, whole, bare, stages, fresh ? Effort.peakMb() : OptionalLong.empty());
        } finally {
            folder.remove();
        }
    }

    private List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path file : names()) {
            files.add(Files.readAllBytes(file));
        }
        return files;
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.scans())) {
            return files.sorted().toList();
        }
    }

    private Map<String, Double> stages() throws Exception {
        Registrar registrar = new OpenCvRegistrar(form.form());
        PageReader reader = new PageReader(new OpenCvInkSurveyor());
        List<Path> names = names();
        double[] seconds = new double[3];
        int measured = 0;
        try (Intake intake = new Intake(folder.scans())) {
            for (int i = 0; i < names.size(); i++) {
                double[] each = stages(
                        intake,
                        registrar,
                        reader,
                        new PageId(folder.scans().relativize(names.get(i)).toString(), 1));
                if (i >= Math.min(WARMING, names.size() / 2)) {
                    measured++;
                    for (int k = 0; k < each.length; k++) {
                        seconds[k] += each[k];
                    }
                }
            }
        }
        Map<String, Double> stages = new LinkedHashMap<>();
        stages.put("take-in", 1000 * seconds[0] / measured);
        stages.put("lay-over-form", 1000 * seconds[1] / measured);
        stages.put("read", 1000 * seconds[2] / measured);
        return stages;
    }

    private static double[] stages(Intake intake, Registrar registrar, PageReader reader, PageId id) {
        double start = Effort.processorNow();
        if (!(intake.load(id) instanceof Arrived arrived)) {
            throw new IllegalStateException(id + " was made a moment ago and does not come in");
        }
        double in = Effort.processorNow();
        Registration registration = registrar.register(arrived.page());
        double laid = Effort.processorNow();
        if (registration instanceof Registered registered) {
            try (Aligned aligned = registered.aligned()) {
                reader.read(aligned);
            }
        }
        return new double[] {in - start, laid - in, Effort.processorNow() - laid};
    }
}
