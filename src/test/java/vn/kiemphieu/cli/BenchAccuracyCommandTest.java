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

class BenchAccuracyCommandTest {

    @TempDir
    Path dir;

    private final StringWriter err = new StringWriter();

    @Test
    void judgesOneDeckForEachKindOfScanAndLeavesOnlyItsFigures() throws IOException {
        Path meeting = dir.resolve("m1");
        Files.createDirectories(meeting.resolve("scans"));
        Files.writeString(meeting.resolve("meeting.yaml"), """
                meeting:
                  title: Hội nghị lấy phiếu tín nhiệm
                  date: 2024-02-05
                  place: Khánh Hòa
                organisation: {superior: UBND TỈNH KHÁNH HÒA, name: BAN DÂN TỘC, kind: state}
                rules: kh-bdt-2023
                officials:
                  - {name: Nguyễn Văn An, position: Trưởng ban}
                committee:
                  - {name: Lê Thị Hương, role: Trưởng ban}
                chair: {name: Đỗ Minh Tuấn, role: Chủ trì hội nghị}
                """);
        assertThat(run("form", "print", meeting.toString())).isZero();
        Path json = dir.resolve("accuracy.json");
        int exit = run(
                "bench",
                "accuracy",
                "--ballots",
                "2",
                "--seed",
                "3",
                "--form",
                meeting.toString(),
                "--out",
                json.toString());
        assertThat(exit).as(err.toString()).isZero();
        JsonNode figures = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(figures.path("decks").size()).isEqualTo(5);
        assertThat(figures.path("byScan").propertyNames())
                .containsExactly("office", "grey", "bilevel", "poor", "photo");
        assertThat(figures.path("all").path("silent").path("n").asInt(-1)).isZero();
        assertThat(figures.path("all").path("ballots").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(meeting.resolve("rehearsal")).doesNotExist();
        assertThat(err.toString()).contains("Kiểu quét", "KIỂM SAI", "photo");
    }

    @Test
    void saysWhichStrokesItCannotRead() throws IOException {
        Path strokes = Files.writeString(dir.resolve("strokes.jsonl"), "không phải JSON\n");
        assertThat(run("bench", "accuracy", "--strokes", strokes.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("strokes.jsonl");
    }

    @Test
    void measuresByNobodyWhomTheNetworkMayHaveLearntFrom() throws IOException {
        Path strokes = Files.writeString(
                dir.resolve("strokes.jsonl"),
                "{\"class\":\"x\",\"writer\":\"a teacher\",\"strokes\":[[[0,0],[1,1]],[[1,0],[0,1]]]}\n");
        assertThat(run("bench", "accuracy", "--strokes", strokes.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("strokes.jsonl", "dành riêng để đo");
    }

    private int run(String... args) {
        return KiemPhieu.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    }
}
