package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to draft minutes, as a secretary would type it. */
class MeetingCommandsTest {

    @TempDir
    Path dir;

    private final StringWriter err = new StringWriter();

    @Test
    void makesAMeetingFolderAndNeverOverwritesOne() throws IOException {
        Path meeting = dir.resolve("hội nghị");
        assertThat(run("init", meeting.toString())).isZero();
        assertThat(meeting.resolve("scans")).isDirectory();
        Files.writeString(meeting.resolve("meeting.yaml"), "# đã điền");
        assertThat(run("init", meeting.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("không ghi đè");
        assertThat(meeting.resolve("meeting.yaml")).hasContent("# đã điền");
    }

    @Test
    void namesEveryContradictionWithItsLineAndLeavesWithTwo() throws IOException {
        run("init", dir.toString());
        Path file = dir.resolve("meeting.yaml");
        String text = Files.readString(file)
                .replaceFirst("summoned: ", "summoned: 20 ")
                .replaceFirst("present: ", "present: 30 ");
        Files.writeString(file, text.replace("Trần Thị B", "Nguyễn Văn A"));
        assertThat(run("form", "print", dir.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("meeting.yaml, dòng 20: có mặt 30 người, nhiều hơn số được triệu tập (20).")
                .contains("meeting.yaml, dòng 34: “Nguyễn Văn A” đã có tên ở dòng 33.")
                .contains("2 chỗ cần sửa");
        assertThat(dir.resolve("form")).doesNotExist();
    }

    @Test
    void failsWhereThereIsNoMeeting() {
        assertThat(run("form", "print", dir.resolve("không có").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("kiemphieu init").doesNotContain("Exception");
    }

    @Test
    void takesOnlyASensibleNumberOfCopies() {
        run("init", dir.toString());
        assertThat(run("form", "print", dir.toString(), "--copies", "0")).isEqualTo(2);
        assertThat(run("form", "print", dir.toString(), "--copies", "mười")).isEqualTo(2);
    }

    @Test
    void printingAFormTakesAwayWhatShowedAnother() throws Exception {
        run("init", dir.toString());
        Path preview = Files.createDirectories(dir.resolve("form")).resolve("preview-2.png");
        Files.writeString(preview, "learned before");
        assertThat(run("form", "print", dir.toString())).isZero();
        assertThat(preview).doesNotExist();
        assertThat(dir.resolve("form/page-1.png")).isNotEmptyFile();
    }

    @Test
    void goesFromTheRosterToDraftMinutes() {
        run("init", dir.toString());
        assertThat(run("report", dir.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("chưa kiểm phiếu");
        assertThat(run("form", "print", dir.toString(), "--copies", "3")).isZero();
        assertThat(dir.resolve("form/ballot.pdf")).isNotEmptyFile();
        assertThat(dir.resolve("form/form.json")).isNotEmptyFile();
        assertThat(run("count", dir.toString())).isZero();
        assertThat(run("report", dir.toString())).isZero();
        assertThat(dir.resolve("results/bien-ban-kiem-phieu-BAN-NHAP.pdf")).isNotEmptyFile();
        assertThat(run("report", "--final", dir.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Chưa lập được bản chính thức vì:\n- ");
        // A count of an empty folder binds nobody to the form.
        assertThat(run("form", "print", dir.toString())).isZero();
    }

    @Test
    void closesVerifiesAndOpensAgain() throws Exception {
        run("init", dir.toString());
        Path file = dir.resolve("meeting.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("summoned: ", "summoned: 3 ")
                        .replaceFirst("present: ", "present: 3 ")
                        .replaceFirst("issued: ", "issued: 0 ")
                        .replaceFirst("collected: ", "collected: 0 "));
        run("form", "print", dir.toString());
        Files.createDirectories(dir.resolve("scans"));
        assertThat(run("count", dir.toString())).isZero();
        assertThat(run("report", "--final", dir.toString())).isZero();
        Path minutes = dir.resolve("results/bien-ban-kiem-phieu.pdf");
        assertThat(minutes).isNotEmptyFile();
        assertThat(run("verify", dir.toString())).isZero();
        byte[] signed = Files.readAllBytes(minutes);
        assertThat(run("report", "--final", dir.toString())).isZero();
        assertThat(Files.readAllBytes(minutes)).isEqualTo(signed);
        assertThat(run("count", dir.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("kiemphieu reopen --chair");

        Path table = dir.resolve("results/tally.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("0.00", "0.01"));
        assertThat(run("verify", dir.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("tally.csv, dòng 2: ghi “1,", "tally.csv: nội dung khác với khi chốt");

        assertThat(run("reopen", dir.toString(), "--chair", "Vũ Thị G", "--reason", "sót phiếu"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Chỉ Trưởng ban kiểm phiếu (Phạm Thị D)");
        assertThat(run("reopen", dir.toString(), "--chair", "Phạm Thị D", "--reason", "sót phiếu"))
                .isZero();
        assertThat(dir.resolve("results/closed-1/bien-ban-kiem-phieu.pdf")).hasBinaryContent(signed);
        assertThat(run("count", dir.toString())).isZero();
    }

    @Test
    void tellsTheDeadlines() {
        run("init", dir.toString());
        assertThat(run("deadlines", dir.toString(), "--report-due", "mai")).isEqualTo(2);
        assertThat(run("deadlines", dir.toString())).isZero();
        assertThat(err.toString()).contains("Theo kế hoạch: Gửi báo cáo kết quả");
        assertThat(dir.resolve("thoi-han.pdf")).isNotEmptyFile();
    }

    @Test
    void printsTwoBallotsOnASheetWhereTheyFit() {
        run("init", dir.toString());
        assertThat(run("form", "print", dir.toString(), "--per-sheet", "3")).isEqualTo(2);
        assertThat(run("form", "print", dir.toString(), "--per-sheet", "2", "--copies", "5"))
                .isZero();
        assertThat(err.toString()).contains("cắt theo đường đứt nét");
        assertThat(dir.resolve("form/trang-in-thu.pdf")).isNotEmptyFile();
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), args);
    }
}
