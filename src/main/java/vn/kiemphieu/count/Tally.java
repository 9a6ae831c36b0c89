package vn.kiemphieu.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Ruling;

/**
 * The sums of a count. It may be taken at any time and then is a draft: what waits for a person stands in
 * {@link #inReview} and in no other number; whether it may be called final is for {@link Books} to say.
 *
 * @param base the ballots that percentages are on: those collected, or, as long as nobody has entered that number, those
 *     scanned
 * @param pages page images that the rulings account for
 * @param doubledPages of these, how many stand in two rulings: must be none
 * @param excludedPages page images that are no ballot
 * @param scanned ballots seen, whatever became of them
 * @param valid ballots counted, also where single rows of theirs are void
 * @param invalid ballots that are invalid, by the machine's proposal or the committee's decision; they count as invalid for
 *     every official
 * @param confirmed of these, how many the committee decided to be invalid
 * @param inReview ballots that a person has to look at
 * @param invalidBy for each fault, the invalid ballots that have it; one ballot may have several
 * @param reviewBy for each fault, the ballots in review that have it
 */
public record Tally(
        Attendance attendance,
        BallotCounts ballots,
        String rules,
        int base,
        int pages,
        int doubledPages,
        int excludedPages,
        int scanned,
        int valid,
        int invalid,
        int confirmed,
        int inReview,
        Map<Fault, Integer> invalidBy,
        Map<Fault, Integer> reviewBy,
        List<OfficialTally> officials) {

    public Tally {
        invalidBy = Map.copyOf(invalidBy);
        reviewBy = Map.copyOf(reviewBy);
        officials = List.copyOf(officials);
        if (valid + invalid + inReview != scanned) {
            throw new IllegalArgumentException(
                    "%d valid, %d invalid and %d in review of %d".formatted(valid, invalid, inReview, scanned));
        }
        if (confirmed < 0 || confirmed > invalid) {
            throw new IllegalArgumentException("%d confirmed of %d invalid".formatted(confirmed, invalid));
        }
        for (OfficialTally official : officials) {
            if (official.decided() + official.inReview() != scanned) {
                throw new IllegalArgumentException(official + " does not add up to " + scanned);
            }
        }
    }

    /**
     * Sums up what the machine ruled, before anybody decided anything.
     *
     * @param rulings all there are, one for each ballot and for each page that is no ballot, in any order
     */
    public static Tally of(Meeting meeting, Collection<Ruling> rulings) {
        return of(meeting, rulings, 0);
    }

    /**
     * Sums up.
     *
     * @param rulings as {@link #of(Meeting, Collection)}, with the committee's decisions in the place of the machine's rulings
     * @param confirmed how many of the invalid ballots the committee decided to be so
     */
    public static Tally of(Meeting meeting, Collection<Ruling> rulings, int confirmed) {
        Adder adder = new Adder(meeting.officials().size());
        rulings.forEach(adder::add);
        return adder.tally(meeting, confirmed);
    }

    /** {@return the ballots counted by hand from the box, where that number is known} */
    public OptionalInt collected() {
        return ballots.collected();
    }

    /** {@return how many rows of counted ballots do not count for their official} */
    public int voidRows() {
        return officials.stream().mapToInt(o -> o.invalid() - invalid).sum();
    }
}
