package vn.kiemphieu.decision;

import java.util.List;
import java.util.Optional;

/**
 * How far people are with one ballot.
 *
 * @param answers those that stand, one for each member, in the order they were given
 * @param settled the answer that holds; present exactly when the state is {@link State#SETTLED}
 * @param chair the chair's entry, where the chair decided
 */
public record Standing(State state, List<Given> answers, Optional<Answer> settled, Optional<Entry> chair) {

    /** Whose turn it is. */
    public enum State {
        /** Members still have to answer. */
        MEMBERS,
        /** Members differ, or one of them cannot say. */
        CHAIR,
        /** Done. */
        SETTLED
    }

    /** An answer that stands. */
    public record Given(Entry entry, Answer answer, String why) {

        public String by() {
            return entry.by();
        }
    }

    public Standing {
        answers = List.copyOf(answers);
        if (settled.isPresent() != (state == State.SETTLED)) {
            throw new IllegalArgumentException("%s with %s".formatted(state, settled));
        }
    }

    /** {@return the answer of that member, if one stands} */
    public Optional<Given> of(String member) {
        return answers.stream().filter(given -> given.by().equals(member)).findFirst();
    }
}
