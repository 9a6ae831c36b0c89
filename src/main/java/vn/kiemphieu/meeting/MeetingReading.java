package vn.kiemphieu.meeting;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a meeting file: the meeting, or every reason against it. Never both, never neither; the reasons
 * are all there are, not only the first, in the file's order.
 */
public record MeetingReading(Optional<Meeting> meeting, List<MeetingProblem> problems) {

    public MeetingReading {
        problems = List.copyOf(problems);
        if (meeting.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("A meeting and %d problems".formatted(problems.size()));
        }
    }
}
