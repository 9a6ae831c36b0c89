package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.MeetingFolder;

class BasisTest {

    @TempDir
    Path dir;

    private MeetingFolder folder;

    @BeforeEach
    void makeAFormAndAProgram() throws IOException {
        folder = new MeetingFolder(dir.resolve("meeting"));
        write(folder.form().resolve("form.json"), "a form");
        for (String room : List.of("form", "intake", "meeting", "reading", "registration", "vision", "papers")) {
            write(program().resolve("vn/kiemphieu").resolve(room).resolve("A.class"), "as it was");
        }
        write(program().resolve("vn/kiemphieu/reading/network/B.class"), "as it was");
        write(program().resolve("vn/kiemphieu/reading/network.bin"), "as it was");
    }

    @Test
    void isTheSameAsLongAsNothingThatReadsChanges() throws IOException {
        String before = Basis.of(folder, program());

        write(program().resolve("vn/kiemphieu/papers/A.class"), "typed otherwise");

        assertThat(Basis.of(folder, program())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading/A.class", "vision/A.class", "reading/network/B.class", "reading/network.bin"})
    void isAnotherWhenAClassThatReadsOrWhatItHasLearntChanges(String file) throws IOException {
        String before = Basis.of(folder, program());

        write(program().resolve("vn/kiemphieu").resolve(file), "reads otherwise");

        assertThat(Basis.of(folder, program())).isNotEqualTo(before);
    }

    @Test
    void isAnotherForAnotherForm() throws IOException {
        String before = Basis.of(folder, program());

        write(folder.form().resolve("form.json"), "another form");

        assertThat(Basis.of(folder, program())).isNotEqualTo(before);
    }

    @Test
    void knowsTheProgramThatRuns() throws IOException {
        assertThat(Basis.of(folder)).hasSize(64).isNotEqualTo(Basis.of(folder, program()));
    }

    private Path program() {
        return dir.resolve("classes");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
