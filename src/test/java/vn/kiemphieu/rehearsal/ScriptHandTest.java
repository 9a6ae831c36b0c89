package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptHandTest {

    @Test
    void writesItsXInOneMannerAndNeverTwiceTheSame() {
        for (int seed = 0; seed < 30; seed++) {
            ScriptHand hand = new ScriptHand(new Random(seed));
            Random random = new Random(seed);

            Set<Integer> strokes = IntStream.range(0, 10)
                    .map(i -> hand.draw(Drawing.X, random).size())
                    .boxed()
                    .collect(Collectors.toSet());
            assertThat(strokes).hasSize(1);
            assertThat(hand.draw(Drawing.X, random)).isNotEqualTo(hand.draw(Drawing.X, random));
        }
    }

    @Test
    void knowsXsOfOneLineAndOfTwo() {
        assertThat(IntStream.range(0, 60)
                        .map(seed -> new ScriptHand(new Random(seed))
                                .draw(Drawing.X, new Random(1))
                                .size())
                        .distinct())
                .contains(1, 2);
    }

    @Test
    void drawsEverythingAsLargeAsAHandDoes() {
        ScriptHand hand = new ScriptHand(new Random(3));
        for (Drawing what : Drawing.values()) {
            PenStroke.Extent e = PenStroke.Extent.of(hand.draw(what, new Random(4)));
            assertThat(Math.max(e.width(), e.height())).as("%s", what).isBetween(0.99, 1.01);
        }
    }
}
