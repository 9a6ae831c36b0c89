package vn.kiemphieu.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.FormProblem.Kind;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.words.Texts;

class FormFileTest {

    static final List<Official> THREE =
            List.of(new Official("Ân", "Trưởng ban"), new Official("Bình", ""), new Official("Cúc", ""));

    @TempDir
    Path dir;

    @Test
    void givesBackWhatWasSaved() throws IOException {
        BallotForm form = form(row(1, 80), row(2, 90), row(3, 100.1234));
        FormFile.save(dir, form, THREE);
        BallotForm loaded = FormFile.load(dir, THREE).form().orElseThrow();
        FormPage page = loaded.pages().get(0);
        assertThat(page.table()).isEqualTo(form.pages().get(0).table());
        assertThat(page.stamp()).isEqualTo(form.pages().get(0).stamp());
        assertThat(page.signature()).isEqualTo(form.pages().get(0).signature());
        assertThat(page.blank().png()).isEqualTo(new byte[] {1, 2, 3});
        assertThat(page.blank().dpi()).isEqualTo(300);
        assertThat(page.rows().subList(0, 2))
                .isEqualTo(form.pages().get(0).rows().subList(0, 2));
        assertThat(page.rows().get(2).cell(Level.LOW)).isEqualTo(new PaperBox(170, 100.123, 20, 10));
    }

    @Test
    void savesTheSameFormAsTheSameBytes() throws IOException {
        BallotForm form = form(row(1, 80), row(2, 90), row(3, 100));
        String first = Files.readString(FormFile.save(dir, form, THREE));
        assertThat(Files.readString(FormFile.save(dir, form, THREE)))
                .isEqualTo(first)
                .contains("\"printedName\" : \"Bình\"")
                .contains("\"highMm\" : [ 130.0, 90.0, 20.0, 10.0 ]");
    }

    @Test
    void forgetsThePagesOfTheFormBefore() throws IOException {
        Files.write(dir.resolve("page-2.png"), new byte[] {9});
        FormFile.save(dir, form(row(1, 80), row(2, 90), row(3, 100)), THREE);
        assertThat(dir.resolve("page-2.png")).doesNotExist();
    }

    @Test
    void refusesARosterThatIsNotThePrintedOne() throws IOException {
        FormFile.save(dir, form(row(1, 80), row(2, 90), row(3, 100)), THREE);
        List<Official> swapped = List.of(THREE.get(0), THREE.get(2), THREE.get(1));
        assertThat(FormFile.load(dir, swapped).problem())
                .contains(new FormProblem(Kind.OTHER_NAME, List.of("2", "Bình", "Cúc")));
        assertThat(FormFile.load(dir, THREE.subList(0, 2)).problem())
                .contains(new FormProblem(Kind.OTHER_NUMBER, List.of("3", "2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version" : 1              | "version" : 2             | NEWER
            "official" : 2             | "official" : 3            | CONTRADICTORY
            [ 130.0, 90.0, 20.0, 10.0 ]| [ 150.0, 90.0, 20.0, 10.0 ]| CONTRADICTORY
            [ 130.0, 90.0, 20.0, 10.0 ]| [ 130.0, 90.0, 0, 10.0 ]  | CONTRADICTORY
            [ 130.0, 90.0, 20.0, 10.0 ]| [ 130.0, 90.0, 20.0 ]     | CONTRADICTORY
            [ 130.0, 90.0, 20.0, 10.0 ]| null                      | DAMAGED
            [ 130.0, 90.0, 20.0, 10.0 ]| [ "a", 90.0, 20.0, 10.0 ] | DAMAGED
            [ 130.0, 90.0, 20.0, 10.0 ]| [ null, 90.0, 20.0, 10.0 ]| DAMAGED
            "highMm"                   | "tallMm"                  | DAMAGED
            "widthMm" : 210.0          | "widthMm" : -210.0        | CONTRADICTORY
            "widthMm" : 210.0          | "widthMm" : NaN           | DAMAGED
            "widthMm" : 210.0          | "widthMm" : 1e400         | CONTRADICTORY
            "dpi" : 300.0              | "dpi" : 0.0               | CONTRADICTORY
            "dpi" : 300.0              | "dpi" : "NaN"             | CONTRADICTORY
            "number" : 1               | "number" : 2              | CONTRADICTORY
            "pages" : [                | "pages" : [ null,         | DAMAGED
            """)
    void refusesADamagedFile(String was, String becomes, Kind kind) throws IOException {
        Path file = FormFile.save(dir, form(row(1, 80), row(2, 90), row(3, 100)), THREE);
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, becomes));
        assertThat(FormFile.load(dir, THREE).problem().map(FormProblem::kind)).contains(kind);
    }

    @Test
    void refusesAFileBrokenOffAnywhere() throws IOException {
        Path file = FormFile.save(dir, form(row(1, 80), row(2, 90), row(3, 100)), THREE);
        String text = Files.readString(file);
        for (int length = 0; length < text.length() - 2; length += 37) {
            Files.writeString(file, text.substring(0, length));
            assertThat(FormFile.load(dir, THREE).problem().map(FormProblem::kind))
                    .as("at %d", length)
                    .contains(Kind.DAMAGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "{}", "\"form\""})
    void refusesAFileThatHoldsSomethingElse(String text) throws IOException {
        Files.writeString(dir.resolve("form.json"), text);
        assertThat(FormFile.load(dir, THREE).problem()).isPresent();
    }

    @Test
    void refusesAMissingFormAndAMissingOrChangedBlank() throws IOException {
        assertThat(FormFile.load(dir, THREE).problem().map(FormProblem::kind)).contains(Kind.MISSING);
        FormFile.save(dir, form(row(1, 80), row(2, 90), row(3, 100)), THREE);
        Files.write(dir.resolve("page-1.png"), new byte[] {1, 2, 4});
        assertThat(FormFile.load(dir, THREE).problem().map(FormProblem::kind)).contains(Kind.BLANK_CHANGED);
        Files.delete(dir.resolve("page-1.png"));
        assertThat(FormFile.load(dir, THREE).problem().map(FormProblem::kind)).contains(Kind.BLANK_MISSING);
    }

    @Test
    void savesNoFormThatContradictsItself() {
        assertThatThrownBy(() -> FormFile.save(dir, form(row(1, 80), row(2, 82), row(3, 100)), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysEachProblemInBothLanguages(Kind kind) {
        FormProblem problem = new FormProblem(kind, List.of("một", "hai", "ba"));
        assertThat(Texts.VIETNAMESE.say(problem.key(), problem.values())).doesNotContain("{");
        assertThat(Texts.ENGLISH.say(problem.key(), problem.values())).doesNotContain("{");
    }

    private static BallotForm form(Row... rows) {
        return new BallotForm(List.of(new FormPage(
                1,
                210,
                297,
                new PaperBox(20, 70, 170, 60),
                List.of(rows),
                Optional.of(new PaperBox(120, 200, 60, 30)),
                Optional.of(new StampPlace(new PaperBox(20, 10, 60, 40), 36)),
                new Blank(new byte[] {1, 2, 3}, 300))));
    }

    private static Row row(int official, double yMm) {
        return new Row(
                official,
                new PaperBox(20, yMm, 170, 10),
                new PaperBox(30, yMm, 50, 10),
                Optional.of(new PaperBox(80, yMm, 50, 10)),
                Map.of(
                        Level.HIGH, new PaperBox(130, yMm, 20, 10),
                        Level.CONFIDENCE, new PaperBox(150, yMm, 20, 10),
                        Level.LOW, new PaperBox(170, yMm, 20, 10)));
    }
}
