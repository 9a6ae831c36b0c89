package vn.kiemphieu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kiemphieu.decision.Papers.marked;
import static vn.kiemphieu.decision.Papers.second;
import static vn.kiemphieu.decision.RowAnswer.HIGH;
import static vn.kiemphieu.decision.RowAnswer.LOW;
import static vn.kiemphieu.decision.RowAnswer.NONE;
import static vn.kiemphieu.decision.RowAnswer.SEVERAL;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

class SettlementTest {

    private Papers papers = new Papers(Papers.STRICT);

    @Test
    void countsARowAsPeopleReadItAndTheOthersAsTheMachineDid() {
        Subject ballot = papers.doubtful("A");
        Ruling ruling = agreed(ballot, second(LOW));
        assertThat(ruling.status()).isEqualTo(Status.COUNTED);
        assertThat(ruling.reasons()).isEmpty();
        assertThat(ruling.rows())
                .extracting(RowRuling::vote)
                .containsExactly(Optional.of(Level.HIGH), Optional.of(Level.LOW));
        assertThat(ruling.pages()).isEqualTo(ballot.machine().pages());
    }

    @Test
    void spoilsTheBallotOrTheRowAsThePlanSays() {
        assertThat(agreed(papers.doubtful("A"), second(SEVERAL)).status()).isEqualTo(Status.INVALID);
        papers = new Papers(Papers.BY_ROW);
        Ruling byRow = agreed(papers.doubtful("A"), second(SEVERAL));
        assertThat(byRow.status()).isEqualTo(Status.COUNTED);
        assertThat(byRow.rows().get(1).status()).isEqualTo(RowRuling.RowStatus.VOID);
        assertThat(byRow.reasons()).containsExactly(Fault.MULTIPLE_MARKS);
    }

    @Test
    void spoilsTheBallotWhereEveryRowIsBare() {
        papers = new Papers(Papers.BY_ROW);
        assertThat(agreed(papers.unread("A"), marked(NONE, NONE)).status()).isEqualTo(Status.INVALID);
    }

    @Test
    void countsABallotThatOnlyPeopleCouldRead() {
        Ruling ruling = agreed(papers.unread("A"), marked(LOW, HIGH));
        assertThat(ruling.status()).isEqualTo(Status.COUNTED);
        assertThat(ruling.rows()).hasSize(2);
    }

    @Test
    void confirmsWhatTheMachineProposedOrThrowsItOut() {
        Ruling confirmed = agreed(papers.bare("A"), new Answer.Invalid(Set.of(Fault.NO_MARK)));
        assertThat(confirmed.status()).isEqualTo(Status.INVALID);
        assertThat(papers.settlement().invalid()).isEqualTo(1);
        assertThat(agreed(papers.bare("B"), second(HIGH)).status()).isEqualTo(Status.COUNTED);
        assertThat(papers.settlement().invalid()).isEqualTo(1);
    }

    @Test
    void leavesOutASheetOnlyWhileItsTwinIsThere() {
        Subject one = papers.doubtful("A");
        Subject other = papers.doubtful("B");
        assertThat(agreed(one, new Answer.DuplicateOf("B")).status()).isEqualTo(Status.EXCLUDED);
        agree(other, new Answer.DuplicateOf("A"));
        assertThat(papers.settlement().rulings()).as("each points at the other").isEmpty();
    }

    @Test
    void keepsAllWaitingWhileOnlyOneHasAnswered() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        assertThat(papers.settlement().rulings()).isEmpty();
    }

    @Test
    void publishesCellsAsPeopleReadThem() {
        assertThat(LOW.on(Papers.row(2, Mark.Kind.CANCELLED)).mark(Level.HIGH).kind())
                .isEqualTo(Mark.Kind.CANCELLED);
        assertThat(LOW.on(Papers.row(2, Mark.Kind.UNCLEAR)).mark(Level.HIGH).kind())
                .isEqualTo(Mark.Kind.EMPTY);
        assertThat(LOW.on(Papers.row(2, Mark.Kind.UNCLEAR)).mark(Level.LOW).kind())
                .isEqualTo(Mark.Kind.CROSS);
        assertThat(NONE.on(Papers.row(2, Mark.Kind.UNCLEAR)).marks().values())
                .allMatch(mark -> mark.kind() == Mark.Kind.EMPTY);
        assertThat(SEVERAL.unseen(2).marks().values()).allMatch(mark -> mark.kind() == Mark.Kind.UNCLEAR);
    }

    @Test
    void tellsThePapersWhoDecidedWhatAndWhy() {
        papers.add("admin", Role.ADMINISTRATOR, new Deed.AccountMade("hoa", "Lê Thị Hoa", Role.MEMBER));
        agree(papers.doubtful("A"), second(LOW));
        Subject split = papers.doubtful("B");
        papers.answers("hoa", split, second(LOW));
        papers.answers("minh", split, second(HIGH));
        papers.decides("chair", split, second(HIGH), "hai nét cắt nhau");

        Review review = papers.review();

        assertThat(review.eyes()).isEqualTo(2);
        assertThat(review.lastHash()).isEqualTo("f".repeat(64));
        assertThat(review.decisions()).hasSize(2);
        assertThat(review.decisions().get(0).members()).containsExactly("Lê Thị Hoa", "minh");
        assertThat(review.decisions().get(0).chair()).isEmpty();
        assertThat(review.decisions().get(1).chair()).contains("chair");
        assertThat(review.decisions().get(1).why()).isEqualTo("hai nét cắt nhau");
    }

    private Ruling agreed(Subject ballot, Answer answer) {
        agree(ballot, answer);
        return java.util.Objects.requireNonNull(papers.settlement().rulings().get(ballot.ballot()));
    }

    private void agree(Subject ballot, Answer answer) {
        papers.answers("hoa", ballot, answer);
        papers.answers("minh", ballot, answer);
    }
}
