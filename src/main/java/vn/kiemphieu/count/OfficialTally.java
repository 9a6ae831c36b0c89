package vn.kiemphieu.count;

import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;

/**
 * The sums for one official. High, confidence, low and invalid make the ballots that are decided; those in review stand
 * beside them and belong to none yet.
 *
 * @param number the place on the ballot, from 1
 * @param invalid ballots that do not count for this official: invalid as a whole, or in this row
 * @param base what percentages are on, see {@link Tally#base}
 */
public record OfficialTally(
        int number, Official official, int high, int confidence, int low, int invalid, int inReview, int base) {

    public int valid() {
        return high + confidence + low;
    }

    public int votes(Level level) {
        return switch (level) {
            case HIGH -> high;
            case CONFIDENCE -> confidence;
            case LOW -> low;
        };
    }

    public Percent share(Level level) {
        return Percent.of(votes(level), base);
    }

    public Band band() {
        return Band.of(low, base);
    }

    /** {@return valid and invalid together: what has to equal the ballots collected} */
    public int decided() {
        return valid() + invalid;
    }
}
