package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class KiemPhieuTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpsInVietnameseUnlessAskedOtherwise() {
        assertThat(run("--help")).isZero();
        assertThat(err.toString()).contains("Cách dùng: kiemphieu", "Kiểm phiếu lấy phiếu tín nhiệm");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpsInEnglishWhereverTheLanguageStands() {
        assertThat(run("--lang", "en", "--help")).isZero();
        assertThat(run("form", "--help", "--lang=en")).isZero();
        assertThat(err.toString())
                .contains("Usage: kiemphieu", "Usage: kiemphieu form")
                .doesNotContain("Cách dùng");
    }

    @Test
    void tellsTheVersionToPrograms() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("kiemphieu ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsTheVersionOfEveryCommand() {
        assertThat(run("form", "--version")).isZero();
        assertThat(out.toString()).startsWith("kiemphieu ");
    }

    @Test
    void callsAnUnknownCommandWrongUsage() {
        assertThat(run("cuont", "somewhere")).isEqualTo(2);
        assertThat(err.toString()).contains("Không hiểu: cuont").doesNotContain("Exception");
    }

    @Test
    void callsAMissingCommandWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--lang", "en")).isEqualTo(2);
        assertThat(err.toString()).contains("Thiếu tên lệnh", "A command is missing");
    }

    @Test
    void refusesALanguageItDoesNotSpeak() {
        assertThat(run("--lang", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("\"fr\"", "--lang", "vi|en");
    }

    @Test
    void showsTheStackOnlyWhenAsked() {
        assertThat(run("cuont")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("at vn.", "at picocli.");
        assertThat(run("-v", "cuont")).isEqualTo(2);
        assertThat(err.toString()).contains("at picocli.");
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(out), new PrintWriter(err), args);
    }
}
