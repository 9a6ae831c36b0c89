package vn.kiemphieu.reading.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    /** The blame passed down and the slope of each weight are what moving it a little does to the output. */
    @ParameterizedTest
    @CsvSource({"7, 2, 3, 2, 4, false", "6, 1, 3, 1, 3, true", "4, 3, 4, 1, 2, false"})
    void passesBlameDownAsTheOutputChanges(
            int side, int channels, int window, int stride, int outputs, boolean hidden) {
        Random random = new Random(5);
        Convolution layer = new Convolution(side, channels, window, stride, outputs, hidden);
        layer.shuffle(random);
        float[] below = noise(side * side * channels, random);
        float[] above = layer.forward(below);
        float[] blame = noise(above.length, random);
        float[] slope = new float[layer.weights.length + layer.bias.length];

        float[] down = layer.backward(below, above, blame, slope);

        for (int i = 0; i < below.length; i++) {
            assertThat(down[i]).isCloseTo(change(layer, below, below, i, blame), within(2e-2f));
        }
        for (int i = 0; i < layer.weights.length; i++) {
            assertThat(slope[i]).isCloseTo(change(layer, below, layer.weights, i, blame), within(2e-2f));
        }
        for (int i = 0; i < outputs; i++) {
            assertThat(slope[layer.weights.length + i])
                    .isCloseTo(change(layer, below, layer.bias, i, blame), within(2e-2f));
        }
    }

    private static float change(Convolution layer, float[] below, float[] moved, int i, float[] blame) {
        float before = moved[i];
        moved[i] = before + 1e-2f;
        double up = dot(layer.forward(below), blame);
        moved[i] = before - 1e-2f;
        double low = dot(layer.forward(below), blame);
        moved[i] = before;
        return (float) ((up - low) / 2e-2);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void learnsToTellCrossesFromSquaresItHasNotSeen() {
        Network network = Teacher.taught(lessons(1024, 1), 6, 3);

        for (Lesson lesson : lessons(100, 2)) {
            assertThat(network.logOdds(lesson.picture()) > 0).isEqualTo(lesson.isOne());
            assertThat(network.atFirstSight(lesson.picture()) > 0).isEqualTo(lesson.isOne());
        }
    }

    @Test
    void learnsOnWithoutForgettingWhatItKnew() throws IOException {
        Network network = Teacher.taught(lessons(1024, 1), 6, 3);
        byte[] before = bytes(network);

        Network on = Teacher.taughtOn(network, lessons(256, 5), 1, 4);

        assertThat(bytes(on)).isNotEqualTo(before);
        for (Lesson lesson : lessons(100, 2)) {
            assertThat(on.logOdds(lesson.picture()) > 0).isEqualTo(lesson.isOne());
        }
    }

    @Test
    void learnsTheSameOnAnyNumberOfThreads() throws Exception {
        List<Lesson> lessons = lessons(256, 1);
        byte[] alone = taughtOn(1, lessons);

        byte[] together = taughtOn(4, lessons);

        assertThat(together).isEqualTo(alone);
        assertThat(bytes(Teacher.taught(lessons, 1, 4))).isNotEqualTo(alone);
    }

    private static byte[] taughtOn(int threads, List<Lesson> lessons) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> bytes(Teacher.taught(lessons, 1, 3))).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Network network = Network.untaught(new Random(1));
        float[] picture = noise(Network.SIDE * Network.SIDE * Network.CHANNELS, new Random(2));

        Network read = Network.read(new DataInputStream(new ByteArrayInputStream(bytes(network))));

        assertThat(read.logOdds(picture)).isEqualTo(network.logOdds(picture)).isNotZero();
    }

    @Test
    void seesAPictureInEachOfItsEightPoses() {
        float[] picture = noise(Network.SIDE * Network.SIDE * Network.CHANNELS, new Random(2));

        assertThat(Pose.ALL.stream().map(pose -> pose.of(picture)).distinct()).hasSize(8);
        assertThat(Pose.ALL.get(0).of(picture)).isEqualTo(picture);
        for (Pose pose : Pose.ALL) {
            Network network = Network.untaught(new Random(1));
            assertThat(network.logOdds(pose.of(picture)))
                    .as("turning a picture changes nothing")
                    .isCloseTo(network.logOdds(picture), within(1e-5));
        }
    }

    private static byte[] bytes(Network network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static float[] noise(int length, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static List<Lesson> lessons(int count, long seed) {
        Random random = new Random(seed);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean cross = i % 2 == 0;
            float[] picture = new float[Network.SIDE * Network.SIDE * Network.CHANNELS];
            int size = 14 + random.nextInt(20);
            int left = random.nextInt(Network.SIDE - size);
            int top = random.nextInt(Network.SIDE - size);
            for (int k = 0; k <= size; k++) {
                int last = size - k;
                int[][] spots =
                        cross ? new int[][] {{k, k}, {k, last}} : new int[][] {{k, 0}, {k, size}, {0, k}, {size, k}};
                for (int[] spot : spots) {
                    int at = ((top + Math.min(spot[1], size - 1)) * Network.SIDE + left + Math.min(spot[0], size - 1))
                            * Network.CHANNELS;
                    picture[at] = 1;
                    picture[at + 1] = 1;
                }
            }
            lessons.add(new Lesson(picture, cross));
        }
        return lessons;
    }
}
