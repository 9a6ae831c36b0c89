package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.Official;

/** On a ballot that an office typed in a word processor, as PDF and as a scan of the unmarked sheet. */
class FormLearnCommandTest {

    private static final List<Official> OFFICIALS = List.of(
            new Official("Huỳnh Minh Giỏi", "Trưởng ban"),
            new Official("Ngô Ngọc Phượng", "Phó Trưởng phòng"),
            new Official("Phan Đình Vĩnh", "Chánh Văn phòng"),
            new Official("Cao Xuân Hải", "Phó Trưởng ban"),
            new Official("Nguyễn Thị Thu Nghĩa", "Phó Chánh Văn phòng"),
            new Official("Lê Hữu Hải", "Trưởng phòng Chính sách dân tộc"),
            new Official("Trần Minh Khánh", "Phó Trưởng phòng"));

    private static final Path BLANKS = Path.of("src", "test", "resources", "blanks");

    @TempDir
    private Path dir;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheMeeting() throws Exception {
        write(OFFICIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven-officials.pdf", "seven-officials-scanned.jpg"})
    void learnsTheFormOfAnOffice(String blank) throws Exception {
        assertThat(learn(blank)).as(err.toString()).isZero();
        BallotForm form = FormFile.load(dir.resolve("form"), OFFICIALS).form().orElseThrow();
        assertThat(form.pages()).singleElement().satisfies(page -> {
            assertThat(page.widthMm()).isBetween(209.5, 210.5);
            assertThat(page.heightMm()).isBetween(296.5, 297.5);
            assertThat(page.signature()).isEmpty();
            assertThat(page.stamp()).isPresent();
        });
        for (Row row : form.pages().get(0).rows()) {
            // As the word processor has it: 22.1 mm wide, rows of 12 mm, levels from left to right.
            assertThat(row.cell(Level.HIGH).widthMm()).isBetween(21.9, 22.3);
            assertThat(row.box().heightMm()).isBetween(11.7, 12.3);
            assertThat(row.cell(Level.HIGH).rightMm())
                    .isEqualTo(row.cell(Level.CONFIDENCE).xMm());
            assertThat(row.cell(Level.CONFIDENCE).rightMm())
                    .isEqualTo(row.cell(Level.LOW).xMm());
            assertThat(row.name().rightMm()).isLessThan(row.cell(Level.HIGH).xMm());
        }
        assertThat(ImageIO.read(dir.resolve("form/preview-1.png").toFile()).getWidth())
                .isGreaterThan(1000);
        assertThat(err.toString()).contains("7 người", "5. Nguyễn Thị Thu Nghĩa", "preview-1.png");
    }

    @Test
    void showsAMismatchAndSavesNothingUntilSomebodyAcceptsIt() throws Exception {
        List<Official> other = new java.util.ArrayList<>(OFFICIALS);
        other.set(3, new Official("Cao Xuân Hải Anh", "Phó Trưởng ban"));
        write(other);
        assertThat(learn("seven-officials.pdf")).isEqualTo(1);
        assertThat(err.toString()).contains("dòng 4: trên phiếu đọc được “Cao Xuân Hải”", "“Cao Xuân Hải Anh”");
        assertThat(dir.resolve("form/form.json")).doesNotExist();
        assertThat(dir.resolve("form/preview-1.png")).exists();
        assertThat(learn("seven-officials.pdf", "--accept-names")).isZero();
        assertThat(FormFile.load(dir.resolve("form"), other).form()).isPresent();
    }

    @Test
    void refusesAnotherOrderAndAnotherNumber() throws Exception {
        List<Official> swapped = new java.util.ArrayList<>(OFFICIALS);
        swapped.set(0, OFFICIALS.get(1));
        swapped.set(1, OFFICIALS.get(0));
        write(swapped);
        assertThat(learn("seven-officials.pdf")).isEqualTo(1);
        assertThat(err.toString()).contains("dòng 1: trên phiếu đọc được “Huỳnh Minh Giỏi” (người số 2");
        write(OFFICIALS.subList(0, 6));
        assertThat(learn("seven-officials.pdf", "--accept-names")).isEqualTo(1);
        assertThat(err.toString()).contains("bảng có 7 dòng nhưng meeting.yaml có 6 người");
        assertThat(dir.resolve("form/form.json")).doesNotExist();
    }

    @Test
    void saysWhyAFileIsNoBlank() throws Exception {
        assertThat(run("form", "learn", dir.toString(), dir.resolve("none.pdf").toString()))
                .isEqualTo(1);
        assertThat(run(
                        "form",
                        "learn",
                        dir.toString(),
                        BLANKS.resolve("seven-officials.docx").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Không thấy tệp").doesNotContain("Exception");
    }

    private void write(List<Official> officials) throws Exception {
        String roster = officials.stream()
                .map(o -> "  - {name: %s, position: %s}\n".formatted(o.name(), o.position()))
                .collect(Collectors.joining());
        String meeting = MeetingFile.template(LocalDate.of(2023, 7, 20))
                .replaceFirst("(?ms)^officials:.*?(?=^[a-z])", "officials:\n" + roster);
        Files.writeString(dir.resolve("meeting.yaml"), meeting);
    }

    private int learn(String blank, String... options) {
        String[] args = new String[4 + options.length];
        args[0] = "form";
        args[1] = "learn";
        args[2] = dir.toString();
        args[3] = BLANKS.resolve(blank).toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return run(args);
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    }
}
