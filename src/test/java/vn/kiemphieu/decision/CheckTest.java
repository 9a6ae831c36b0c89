package vn.kiemphieu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kiemphieu.decision.Papers.marked;
import static vn.kiemphieu.decision.RowAnswer.HIGH;
import static vn.kiemphieu.decision.RowAnswer.LOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.decision.Deed.CheckDrawn;

class CheckTest {

    private final Papers papers = new Papers(Papers.STRICT);

    @Test
    void drawsTheSameBallotsFromTheSameDice() {
        for (int i = 0; i < 50; i++) {
            papers.certain("B%02d".formatted(i));
        }
        CheckDrawn drawn = Check.draw("3 5 1 6", 10, papers.subjects());
        List<Subject> backwards = new ArrayList<>(papers.subjects());
        java.util.Collections.reverse(backwards);
        assertThat(drawn.ballots()).hasSize(10).doesNotHaveDuplicates();
        assertThat(Check.draw("3 5 1 6", 10, backwards)).isEqualTo(drawn);
        assertThat(Check.draw("3 5 1 5", 10, backwards)).isNotEqualTo(drawn);
    }

    @Test
    void drawsOnlyWhatTheMachineCounted() {
        papers.doubtful("A");
        papers.certain("B");
        CheckDrawn drawn = Check.draw("1", 10, papers.subjects());
        assertThat(drawn.ballots()).containsExactly("B");
        assertThat(drawn.counted()).isEqualTo(1);
    }

    @Test
    void tellsEveryRowThatPeopleReadOtherwise() {
        Subject right = papers.certain("A");
        Subject wrong = papers.certain("B");
        papers.add("chair", Role.CHAIR, Check.draw("1", 2, papers.subjects()));
        for (String member : List.of("hoa", "minh")) {
            papers.answers(member, right, marked(HIGH, HIGH));
            papers.answers(member, wrong, marked(HIGH, LOW));
        }
        Check check = papers.review().checks().get(0);
        assertThat(check.looked()).isEqualTo(2);
        assertThat(check.wrongBallots()).isEqualTo(1);
        assertThat(check.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.ballot()).isEqualTo("B");
            assertThat(difference.row()).isEqualTo(2);
            assertThat(difference.machine()).contains(HIGH);
            assertThat(difference.people()).contains(LOW);
        });
        assertThat(papers.settlement().rows().get("B")).containsEntry(2, LOW);
    }

    /** Exactly: of 60 out of 500, 22 wrong ones would all be missed in 5.6 % of draws, 23 in 4.9 %. */
    @ParameterizedTest
    @CsvSource({"500, 60, 0, 22", "100, 100, 0, 0", "100, 100, 3, 3", "10, 0, 0, 10", "100, 30, 0, 8", "1000, 59, 0, 48"
    })
    void boundsWhatTheSampleLeavesOpen(int whole, int sample, int wrong, int most) {
        assertThat(Bound.mostWrong(whole, sample, wrong)).isEqualTo(most);
    }
}
