package vn.kiemphieu.decision;

import java.util.List;
import java.util.Set;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

/** One thing that somebody did at the desk, as the trail keeps it for ever. */
public sealed interface Deed {

    /** A deed about one ballot as it stood then. */
    sealed interface OnBallot extends Deed {
        String ballot();

        String reference();
    }

    /**
     * The ballot was first put to people, and this is what the machine made of it. Kept beside their answers, so that
     * neither can be changed to suit the other.
     */
    record PutToPeople(String ballot, String reference, Status machine, Set<Fault> reasons, List<String> rows)
            implements OnBallot {

        public PutToPeople {
            reasons = Set.copyOf(reasons);
            rows = List.copyOf(rows);
        }
    }

    /** A member's answer. */
    record Answered(String ballot, String reference, Answer answer, String why) implements OnBallot {}

    /** A member took back the answer of that entry. */
    record Withdrawn(String ballot, String reference, long entry) implements OnBallot {}

    /** The chair decided. */
    record Decided(String ballot, String reference, Answer answer, String why) implements OnBallot {}

    /** Somebody wants people to look at a ballot that the machine had counted. */
    record Sent(String ballot, String reference, String why) implements OnBallot {}

    /** How many members have to give the same answer, from now on. */
    record EyesSet(int eyes) implements Deed {

        public EyesSet {
            if (eyes < 1 || eyes > Docket.MOST_EYES) {
                throw new IllegalArgumentException("From 1 to 3 pairs of eyes, not " + eyes);
            }
        }
    }

    /** A random sample of ballots that the machine had counted is put to the members. */
    record CheckDrawn(String seed, int counted, List<String> ballots) implements Deed {

        public CheckDrawn {
            ballots = List.copyOf(ballots);
        }
    }

    /** Somebody may enter from now on. */
    record AccountMade(String user, String person, Role held) implements Deed {}

    /** Somebody may enter no more. */
    record AccountClosed(String user) implements Deed {}

    /** The chair shows the result to the room, or hides it again. */
    record Released(boolean shown) implements Deed {}
}
