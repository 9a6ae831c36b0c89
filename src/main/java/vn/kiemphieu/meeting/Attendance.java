package vn.kiemphieu.meeting;

import java.util.OptionalInt;

/** Who was called and who came. Either number may still be unknown before the meeting. */
public record Attendance(OptionalInt summoned, OptionalInt present) {

    /** {@return whether at least two thirds of those summoned are present; false while either number is unknown} */
    public boolean quorum() {
        return summoned.isPresent() && present.isPresent() && 3L * present.getAsInt() >= 2L * summoned.getAsInt();
    }
}
