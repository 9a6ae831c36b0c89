package vn.kiemphieu.reading;

import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.network.Network;

/**
 * The ink of one cell as the network sees it.
 *
 * @param picture as {@link Network#logOdds} takes it
 */
public record CellPicture(int official, Level level, float[] picture) {

    /** {@return the logarithm of the odds that this is an X by its looks} */
    public double looks() {
        return Likeness.of(picture);
    }
}
