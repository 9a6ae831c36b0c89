package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.meeting.Official;

class InventedRosterTest {

    @Test
    void hasNoTwoOfficialsOfOneName() {
        List<Official> roster = InventedRoster.of(60, 5);
        assertThat(roster).hasSize(60);
        assertThat(roster.stream().map(Official::name)).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(InventedRoster.of(9, 5)).isEqualTo(InventedRoster.of(9, 5)).isNotEqualTo(InventedRoster.of(9, 6));
    }
}
