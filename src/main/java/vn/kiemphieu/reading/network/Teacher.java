package vn.kiemphieu.reading.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Teaches a network by examples: cross-entropy, small batches, steps by D. Kingma and J. Ba, "Adam: a method for stochastic
 * optimization", ICLR 2015, growing smaller along a cosine (I. Loshchilov, F. Hutter, "SGDR", ICLR 2017), weights drawn
 * towards 0 beside the steps ("Decoupled weight decay regularization", ICLR 2019). The same lessons and seed give the same
 * network on any machine and any number of threads.
 */
public final class Teacher {

    private static final int BATCH = 128;

    /** Each batch is shared out in parts of this size, whose slopes are added in order. */
    private static final int PART = 16;

    private static final double FIRST_STEP = 2e-3;

    /** A network that has learnt before would forget by steps as large as that. */
    private static final double FIRST_STEP_ON = 5e-4;

    private static final double FADING = 1e-4;

    private static final double MEMORY = 0.9;

    private static final double LONG_MEMORY = 0.999;

    private final Network network;
    private final List<float[]> slopes = new ArrayList<>();
    private final List<float[]> means = new ArrayList<>();
    private final List<float[]> squares = new ArrayList<>();
    private int steps;

    private Teacher(Network network) {
        this.network = network;
        for (Convolution layer : network.layers) {
            int n = layer.weights.length + layer.bias.length;
            slopes.add(new float[n]);
            means.add(new float[n]);
            squares.add(new float[n]);
        }
    }

    /** {@return a network that has seen all lessons that many times, each time in another order and other poses} */
    public static Network taught(List<Lesson> lessons, int rounds, long seed) {
        Random random = new Random(seed);
        return taught(Network.untaught(random), FIRST_STEP, lessons, rounds, random);
    }

    /** {@return that network, which has learnt before, after it has seen these lessons that many times too; it is the same object} */
    public static Network taughtOn(Network network, List<Lesson> lessons, int rounds, long seed) {
        return taught(network, FIRST_STEP_ON, lessons, rounds, new Random(seed));
    }

    private static Network taught(Network network, double firstStep, List<Lesson> lessons, int rounds, Random random) {
        Teacher teacher = new Teacher(network);
        List<Lesson> order = new ArrayList<>(lessons);
        int total = rounds * (lessons.size() / BATCH);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int i = 0; i + BATCH <= order.size(); i += BATCH) {
                double step = firstStep * 0.5 * (1 + Math.cos(Math.PI * teacher.steps / total));
                List<Pose> poses =
                        Stream.generate(() -> Pose.any(random)).limit(BATCH).toList();
                teacher.teach(order.subList(i, i + BATCH), poses, step);
            }
        }
        return teacher.network;
    }

    private void teach(List<Lesson> batch, List<Pose> poses, double step) {
        List<List<float[]>> parts = IntStream.range(0, BATCH / PART)
                .parallel()
                .map(p -> p * PART)
                .mapToObj(p -> slopesOf(batch.subList(p, p + PART), poses.subList(p, p + PART)))
                .toList();
        steps++;
        for (int k = 0; k < slopes.size(); k++) {
            float[] slope = slopes.get(k);
            Arrays.fill(slope, 0);
            for (List<float[]> part : parts) {
                float[] share = part.get(k);
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += share[i];
                }
            }
            move(network.layers.get(k), slope, means.get(k), squares.get(k), step);
        }
    }

    private List<float[]> slopesOf(List<Lesson> lessons, List<Pose> poses) {
        List<Convolution> layers = network.layers;
        List<float[]> sums = layers.stream()
                .map(l -> new float[l.weights.length + l.bias.length])
                .toList();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            List<float[]> signals = new ArrayList<>();
            signals.add(poses.get(i).of(lesson.picture()));
            for (Convolution layer : layers) {
                signals.add(layer.forward(signals.get(signals.size() - 1)));
            }
            double odds = 1 / (1 + Math.exp(-signals.get(layers.size())[0]));
            float[] blame = {(float) ((odds - (lesson.isOne() ? 1 : 0)) / BATCH)};
            for (int k = layers.size() - 1; k >= 0; k--) {
                blame = layers.get(k).backward(signals.get(k), signals.get(k + 1), blame, sums.get(k));
            }
        }
        return sums;
    }

    private void move(Convolution layer, float[] slope, float[] mean, float[] square, double step) {
        double settled = 1 - Math.pow(MEMORY, steps);
        double longSettled = 1 - Math.pow(LONG_MEMORY, steps);
        int weights = layer.weights.length;
        for (int i = 0; i < slope.length; i++) {
            mean[i] = (float) (MEMORY * mean[i] + (1 - MEMORY) * slope[i]);
            square[i] = (float) (LONG_MEMORY * square[i] + (1 - LONG_MEMORY) * slope[i] * slope[i]);
            double by = mean[i] / settled / (Math.sqrt(square[i] / longSettled) + 1e-8);
            float[] target = i < weights ? layer.weights : layer.bias;
            int at = i < weights ? i : i - weights;
            target[at] -= (float) (step * (by + FADING * target[at]));
        }
    }
}
