package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.reading.network.Network;

@Tag("long")
class BenchMarksCommandTest {

    @TempDir
    Path dir;

    private final StringWriter err = new StringWriter();

    @Test
    void tellsHowSingleMarksAreReadByScanAndByKind() {
        assertThat(run("bench", "marks", "--sheets", "10", "--seed", "3", "--lang", "en"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString())
                .contains("office", "grey", "bilevel", "poor", "photo")
                .containsPattern("- X: \\d+/\\d+ read as X")
                .containsPattern("- X scribbled over: 0/\\d+ read as X")
                .containsPattern("Of \\d+ others read as X, \\d+ are among the 2 % least sure");
    }

    @Test
    void teachesTheSameNetworkFromTheSameSheets() throws IOException {
        byte[] first = taught("a.bin", "1");

        assertThat(taught("b.bin", "1")).isEqualTo(first);
        assertThat(taught("c.bin", "2")).isNotEqualTo(first);
        DataInputStream all = new DataInputStream(new ByteArrayInputStream(first));
        Network.read(all);
        assertThat(all.read()).as("nothing is left when it is read").isEqualTo(-1);
    }

    @Test
    void teachesOnANetworkThatHasLearntBefore() throws IOException {
        byte[] first = taught("a.bin", "1");
        String from = dir.resolve("a.bin").toString();

        byte[] on = taught("b.bin", "2", "--from", from);

        assertThat(on).isNotEqualTo(first).isNotEqualTo(taught("c.bin", "2"));
        assertThat(taught("d.bin", "2", "--from", from)).isEqualTo(on);
    }

    @Test
    void saysWhatIsNoNetworkBeforeItDrawsSheets() throws IOException {
        Path half = Files.write(dir.resolve("half.bin"), new byte[1000]);
        Path more = Files.write(dir.resolve("more.bin"), new byte[1_000_000]);

        for (Path from : List.of(half, more, dir.resolve("none.bin"))) {
            assertThat(run("bench", "teach", dir.resolve("e.bin").toString(), "--from", from.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains(from.getFileName().toString());
        }
    }

    private byte[] taught(String name, String seed, String... more) throws IOException {
        Path file = dir.resolve(name);
        List<String> args = new ArrayList<>(
                List.of("bench", "teach", file.toString(), "--sheets", "15", "--rounds", "1", "--seed", seed));
        args.addAll(List.of(more));
        assertThat(run(args.toArray(String[]::new))).as(err.toString()).isZero();
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marks --sheets 0", "teach --sheets 9", "teach --rounds 0"})
    void refusesToMeasureNothing(String command) {
        assertThat(run(("bench " + command).split(" "))).isEqualTo(2);
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    }
}
