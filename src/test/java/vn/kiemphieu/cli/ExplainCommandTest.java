package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.BallotPrinter;
import vn.kiemphieu.papers.BallotPrinter.SignatureBlock;
import vn.kiemphieu.papers.StagePicture;
import vn.kiemphieu.rehearsal.DeckOrder;
import vn.kiemphieu.rehearsal.ScanKind;
import vn.kiemphieu.vision.SimulatedScanner;
import vn.kiemphieu.words.Texts;

class ExplainCommandTest {

    /** An A4 page straightened at 200 dpi. */
    private static final int WIDE = 1654;

    private static final int HIGH = 2339;

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void hasARosterButNoForm() throws IOException {
        Files.copy(Path.of("sample-scans/meeting.yaml"), dir.resolve("meeting.yaml"));
    }

    @Test
    void drawsEveryStageOfAPageAndNothingElse() throws IOException {
        String scan = deck(new DeckOrder(1, 11, ScanKind.OFFICE, 0, false)).get(0);
        Set<Path> before = everything();

        assertThat(explain(scan + ":1")).as(err.toString()).isZero();

        Path folder = folder();
        assertThat(err.toString()).contains(folder.toString());
        for (String name : List.of("2-straightened", "3-darkness", "4-print-and-ink", "5-pieces")) {
            BufferedImage picture = ImageIO.read(folder.resolve(name + ".png").toFile());
            assertThat(picture.getWidth()).as(name).isEqualTo(WIDE);
            assertThat(picture.getHeight()).as(name).isEqualTo(HIGH + StagePicture.BAND_PX);
        }
        assertThat(ImageIO.read(folder.resolve("1-as-it-came.png").toFile()).getWidth())
                .isLessThanOrEqualTo(WIDE);
        assertThat(ImageIO.read(folder.resolve("6-findings.jpg").toFile()).getHeight())
                .isGreaterThan(HIGH / 2);
        assertThat(Files.readString(folder.resolve("explain.txt")))
                .contains("dpi", "DẤU TREO", "Tín nhiệm cao: ", "dáng như chữ X: ", "KẾT LUẬN");
        Set<Path> after = everything();
        after.removeIf(file -> file.startsWith(dir.resolve("results")));
        assertThat(after).as("no ledger, no other file").isEqualTo(before);
    }

    @Test
    void saysWhyAPageWasNotPlaced() throws IOException {
        deck(new DeckOrder(1, 11, ScanKind.OFFICE, 0, false));
        ImageIO.write(
                new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                dir.resolve("scans/tờ đen.png").toFile());

        assertThat(explain("scans/tờ đen.png")).as(err.toString()).isZero();

        assertThat(folder().getFileName().toString()).startsWith("tờ_đen.png-").endsWith("-1");
        assertThat(folder().resolve("explain.txt"))
                .content()
                .contains("Không đặt được trang lên mẫu phiếu", "độ tương phản");
        assertThat(folder().resolve("1-as-it-came.png")).exists();
        assertThat(folder().resolve("2-straightened.png")).doesNotExist();
    }

    @Test
    void namesScansLikeTheOneThatIsNotThere() throws IOException {
        String scan = deck(new DeckOrder(1, 11, ScanKind.OFFICE, 0, false)).get(0);

        assertThat(explain(scan.toUpperCase(java.util.Locale.ROOT).replaceFirst(".$", "")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("gần giống", scan).doesNotContain("Exception");

        assertThat(explain(scan + ":99")).isEqualTo(1);
        assertThat(err.toString()).contains("không có trang 99");
        assertThat(dir.resolve("results")).doesNotExist();
    }

    @Test
    void saysWhatToDoWhereThereIsNoForm() {
        assertThat(explain("a.pdf")).isEqualTo(1);
        assertThat(err.toString()).contains("kiemphieu form print");
    }

    private int explain(String scan) {
        return KiemPhieu.run(new PrintWriter(out), new PrintWriter(err), "explain", dir.toString(), scan);
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(dir.resolve("results/explain"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private Set<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        }
    }

    /** {@return the scans of a deck that was rehearsed on the form of the roster} */
    private List<String> deck(DeckOrder order) throws IOException {
        Meeting meeting = OpenMeeting.open(dir, Texts.VIETNAMESE).meeting();
        BallotForm form = BallotPrinter.print(meeting, SignatureBlock.WITH).form();
        FormFile.save(dir.resolve("form"), form, meeting.officials());
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            return DeckParts.deckMaker(scanner).make(form, order, dir.resolve("scans")).pages().stream()
                    .map(page -> page.id().scan())
                    .toList();
        }
    }
}
