package vn.kiemphieu.reading.network;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A way to lay a picture down: turned over, about, or on its side, and pushed a little. What tells the kinds of pictures apart
 * must not depend on it.
 */
record Pose(boolean mirrored, boolean upsideDown, boolean onItsSide, int right, int down) {

    /** The eight that push nothing; the first is the picture as it is. */
    static final List<Pose> ALL = IntStream.range(0, 8)
            .mapToObj(i -> new Pose((i & 1) != 0, (i & 2) != 0, (i & 4) != 0, 0, 0))
            .toList();

    static Pose any(Random random) {
        return new Pose(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) - 1,
                random.nextInt(3) - 1);
    }

    float[] of(float[] picture) {
        int side = Network.SIDE;
        int channels = Network.CHANNELS;
        float[] laid = new float[picture.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int v = (upsideDown ? side - 1 - y : y) + down;
                int u = (mirrored ? side - 1 - x : x) + right;
                if (v >= 0 && u >= 0 && v < side && u < side) {
                    int to = (onItsSide ? u * side + v : v * side + u) * channels;
                    System.arraycopy(picture, (y * side + x) * channels, laid, to, channels);
                }
            }
        }
        return laid;
    }
}
