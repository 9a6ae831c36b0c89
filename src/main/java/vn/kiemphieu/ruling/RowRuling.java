package vn.kiemphieu.ruling;

import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.Level;

/**
 * What becomes of one row of a ballot.
 *
 * @param vote the level counted for the official; present exactly when the row is {@link RowStatus#COUNTED}
 */
public record RowRuling(int official, RowStatus status, Optional<Level> vote, Set<Fault> reasons) {

    /** In the words of {@code results/readings.csv}. */
    public enum RowStatus {
        COUNTED,
        /** Does not count for this official. */
        VOID,
        REVIEW
    }

    public RowRuling {
        reasons = Set.copyOf(reasons);
        if (vote.isPresent() != (status == RowStatus.COUNTED)) {
            throw new IllegalArgumentException("Row %d is %s with vote %s".formatted(official, status, vote));
        }
    }
}
