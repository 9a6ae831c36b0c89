package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedHandsTest {

    private static final String WHOLE = "{\"class\":\"x\",\"writer\":\"a\",\"strokes\":[[[0,0],[1,1]],[[1,0],[0,1]]]}";

    private static final String HALF = "{\"class\":\"odd_x\",\"writer\":\"b\",\"strokes\":[[[0,0],[0.5,0.48],[1,1]]]}";

    private static final String LINE = "{\"class\":\"line\",\"writer\":\"b\",\"strokes\":[[[0,0],[1,0.02]]]}";

    private static final String WORD =
            "{\"class\":\"word\",\"writer\":\"c\",\"strokes\":[[[0,0],[0.5,0.4],[1,0]],[[0,0.3],[1,0.3]],[[0.2,0],[0.2,0.4]]]}";

    private static final String DOTS =
            "{\"class\":\"word\",\"writer\":\"d\",\"strokes\":[[[0,0.09],[0.003,0.09]],[[1,0],[1,0.003]]]}";

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
    void refusesAFileWithoutStrokes() {
        assertThatThrownBy(() -> hands("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> hands(HALF)).isInstanceOf(IOException.class);
    }

    private RecordedHands hands(String lines) throws IOException {
        return RecordedHands.from(Files.writeString(dir.resolve("strokes.jsonl"), lines));
    }
}
