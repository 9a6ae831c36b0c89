package vn.kiemphieu.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.ruling.Consequence.Spoils;

class RuleProfileTest {

    @Test
    void findsEveryProfileByItsName() {
        assertThat(RuleProfile.ids()).containsExactly("kh-bdt-2023", "qd-96");
        for (String id : RuleProfile.ids()) {
            assertThat(RuleProfile.named(id).id()).isEqualTo(id);
            assertThat(RuleProfile.named(id).title()).isNotBlank();
            assertThat(RuleProfile.named(id).titleEnglish()).isNotBlank();
        }
    }

    @Test
    void refusesAProfileThatIsNotThere() {
        assertThatThrownBy(() -> RuleProfile.named("qd-97"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qd-97")
                .hasMessageContaining("kh-bdt-2023");
    }

    /** The table of docs/rules.md. */
    @ParameterizedTest
    @CsvSource({
        "NOT_ISSUED,         BALLOT, BALLOT",
        "NAME_STRUCK,        BALLOT, BALLOT",
        "ADDITION,           BALLOT, PERSON",
        "NO_MARK,            BALLOT, ROW",
        "MULTIPLE_MARKS,     BALLOT, ROW",
        "NOT_AN_X,           PERSON, PERSON",
        "CORRECTED,          PERSON, PERSON",
        "UNCLEAR_MARK,       PERSON, PERSON",
        "POSSIBLE_DUPLICATE, PERSON, PERSON",
        "NOT_REGISTERED,     PERSON, PERSON",
        "PAGES_INCOMPLETE,   PERSON, PERSON"
    })
    void saysWhatEachFaultSpoils(Fault fault, Spoils kh, Spoils qd) {
        assertThat(RuleProfile.named("kh-bdt-2023").of(fault).spoils()).isEqualTo(kh);
        assertThat(RuleProfile.named("qd-96").of(fault).spoils()).isEqualTo(qd);
    }

    @Test
    void liftsARowsFaultToTheBallotOnlyAsTheRegulationSays() {
        Consequence bare = RuleProfile.named("qd-96").of(Fault.NO_MARK);
        Consequence several = RuleProfile.named("qd-96").of(Fault.MULTIPLE_MARKS);

        assertThat(bare.on(1, 1)).isEqualTo(Spoils.BALLOT);
        assertThat(bare.on(3, 3)).isEqualTo(Spoils.BALLOT);
        assertThat(bare.on(3, 2)).isEqualTo(Spoils.ROW);
        assertThat(several.on(1, 1)).isEqualTo(Spoils.BALLOT);
        assertThat(several.on(3, 3)).isEqualTo(Spoils.ROW);
    }

    @Test
    void neverLetsTheMachineJudgeADoubt() {
        Map<Fault, Consequence> bold = new EnumMap<>(RuleProfile.named("qd-96").consequences());
        bold.put(Fault.UNCLEAR_MARK, new Consequence(Spoils.ROW, false, false));

        assertThatThrownBy(() -> new RuleProfile("bold", "Liều", "Bold", bold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNCLEAR_MARK");
    }

    @Test
    void refusesAProfileWithAGap() {
        Map<Fault, Consequence> gap = new EnumMap<>(RuleProfile.named("qd-96").consequences());
        gap.remove(Fault.ADDITION);

        assertThatThrownBy(() -> new RuleProfile("gap", "Thiếu", "Gap", gap))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
