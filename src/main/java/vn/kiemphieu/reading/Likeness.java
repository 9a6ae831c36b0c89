package vn.kiemphieu.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import vn.kiemphieu.reading.network.Network;

/**
 * How much the ink of a cell looks like an X to a network that has seen many: a second opinion that knows nothing of strokes and
 * crossings. What it learnt from and how is told in {@code docs/decisions/marks.md}.
 */
final class Likeness {

    /**
     * Nearly nine of ten X's look more like one at first sight. A second look changes nothing there: of 4,192 such X's and of the 14
     * others among 3,534 that look so none fell below the bounds of {@link CellJudge}.
     */
    private static final double PLAIN = 4;

    private static final Network NETWORK = read("network.bin");

    private Likeness() {}

    /** {@return the logarithm of the odds that it is an X} */
    static double of(List<InkPiece> pieces) {
        return of(MarkPicture.of(pieces));
    }

    /** {@return the same of ink that was drawn as {@link MarkPicture} does} */
    static double of(float[] picture) {
        double first = NETWORK.atFirstSight(picture);
        return first > PLAIN ? first : NETWORK.logOdds(picture);
    }

    private static Network read(String name) {
        try (InputStream weights = Likeness.class.getResourceAsStream(name)) {
            return Network.read(new DataInputStream(new BufferedInputStream(Objects.requireNonNull(weights))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
