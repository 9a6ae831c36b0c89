package vn.kiemphieu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    @TempDir
    Path scans;

    private Intake intake;

    @BeforeEach
    void open() {
        intake = new Intake(scans);
    }

    @AfterEach
    void close() {
        intake.close();
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

    private List<String> shas(String scan, int pages) {
        return java.util.stream.IntStream.rangeClosed(1, pages)
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
