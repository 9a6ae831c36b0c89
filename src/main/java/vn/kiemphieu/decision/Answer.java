package vn.kiemphieu.decision;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.kiemphieu.ruling.Fault;

/** What one person says about one ballot. */
public sealed interface Answer {

    /** {@return the key of the words for it} */
    String textKey();

    /**
     * It is a ballot, and its rows are marked so. What becomes of a bare row is for the rules, not for the person.
     *
     * @param rows how rows are read, by their number; rows that nobody asked about may be left out
     */
    record AsMarked(Map<Integer, RowAnswer> rows) implements Answer {

        public AsMarked {
            rows = Map.copyOf(rows);
        }

        /** {@return the rows from the top} */
        public Map<Integer, RowAnswer> inOrder() {
            return new TreeMap<>(rows);
        }

        @Override
        public String textKey() {
            return "decision.as-marked";
        }
    }

    /** The whole ballot is invalid, for these reasons. */
    record Invalid(Set<Fault> reasons) implements Answer {

        public Invalid {
            reasons = Set.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("Invalid without a reason");
            }
        }

        /** {@return the reasons in the order of the rules} */
        public Set<Fault> inOrder() {
            return new TreeSet<>(reasons);
        }

        @Override
        public String textKey() {
            return "decision.invalid";
        }
    }

    /** Not a ballot at all: a back, a separator, another paper. */
    record NotABallot() implements Answer {

        @Override
        public String textKey() {
            return "decision.not-a-ballot";
        }
    }

    /** The same sheet as another ballot, scanned once more; the other one counts. */
    record DuplicateOf(String ballot) implements Answer {

        @Override
        public String textKey() {
            return "decision.duplicate-of";
        }
    }

    /** Cannot say: the chair has to. */
    record CannotDecide() implements Answer {

        @Override
        public String textKey() {
            return "decision.cannot-decide";
        }
    }
}
