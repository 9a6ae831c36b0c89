package vn.kiemphieu.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import vn.kiemphieu.reading.network.Network;

/**
 * How much the ink of a cell looks like an X to two networks that have seen many: a second opinion that knows nothing of strokes
 * and crossings, the mean of both (L. Hansen, P. Salamon, "Neural network ensembles", IEEE PAMI 12(10), 1990). What they learnt
 * from and how is told in {@code docs/decisions/marks.md}.
 */
final class Likeness {

    /**
     * Nearly nine of ten X's look more like one at first sight. A second look changes nothing there: of 6,712 such X's and of the 26
     * others among 5,637 that look so none fell below the bounds of {@link CellJudge}.
     */
    private static final double PLAIN = 4;

    /** Taught by other hands and other kinds of marks; what one takes for an X by mistake the other seldom does. */
    private static final List<Network> NETWORKS = List.of(read("network-1.bin"), read("network-2.bin"));

    private Likeness() {}

    /** {@return the logarithm of the odds that it is an X} */
    static double of(List<InkPiece> pieces) {
        return of(MarkPicture.of(pieces));
    }

    /** {@return the same of ink that was drawn as {@link MarkPicture} does} */
    static double of(float[] picture) {
        double first = mean(network -> network.atFirstSight(picture));
        return first > PLAIN ? first : mean(network -> network.logOdds(picture));
    }

    private static double mean(ToDoubleFunction<Network> look) {
        return NETWORKS.stream().mapToDouble(look).average().orElseThrow();
    }

    private static Network read(String name) {
        try (InputStream weights = Likeness.class.getResourceAsStream(name)) {
            return Network.read(new DataInputStream(new BufferedInputStream(Objects.requireNonNull(weights))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
