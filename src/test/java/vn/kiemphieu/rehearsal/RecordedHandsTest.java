package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedHandsTest {

    private static final String WHOLE = "{\"class\":\"x\",\"writer\":\"c\",\"strokes\":[[[0,0],[1,1]],[[1,0],[0,1]]]}";

    private static final String HALF = "{\"class\":\"odd_x\",\"writer\":\"i\",\"strokes\":[[[0,0],[0.5,0.48],[1,1]]]}";

    private static final String LINE = "{\"class\":\"line\",\"writer\":\"i\",\"strokes\":[[[0,0],[1,0.02]]]}";

    private static final String WORD =
            "{\"class\":\"word\",\"writer\":\"c\",\"strokes\":[[[0,0],[0.5,0.4],[1,0]],[[0,0.3],[1,0.3]],[[0.2,0],[0.2,0.4]]]}";

    private static final String DOTS =
            "{\"class\":\"word\",\"writer\":\"o\",\"strokes\":[[[0,0.09],[0.003,0.09]],[[1,0],[1,0.003]]]}";

    @TempDir
    Path dir;

    @Test
    void drawsEachXAsItWasRecorded() throws IOException {
        List<PenStroke> x = hands(WHOLE).voter(new Random(1)).draw(Drawing.X, new Random(1));

        assertThat(x).hasSize(2);
        assertThat(x.get(0).points().get(0)).isEqualTo(new PenPoint(-0.5, -0.5, 0.6));
    }

    @Test
    void leavesOutAnXOfWhichOneStrokeIsMissing() throws IOException {
        RecordedHands hands = hands(WHOLE + "\n" + HALF + "\n" + LINE);

        for (int seed = 0; seed < 20; seed++) {
            Repertoire voter = hands.voter(new Random(seed));
            assertThat(voter.draw(Drawing.X, new Random(seed))).hasSize(2);
            assertThat(voter.draw(Drawing.LINE, new Random(seed)))
                    .as("a line is one stroke")
                    .hasSize(1);
        }
    }

    @Test
    void leavesOutAWordOfWhichOnlyDotsAreLeft() throws IOException {
        RecordedHands hands = hands(WORD + "\n" + DOTS);

        for (int seed = 0; seed < 20; seed++) {
            assertThat(hands.voter(new Random(seed)).draw(Drawing.WORD, new Random(seed)))
                    .hasSize(3);
        }
    }

    @Test
    void aMixedHandPutsAStrokeOfOneWriterAcrossOneOfAnother() throws IOException {
        RecordedHands hands = hands(anX("c", 10) + "\n" + anX("i", 14));

        Set<Set<Integer>> mixtures = IntStream.range(0, 60)
                .mapToObj(seed -> hands.mixed(new Random(seed)).draw(Drawing.X, new Random(seed)))
                .map(x -> x.stream().map(s -> s.points().size()).collect(Collectors.toSet()))
                .collect(Collectors.toSet());

        assertThat(mixtures).contains(Set.of(10, 14));
    }

    @Test
    void aMixedHandLeavesAnXThatCannotBeMixedAsItWasRecorded() throws IOException {
        RecordedHands hands =
                hands(WHOLE + "\n" + "{\"class\":\"x\",\"writer\":\"i\",\"strokes\":[[[0,0],[1,1],[1,0],[0,1]]]}");

        for (int seed = 0; seed < 40; seed++) {
            List<PenStroke> x = hands.mixed(new Random(seed)).draw(Drawing.X, new Random(seed));
            assertThat(x.stream().mapToInt(s -> s.points().size()).sum())
                    .as("two strokes of two points, or one of four")
                    .isEqualTo(4);
        }
    }

    @Test
    void refusesAFileWithoutStrokes() {
        assertThatThrownBy(() -> hands("")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> hands(HALF)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nobodyBothTeachesAndJudges() throws IOException {
        Path file = Files.writeString(
                dir.resolve("strokes.jsonl"),
                IntStream.range(0, 200).mapToObj(RecordedHandsTest::aWriter).collect(Collectors.joining("\n")));

        Set<List<PenStroke>> teach = drawn(RecordedHands.from(file, RecordedHands.People.TEACHERS));
        Set<List<PenStroke>> judge = drawn(RecordedHands.from(file, RecordedHands.People.KEPT_ASIDE));

        assertThat(teach).doesNotContainAnyElementsOf(judge);
        assertThat(judge).as("one in five").hasSizeBetween(25, 55);
        assertThat(teach.size() + judge.size()).isEqualTo(200);
    }

    /** A writer whose strokes were recorded at that many points each. */
    private static String anX(String writer, int points) {
        return "{\"class\":\"x\",\"writer\":\"%s\",\"strokes\":[%s,%s]}"
                .formatted(writer, stroke(points, t -> t), stroke(points, t -> 1 - t));
    }

    private static String stroke(int points, DoubleUnaryOperator down) {
        return IntStream.range(0, points)
                .mapToDouble(i -> i / (points - 1.0))
                .mapToObj(t -> "[%s,%s]".formatted(t, down.applyAsDouble(t)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** A writer whose X nobody else draws. */
    private static String aWriter(int number) {
        return "{\"class\":\"x\",\"writer\":\"w%d\",\"strokes\":[[[0,0],[1,1]],[[1,0],[0,0.%d]]]}"
                .formatted(number, 500 + number);
    }

    private static Set<List<PenStroke>> drawn(RecordedHands hands) {
        return IntStream.range(0, 4000)
                .mapToObj(seed -> hands.voter(new Random(seed)).draw(Drawing.X, new Random(seed)))
                .collect(Collectors.toSet());
    }

    private RecordedHands hands(String lines) throws IOException {
        return RecordedHands.from(
                Files.writeString(dir.resolve("strokes.jsonl"), lines), RecordedHands.People.KEPT_ASIDE);
    }
}
