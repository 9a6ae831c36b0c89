package vn.kiemphieu.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
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

        /** {@return that this ballot, as it is now, is put to people} */
        public static PutToPeople of(Subject subject) {
            List<String> rows = subject.machine().rows().stream()
                    .sorted(Comparator.comparingInt(RowRuling::official))
                    .map(row -> "%d %s %s"
                            .formatted(
                                    row.official(),
                                    Optional.ofNullable(subject.read().get(row.official()))
                                            .map(Enum::name)
                                            .orElse("?"),
                                    new TreeSet<>(row.reasons())))
                    .toList();
            return new PutToPeople(
                    subject.ballot(),
                    subject.reference(),
                    subject.machine().status(),
                    subject.machine().reasons(),
                    rows);
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

    /**
     * There are ballots without a scan that can be read: members enter them from the paper.
     *
     * @param ballots their names, which are written on the papers
     * @param officials the names in their rows: an answer about a row is about whoever stood in it then
     * @param why there is no scan
     */
    record WithoutScan(List<String> ballots, List<String> officials, String why) implements Deed {

        public WithoutScan {
            ballots = List.copyOf(ballots);
            officials = List.copyOf(officials);
            if (ballots.isEmpty() || officials.isEmpty() || why.isBlank()) {
                throw new IllegalArgumentException("%d ballots of %d rows without a scan, because: %s"
                        .formatted(ballots.size(), officials.size(), why));
            }
        }
    }

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

    /** What stands in the meeting's file was changed; nothing else was. */
    record MeetingChanged(List<Change> changes) implements Deed {

        public MeetingChanged {
            changes = List.copyOf(changes);
        }

        /** One key of the file, and what stood and stands behind it. */
        public record Change(String key, String before, String after) {}
    }

    /** Ballots were typeset, and count by their form from now on. */
    record FormPrinted(int officials, int pages, int copies) implements Deed {}

    /**
     * A form was learned from a blank and confirmed by somebody who looked at it.
     *
     * @param otherNames how many names were read otherwise than the meeting has them
     */
    record FormLearned(String file, int officials, int pages, int otherNames) implements Deed {}
}
