package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation.Kind;
import vn.kiemphieu.papers.BallotPrinter.Ballot;
import vn.kiemphieu.papers.BallotPrinter.SignatureBlock;

class BallotPrinterTest {

    private static final Map<List<Object>, Ballot> MADE = new HashMap<>();

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"1, STATE, 1", "3, PARTY, 1", "12, STATE, 1", "30, PARTY, 2", "60, STATE, 3"})
    void printsEveryOfficialOnAsManyPagesAsItNeeds(int officials, Kind kind, int pages) {
        Meeting meeting = Meetings.of(officials, kind);
        BallotForm form = ballot(meeting, SignatureBlock.WITHOUT).form();
        assertThat(form.officials()).isEqualTo(officials);
        assertThat(form.pages()).hasSize(pages);
        assertThat(form.pages()).allSatisfy(page -> {
            assertThat(page.rows()).isNotEmpty();
            assertThat(page.signature()).isEmpty();
            assertThat(page.stamp().isPresent()).isEqualTo(page.number() == 1);
        });
    }

    @Test
    void leavesRoomForAnXInEveryCell() {
        for (FormPage page : ballot(Meetings.of(30, Kind.PARTY), SignatureBlock.WITHOUT)
                .form()
                .pages()) {
            for (Row row : page.rows()) {
                for (Level level : Level.values()) {
                    assertThat(row.cell(level).widthMm()).isGreaterThan(22);
                    assertThat(row.cell(level).heightMm()).isGreaterThan(9);
                }
            }
        }
    }

    @Test
    void measuresTheLinesThatAreReallyPrinted() throws IOException {
        FormPage page = ballot(Meetings.of(3, Kind.STATE), SignatureBlock.WITHOUT)
                .form()
                .pages()
                .get(0);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.blank().png()));
        assertThat(page.widthMm()).isCloseTo(210, within(0.1));
        assertThat(page.heightMm()).isCloseTo(297, within(0.1));
        double pxPerMm = page.blank().dpi() / 25.4;
        assertThat((double) image.getWidth()).isCloseTo(page.widthMm() * pxPerMm, within(1.0));
        assertThat((double) image.getHeight()).isCloseTo(page.heightMm() * pxPerMm, within(1.0));
        for (Row row : page.rows()) {
            for (Level level : Level.values()) {
                PaperBox cell = row.cell(level);
                assertThat(grey(image, cell.xMm() * pxPerMm, cell.centre().yMm() * pxPerMm))
                        .isLessThan(60);
                assertThat(grey(image, cell.rightMm() * pxPerMm, cell.centre().yMm() * pxPerMm))
                        .isLessThan(60);
                assertThat(grey(image, cell.centre().xMm() * pxPerMm, cell.yMm() * pxPerMm))
                        .isLessThan(60);
                assertThat(grey(image, cell.centre().xMm() * pxPerMm, cell.bottomMm() * pxPerMm))
                        .isLessThan(60);
                assertThat(grey(
                                image,
                                cell.centre().xMm() * pxPerMm,
                                cell.centre().yMm() * pxPerMm))
                        .isEqualTo(255);
            }
        }
    }

    @Test
    void repeatsTheHeadAndNumbersThePagesOfALongBallot() throws IOException {
        List<String> pages = text(ballot(Meetings.of(30, Kind.STATE), SignatureBlock.WITH));
        assertThat(pages).hasSize(2).allSatisfy(p -> assertThat(p).contains("Họ và tên", "Mức độ tín nhiệm"));
        assertThat(pages.get(0)).contains("Trang 1/2").doesNotContain("Ghi chú");
        assertThat(pages.get(1)).contains("Trang 2/2").contains("Ghi chú");
        assertThat(text(ballot(Meetings.of(3, Kind.STATE), SignatureBlock.WITH)).get(0))
                .doesNotContain("Trang");
    }

    @Test
    void carriesTheHeadOfItsBody() throws IOException {
        String state =
                text(ballot(Meetings.of(3, Kind.STATE), SignatureBlock.WITHOUT)).get(0);
        assertThat(state)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("Khánh Hòa, ngày 05 tháng 02 năm 2024")
                .doesNotContain("ĐẢNG CỘNG SẢN");
        String party =
                text(ballot(Meetings.of(3, Kind.PARTY), SignatureBlock.WITHOUT)).get(0);
        assertThat(party).contains("ĐẢNG CỘNG SẢN VIỆT NAM").doesNotContain("CỘNG HÒA");
    }

    @Test
    void keepsTheSignatureAndTheStampWhereTheyBelong() {
        FormPage page = ballot(Meetings.of(3, Kind.PARTY), SignatureBlock.WITH)
                .form()
                .pages()
                .get(0);
        PaperBox signature = page.signature().orElseThrow();
        assertThat(signature.yMm()).isGreaterThan(page.table().bottomMm());
        assertThat(page.sheet().contains(signature)).isTrue();
        assertThat(page.stamp().orElseThrow().diameterMm()).isEqualTo(30);
        assertThat(page.stamp().orElseThrow().around().centre().xMm()).isLessThan(90);
        assertThat(page.stamp().orElseThrow().around().bottomMm())
                .isLessThan(page.table().yMm());
    }

    @Test
    void printsNamesWithLettersThatMarkupUses() {
        Official odd = new Official("Nguyễn <An> & {{name}} \"Ba\"", "Phó $1 \\ Trưởng ban");
        Meeting meeting = Meetings.with(Kind.STATE, List.of(odd, new Official("Lê Bình", "")));
        assertThat(ballot(meeting, SignatureBlock.WITHOUT).form().officials()).isEqualTo(2);
    }

    @Test
    void printsAnUnusuallyLongNameInItsOwnCell() {
        Official longest = new Official(
                "Nguyễnphướcbảolongcôngtằngtônnữ Thị Hoàng Kim Phượng Vĩ",
                "Ủy viên ".repeat(18).strip());
        Meeting meeting = Meetings.with(Kind.STATE, List.of(longest, new Official("Lê Bình", "")));
        assertThat(ballot(meeting, SignatureBlock.WITHOUT).form().officials()).isEqualTo(2);
    }

    @Test
    void leavesNoPageWithTheNoteAlone() {
        String tall =
                "Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh, "
                        + "Trưởng ban Chỉ đạo chuyển đổi số của các cơ quan";
        Meeting meeting = Meetings.with(
                Kind.PARTY,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> new Official("Lê Thị Số " + i, tall))
                        .toList());
        assertThat(ballot(meeting, SignatureBlock.WITH).form().pages())
                .allSatisfy(page -> assertThat(page.rows()).isNotEmpty());
    }

    @Test
    void writesCopiesAndAFormThatLoadsAgain() throws IOException {
        Meeting meeting = Meetings.of(30, Kind.STATE);
        Ballot ballot = ballot(meeting, SignatureBlock.WITHOUT);
        Path pdf = dir.resolve("ballot.pdf");
        ballot.write(pdf, 25);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(50);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(50);
            assertThat(last.getText(document)).contains("Trang 2/2");
        }
        assertThat(pdf.toFile().length()).isLessThan(200_000);
        FormFile.save(dir, ballot.form(), meeting.officials());
        assertThat(FormFile.load(dir, meeting.officials()).problem()).isEqualTo(Optional.empty());
    }

    /** Typesetting takes most of a second, and a ballot never changes: each is made once for all tests. */
    private static Ballot ballot(Meeting meeting, SignatureBlock signature) {
        return MADE.computeIfAbsent(List.of(meeting, signature), k -> BallotPrinter.print(meeting, signature));
    }

    private static int grey(BufferedImage image, double x, double y) {
        return image.getRaster().getSample((int) x, (int) y, 0);
    }

    private static List<String> text(Ballot ballot) throws IOException {
        try (PDDocument document = Loader.loadPDF(ballot.pdf())) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, STATE", "3, STATE", "3, PARTY"})
    void printsTwoBallotsOnASheetAndKnowsEachAsItIsAfterCutting(int officials, Kind kind) throws Exception {
        Ballot ballot = BallotPrinter.printHalf(Meetings.of(officials, kind), SignatureBlock.WITHOUT);
        FormPage page = ballot.form().pages().get(0);
        assertThat(ballot.form().pages()).hasSize(1);
        assertThat(page.widthMm()).isCloseTo(210, within(0.1));
        assertThat(page.heightMm()).isCloseTo(148.5, within(0.1));
        assertThat(page.rows()).hasSize(officials).allSatisfy(row -> {
            assertThat(row.box().heightMm()).isGreaterThan(8.9);
            assertThat(row.box().bottomMm()).isLessThan(140);
        });
        Path file = dir.resolve("ballot.pdf");
        ballot.write(file, 5);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(document.getPage(0).getMediaBox().getHeight() * 25.4 / 72)
                    .isCloseTo(297, within(0.2));
            assertThat(titles(document, 1)).isEqualTo(2);
            assertThat(titles(document, 3)).as("an odd ballot stands alone").isEqualTo(1);
            // What lies on the upper half of the sheet is what the form says, to a tenth of a millimetre.
            PrintedPage sheet = PrintedPage.of(document.getPage(0));
            double bottom = page.table().bottomMm();
            assertThat(sheet.lines()).anyMatch(l -> l.level() && Math.abs(l.atMm() - bottom) < 0.1);
            assertThat(sheet.lines()).anyMatch(l -> l.level() && Math.abs(l.atMm() - bottom - 148.5) < 0.1);
            assertThat(sheet.lines())
                    .as("the line to cut along")
                    .anyMatch(l -> l.level() && Math.abs(l.atMm() - 148.5) < 0.1 && l.lengthMm() > 209);
        }
    }

    @Test
    void doesNotSqueezeALongRosterOntoHalfASheet() {
        assertThatThrownBy(() -> BallotPrinter.printHalf(Meetings.of(12, Kind.STATE), SignatureBlock.WITHOUT))
                .isInstanceOf(BallotPrinter.TooLong.class);
    }

    @Test
    void theRulersOnTheTestPageAreAsLongAsTheySay() throws IOException {
        Path file = RulerPage.write(dir.resolve("ruler.pdf"));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            List<PrintedPage.Line> lines = PrintedPage.of(document.getPage(0)).lines();
            List<Double> upright = lines.stream()
                    .filter(l -> !l.level())
                    .map(line -> Math.round(20 * line.atMm()) / 20.0)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(upright).hasSize(151);
            assertThat(upright.get(150) - upright.get(0)).isCloseTo(150, within(0.05));
            assertThat(upright.get(100) - upright.get(0)).isCloseTo(100, within(0.05));
            List<Double> level = lines.stream()
                    .filter(PrintedPage.Line::level)
                    .map(PrintedPage.Line::atMm)
                    .sorted()
                    .toList();
            assertThat(level.get(level.size() - 1) - level.get(0)).isCloseTo(200, within(0.05));
        }
    }

    private static int titles(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).split("PHIẾU LẤY Ý KIẾN TÍN NHIỆM", -1).length - 1;
    }
}
