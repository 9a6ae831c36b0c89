package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LentSamplesTest {

    @Test
    void lendsAgainWhatWasGivenBackAndCleansItFirst() {
        byte[] first = LentSamples.lend(1000);
        Arrays.fill(first, (byte) 7);
        LentSamples.giveBack(first);

        byte[] again = LentSamples.lend(1000);
        assertThat(again).isSameAs(first).containsOnly(0);
        assertThat(LentSamples.lend(1000)).as("what is out is not lent twice").isNotSameAs(first);
    }

    @Test
    void lendsNothingLongerThanAskedFor() {
        LentSamples.giveBack(new byte[1001]);
        assertThat(LentSamples.lend(999)).hasSize(999);
    }

    @Test
    void keepsNoMoreThanPagesNeedHoweverManySizesComeBy() {
        byte[] oldest = new byte[500];
        LentSamples.giveBack(oldest);
        for (int more = 1; more <= LentSamples.MOST; more++) {
            LentSamples.giveBack(new byte[500 + more]);
        }
        assertThat(LentSamples.lend(500)).isNotSameAs(oldest);
    }
}
