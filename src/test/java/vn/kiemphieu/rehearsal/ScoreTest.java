package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

class ScoreTest {

    @Test
    void keepsSilentErrorsAndReviewLoadApart() {
        Score score = Score.of(List.of(
                judged(Expectation.COUNTED, Outcome.RIGHT, true, Status.COUNTED),
                judged(Expectation.COUNTED, Outcome.LOAD, true, Status.REVIEW),
                judged(Expectation.COUNTED, Outcome.LOAD, true, Status.INVALID),
                judged(Expectation.COUNTED, Outcome.SILENT, true, Status.COUNTED),
                judged(Expectation.COUNTED, Outcome.LOST, true, Status.EXCLUDED),
                judged(Expectation.REVIEW, Outcome.SILENT, false, Status.COUNTED)));
        assertThat(score.load()).isEqualTo(new Proportion(2, 5));
        assertThat(score.wronglyInvalid()).isEqualTo(new Proportion(1, 5));
        assertThat(score.silent()).isEqualTo(new Proportion(2, 6));
        assertThat(score.lost()).isEqualTo(new Proportion(1, 6));
        assertThat(score.right()).isEqualTo(1);
        assertThat(score.rows()).isEqualTo(18);
    }

    @Test
    void asksForTheRightReasonOnlyWhereABallotHadToBeKeptBackAndWas() {
        Score score = Score.of(List.of(
                judged(Expectation.INVALID, Outcome.RIGHT, true, Status.INVALID),
                judged(Expectation.REVIEW, Outcome.RIGHT, false, Status.REVIEW),
                judged(Expectation.REVIEW, Outcome.SILENT, false, Status.COUNTED),
                judged(Expectation.EXCLUDED, Outcome.RIGHT, true, Status.EXCLUDED),
                judged(Expectation.COUNTED_OR_REVIEW, Outcome.RIGHT, false, Status.COUNTED)));
        assertThat(score.named()).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void callsNoWorkNeedlessThatWasNotOnACountableBallot() {
        Score score = Score.of(List.of(
                judged(Expectation.EXCLUDED, Outcome.LOAD, true, Status.REVIEW),
                judged(Expectation.COUNTED_OR_REVIEW, Outcome.LOAD, true, Status.INVALID)));
        assertThat(score.load()).isEqualTo(new Proportion(0, 0));
    }

    private static Judged judged(Expectation expected, Outcome outcome, boolean named, Status status) {
        return new Judged(
                "1", List.of("a.jpg"), 3, Set.of(), expected, outcome, named, Set.of(status), Set.of(Fault.NO_MARK));
    }
}
