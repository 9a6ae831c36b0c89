package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchSpeedCommandTest {

    @TempDir
    Path dir;

    private final StringWriter err = new StringWriter();

    @Test
    void tellsSpeedBesideBareDecodingForBothResolutions() throws IOException {
        Path json = dir.resolve("speed.json");
        assertThat(run("bench", "speed", "--ballots", "3", "--out", json.toString()))
                .as(err.toString())
                .isZero();
        JsonNode figures = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(figures.path("decks").size()).isEqualTo(2);
        for (JsonNode deck : figures.path("decks")) {
            assertThat(deck.path("pages").asInt()).isEqualTo(3);
            assertThat(deck.path("ratioProcessor").asDouble()).isPositive();
            assertThat(deck.path("stagesMillisAPage").propertyNames())
                    .containsExactly("take-in", "lay-over-form", "read");
        }
        assertThat(err.toString()).contains("200 dpi", "300 dpi");
    }

    @Test
    void refusesADeckOfOne() {
        assertThat(run("bench", "speed", "--ballots", "1")).isEqualTo(2);
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    }
}
