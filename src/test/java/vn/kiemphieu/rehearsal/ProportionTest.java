package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void boundsNothingSeenByTheRuleOfThree() {
        assertThat(new Proportion(0, 300).atMost()).isEqualTo(0.01);
        assertThat(new Proportion(0, 2).atMost()).isEqualTo(1);
        assertThat(new Proportion(300, 300).atLeast()).isEqualTo(0.99);
    }

    @Test
    void boundsWhatWasSeenByWilsonsScore() {
        // p = 0.1, n = 100: (0.1 + z²/2n + z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
        assertThat(new Proportion(10, 100).atMost()).isCloseTo(0.1604, within(1e-4));
        assertThat(new Proportion(10, 100).atLeast()).isCloseTo(0.0607, within(1e-4));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new Proportion(0, 0).share()).isZero();
        assertThat(new Proportion(0, 0).atMost()).isEqualTo(1);
    }

    @Test
    void refusesMoreHitsThanTries() {
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
