package vn.kiemphieu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.words.Texts;

class IntakeTest {

    @TempDir
    Path scans;

    private Intake intake;

    @BeforeEach
    void open() {
        intake = new Intake(scans);
    }

    @AfterEach
    void close() throws IOException {
        intake.close();
        // The test's own clearing up would say a word about every link.
        try (Stream<Path> all = Files.list(scans)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void listsEveryFileInNaturalOrder() throws IOException {
        for (String name : List.of("scan10.png", "scan2.png", "b/1.png", "a/1.png", "scan1.png")) {
            put(name, Sheets.encode(Sheets.grey(name.hashCode()), "png"));
        }
        assertThat(intake.survey())
                .extracting(ScanFile::scan)
                .containsExactly("a/1.png", "b/1.png", "scan1.png", "scan2.png", "scan10.png");
    }

    @Test
    void countsThePagesOfAPdf() throws IOException {
        put(
                "deck.pdf",
                Sheets.pdf(
                        d -> JPEGFactory.createFromImage(d, Sheets.grey(1)),
                        d -> JPEGFactory.createFromImage(d, Sheets.grey(2)),
                        d -> JPEGFactory.createFromImage(d, Sheets.grey(3))));
        assertThat(intake.survey().get(0).pages()).isEqualTo(3);
        assertThat(shas("deck.pdf", 3)).doesNotHaveDuplicates();
    }

    @Test
    void namesTheFileThatAnotherIsACopyOf() throws IOException {
        byte[] png = Sheets.encode(Sheets.grey(1), "png");
        put("1.png", png);
        put("2.png", png);
        assertThat(intake.survey().get(0).refusal()).isEmpty();
        assertThat(intake.survey().get(1).refusal()).contains(Refusal.of(Reason.IDENTICAL, "1.png"));
    }

    @Test
    void keepsToTheFileThatWasTakenBefore() throws IOException {
        byte[] png = Sheets.encode(Sheets.grey(1), "png");
        put("2.png", png);
        String sha256 = intake.survey().get(0).sha256();
        put("1.png", png);
        List<ScanFile> files = intake.survey(Map.of(sha256, "2.png"));
        assertThat(files.get(0).refusal()).contains(Refusal.of(Reason.IDENTICAL, "2.png"));
        assertThat(files.get(1).refusal()).isEmpty();
    }

    @Test
    void surveysAFolderThatIsNotThereYet() {
        assertThat(new Intake(scans.resolve("none")).survey()).isEmpty();
    }

    @Test
    void listsWhatSystemsLeaveBehind() throws IOException {
        put(".DS_Store", new byte[] {0, 0, 0, 1});
        put("Thumbs.db", new byte[] {1});
        put("._scan.pdf", new byte[] {2});
        assertThat(intake.survey())
                .extracting(f -> f.refusal().orElseThrow().reason())
                .containsOnly(Reason.SYSTEM_FILE)
                .hasSize(3);
    }

    @Test
    void looksIntoAFolderThatIsNamedLikeAFile() throws IOException {
        put("x.pdf/inside.png", Sheets.encode(Sheets.grey(1), "png"));
        assertThat(intake.survey()).extracting(ScanFile::scan).containsExactly("x.pdf/inside.png");
    }

    @Test
    void followsNoLinks(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.write(elsewhere.resolve("a.png"), Sheets.encode(Sheets.grey(1), "png"));
        Files.createSymbolicLink(scans.resolve("file"), outside);
        Files.createSymbolicLink(scans.resolve("folder"), elsewhere);
        Files.createSymbolicLink(scans.resolve("loop"), scans);
        Files.createSymbolicLink(scans.resolve("nowhere"), scans.resolve("none"));
        assertThat(intake.survey())
                .extracting(f -> f.refusal().orElseThrow().reason())
                .containsOnly(Reason.LINK)
                .hasSize(4);
        assertThat(reason(intake.load(new PageId("file", 1)))).isEqualTo(Reason.LINK);
        assertThat(reason(intake.load(new PageId("../" + elsewhere.getFileName() + "/a.png", 1))))
                .isEqualTo(Reason.LINK);
    }

    @Test
    void maySitBehindALinkItself(@TempDir Path elsewhere) throws IOException {
        put("a.png", Sheets.encode(Sheets.grey(1), "png"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("scans"), scans);
        try (Intake behind = new Intake(link)) {
            assertThat(behind.survey()).extracting(ScanFile::scan).containsExactly("a.png");
            assertThat(behind.load(new PageId("a.png", 1))).isInstanceOf(Arrival.Arrived.class);
        }
        Files.delete(link);
    }

    @Test
    void readsAFileInTheFolderWhereTheProgramRuns() {
        try (Intake here = new Intake(Path.of(""))) {
            assertThat(reason(here.load(new PageId("pom.xml", 1)))).isEqualTo(Reason.FOREIGN);
        }
    }

    @Test
    void doesNotWaitForAPipe() throws Exception {
        Process made = new ProcessBuilder("mkfifo", scans.resolve("pipe.pdf").toString()).start();
        assumeTrue(made.waitFor() == 0);
        assertThat(intake.survey().get(0).refusal()).contains(Refusal.of(Reason.LINK));
    }

    @Test
    void saysWhatItMayNotRead() throws IOException {
        put("closed.png", Sheets.encode(Sheets.grey(1), "png"));
        Files.setPosixFilePermissions(scans.resolve("closed.png"), Set.of());
        // The administrator may read everything.
        assumeFalse(Files.isReadable(scans.resolve("closed.png")));
        assertThat(intake.survey().get(0).refusal()).contains(Refusal.of(Reason.UNREADABLE, "AccessDenied"));
    }

    @Test
    void noticesThatAFileVanished() throws IOException {
        put("a.png", Sheets.encode(Sheets.grey(1), "png"));
        intake.survey();
        Files.delete(scans.resolve("a.png"));
        assertThat(reason(intake.load(new PageId("a.png", 1)))).isEqualTo(Reason.VANISHED);
    }

    @Test
    void noticesThatAFileChangedSinceItWasListed() throws IOException {
        put("a.png", Sheets.encode(Sheets.grey(1), "png"));
        intake.survey();
        put("a.png", Sheets.encode(Sheets.colour(2), "png"));
        assertThat(reason(intake.load(new PageId("a.png", 1)))).isEqualTo(Reason.CHANGING);
    }

    @Test
    void noticesThatAFileGrowsWhileItIsRead() throws Exception {
        put("a.png", new byte[30_000_000]);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try (OutputStream out = Files.newOutputStream(scans.resolve("a.png"), StandardOpenOption.APPEND)) {
                for (int i = 0; i < 1_000_000 && !stop.get(); i++) {
                    out.write(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        Refusal refusal = intake.survey().get(0).refusal().orElseThrow();
        stop.set(true);
        writer.join();
        assertThat(refusal.reason()).isEqualTo(Reason.CHANGING);
    }

    @Test
    void refusesAPageThatIsNotThere() throws IOException {
        put("a.png", Sheets.encode(Sheets.grey(1), "png"));
        put("a.pdf", Sheets.pdf(d -> JPEGFactory.createFromImage(d, Sheets.grey(1))));
        assertThat(reason(intake.load(new PageId("a.png", 2)))).isEqualTo(Reason.VANISHED);
        assertThat(reason(intake.load(new PageId("a.pdf", 2)))).isEqualTo(Reason.VANISHED);
        assertThat(reason(intake.load(new PageId("a.pdf", 0)))).isEqualTo(Reason.VANISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0001b.png",
                "a\nb.png",
                " .png",
                "-rf.png",
                "Phie\u0302\u0301u.png",
                "Phi\u1ebfu s\u1ed1 1.png",
                "%00.png",
                "a;b,c\"d.png"
            })
    void keepsNamesAsTheyAreOrRefusesThem(String name) throws IOException {
        Path file;
        try {
            file = scans.resolve(name);
        } catch (InvalidPathException e) {
            return;
        }
        Files.write(file, Sheets.encode(Sheets.grey(1), "png"));
        ScanFile listed = intake.survey().get(0);
        assertThat(listed.scan()).isEqualTo(name);
        assertThat(intake.load(new PageId(name, 1))).isInstanceOf(Arrival.Arrived.class);
    }

    @Test
    void takesTheLongestNameThereIs() throws IOException {
        String name = "x".repeat(251) + ".png";
        put(name, Sheets.encode(Sheets.grey(1), "png"));
        assertThat(intake.survey().get(0).scan()).isEqualTo(name);
    }

    @Test
    void givesPagesToSeveralThreadsAtOnce() throws Exception {
        Sheets.Maker[] makers = IntStream.range(0, 40)
                .<Sheets.Maker>mapToObj(i -> d -> JPEGFactory.createFromImage(d, Sheets.grey(i)))
                .toArray(Sheets.Maker[]::new);
        put("deck.pdf", Sheets.pdf(makers));
        List<String> one = shas("deck.pdf", 40);
        List<String> many = IntStream.rangeClosed(1, 40)
                .parallel()
                .mapToObj(number -> intake.load(new PageId("deck.pdf", number)))
                .map(arrival -> ((Arrival.Arrived) arrival).page().sha256())
                .toList();
        assertThat(many).isEqualTo(one).doesNotHaveDuplicates();
    }

    @Test
    void hasASentenceForEveryReasonInBothLanguages() {
        for (Reason reason : Reason.values()) {
            assertThat(Texts.VIETNAMESE.say(reason.textKey(), "A", "B", "C"))
                    .isNotBlank()
                    .doesNotContain("{");
            assertThat(Texts.ENGLISH.say(reason.textKey(), "A", "B", "C"))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private static Reason reason(Arrival arrival) {
        return ((Arrival.TurnedAway) arrival).refusal().reason();
    }

    private List<String> shas(String scan, int pages) {
        return IntStream.rangeClosed(1, pages)
                .mapToObj(number -> intake.load(new PageId(scan, number)))
                .map(arrival -> ((Arrival.Arrived) arrival).page().sha256())
                .toList();
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = scans.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
