package vn.kiemphieu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kiemphieu.decision.Papers.marked;
import static vn.kiemphieu.decision.Papers.second;
import static vn.kiemphieu.decision.RowAnswer.HIGH;
import static vn.kiemphieu.decision.RowAnswer.LOW;
import static vn.kiemphieu.decision.RowAnswer.NONE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.ruling.Fault;

class DocketTest {

    private final Papers papers = new Papers(Papers.STRICT);

    @Test
    void settlesABallotWhenTwoMembersSayTheSame() {
        Subject ballot = papers.doubtful("A");
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        papers.answers("hoa", ballot, second(LOW));
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        papers.answers("minh", ballot, second(LOW));
        assertThat(state(ballot)).isEqualTo(State.SETTLED);
    }

    @Test
    void takesNoMemberTwice() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("hoa", ballot, second(LOW));
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        assertThat(Objection.toAnswer(papers.docket(), "A", ballot.reference(), "hoa", Role.MEMBER, second(LOW)))
                .contains(Objection.ANSWERED);
    }

    @Test
    void agreesByWhatAnAnswerComesToNotByItsWords() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, marked(HIGH, LOW)); // names a row that the machine had read so
        assertThat(state(ballot)).isEqualTo(State.SETTLED);
    }

    @Test
    void agreesThatABareRowIsAnInvalidBallotWhereThePlanSaysSo() {
        Subject ballot = papers.bare("A");
        papers.answers("hoa", ballot, second(NONE));
        papers.answers("minh", ballot, new Answer.Invalid(Set.of(Fault.NO_MARK)));
        assertThat(state(ballot)).isEqualTo(State.SETTLED);
    }

    @Test
    void asksTheChairWhereMembersDiffer() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, second(HIGH));
        assertThat(state(ballot)).isEqualTo(State.CHAIR);
        assertThat(papers.docket().forTheChair()).containsExactly(ballot);
        papers.decides("chair", ballot, second(HIGH), "nét rõ");
        assertThat(state(ballot)).isEqualTo(State.SETTLED);
        assertThat(papers.docket().standing(ballot).settled()).contains(second(HIGH));
    }

    @Test
    void asksTheChairWhereReasonsDiffer() {
        Subject ballot = papers.bare("A");
        papers.answers("hoa", ballot, new Answer.Invalid(Set.of(Fault.NO_MARK)));
        papers.answers("minh", ballot, new Answer.Invalid(Set.of(Fault.ADDITION)));
        assertThat(state(ballot)).isEqualTo(State.CHAIR);
    }

    @Test
    void asksTheChairAtOnceWhereAMemberCannotSay() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, new Answer.CannotDecide());
        assertThat(state(ballot)).isEqualTo(State.CHAIR);
    }

    @Test
    void letsTheMeetingSetHowManyEyesLook() {
        Subject ballot = papers.doubtful("A");
        papers.add("admin", Role.ADMINISTRATOR, new Deed.EyesSet(3));
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, second(LOW));
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        papers.answers("lan", ballot, second(LOW));
        assertThat(state(ballot)).isEqualTo(State.SETTLED);
        assertThatThrownBy(() -> new Deed.EyesSet(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deed.EyesSet(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesBackOnesOwnLastAnswer() {
        Subject ballot = papers.doubtful("A");
        Entry answer = papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, second(LOW));
        assertThat(Objection.undoable(papers.docket(), "hoa")).contains(answer);
        papers.add("hoa", Role.MEMBER, new Deed.Withdrawn("A", ballot.reference(), answer.number()));
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        assertThat(papers.docket().waitingFor("hoa")).containsExactly(ballot);
        assertThat(Objection.undoable(papers.docket(), "hoa")).isEmpty();
    }

    @Test
    void leavesWhatTheChairDecidedToTheChair() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, new Answer.CannotDecide());
        Entry decision = papers.decides("chair", ballot, second(LOW), "");
        assertThat(Objection.undoable(papers.docket(), "hoa")).isEmpty();
        assertThat(Objection.undoable(papers.docket(), "chair")).contains(decision);
    }

    @Test
    void showsAMemberOnlyWhatThatMemberHasNotAnswered() {
        Subject first = papers.doubtful("A");
        Subject second = papers.doubtful("B");
        papers.answers("hoa", first, second(LOW));
        assertThat(papers.docket().waitingFor("hoa")).containsExactly(second);
        assertThat(papers.docket().waitingFor("minh")).containsExactly(first, second);
    }

    @Test
    void countsForNothingWhatWasSaidAboutOtherInk() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, second(LOW));
        Subject now = Papers.subject(
                "A",
                "other paper",
                ballot.machine().status(),
                ballot.machine().reasons(),
                List.of(
                        Papers.row(1, vn.kiemphieu.reading.Mark.Kind.CROSS),
                        Papers.row(2, vn.kiemphieu.reading.Mark.Kind.UNCLEAR)));
        Docket docket = Docket.of(List.of(now), papers.entries(), Papers.STRICT);
        assertThat(docket.standing(now).state()).isEqualTo(State.MEMBERS);
        assertThat(Settlement.of(docket).rulings()).isEmpty();
        assertThat(Review.of(docket, Settlement.of(docket), "").setAside()).containsExactly("A");
        assertThat(Objection.toAnswer(docket, "A", ballot.reference(), "lan", Role.MEMBER, second(LOW)))
                .contains(Objection.READ_ANEW);
    }

    @Test
    void takesAnswersOnlyFromThoseWhoMayGiveThem() {
        Subject ballot = papers.doubtful("A");
        for (Role role : Role.values()) {
            boolean taken = Objection.toAnswer(papers.docket(), "A", ballot.reference(), "x", role, second(LOW))
                    .isEmpty();
            assertThat(taken).as(role.name()).isEqualTo(role == Role.MEMBER || role == Role.SECRETARY);
            assertThat(Objection.toDecision(papers.docket(), "A", ballot.reference(), role, second(LOW)))
                    .contains(role == Role.CHAIR ? Objection.WITH_THE_MEMBERS : Objection.ROLE);
        }
    }

    @Test
    void takesNoAnswerThatLeavesARowOpen() {
        Subject ballot = papers.doubtful("A");
        assertThat(toAnswer(ballot, new Answer.AsMarked(java.util.Map.of(1, HIGH))))
                .contains(Objection.ROWS_MISSING);
        assertThat(toAnswer(ballot, new Answer.AsMarked(java.util.Map.of(2, HIGH, 3, HIGH))))
                .contains(Objection.ROWS_MISSING);
        assertThat(toAnswer(ballot, new Answer.DuplicateOf("A"))).contains(Objection.WRONG_ANSWER);
        assertThat(toAnswer(ballot, new Answer.Invalid(Set.of(Fault.BLANK_PAGE))))
                .contains(Objection.WRONG_ANSWER);
        assertThat(toAnswer(papers.certain("B"), marked(HIGH, HIGH))).contains(Objection.NOT_ASKED);
    }

    @Test
    void asksAboutEveryRowOfABallotThatSomebodySent() {
        Subject ballot = papers.certain("A");
        assertThat(papers.docket().queue()).isEmpty();
        papers.add("minh", Role.MEMBER, new Deed.Sent("A", ballot.reference(), "dòng 2 mờ"));
        assertThat(papers.docket().queue()).containsExactly(ballot);
        assertThat(papers.docket().asked(ballot)).containsExactly(1, 2);
    }

    @Test
    void looksAnewAtASettledBallotThatSomebodySent() {
        Subject ballot = papers.doubtful("A");
        papers.answers("hoa", ballot, second(LOW));
        papers.answers("minh", ballot, second(LOW));
        papers.add("lan", Role.MEMBER, new Deed.Sent("A", ballot.reference(), ""));
        assertThat(state(ballot)).isEqualTo(State.MEMBERS);
        assertThat(papers.docket().waitingFor("hoa")).containsExactly(ballot);
        assertThat(papers.settlement().rulings()).isEmpty();
    }

    private java.util.Optional<Objection> toAnswer(Subject subject, Answer answer) {
        return Objection.toAnswer(papers.docket(), subject.ballot(), subject.reference(), "hoa", Role.MEMBER, answer);
    }

    private State state(Subject subject) {
        return papers.docket().standing(subject).state();
    }
}
