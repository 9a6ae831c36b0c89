package vn.kiemphieu.reading.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A convolutional network that tells one kind of picture from all others (Y. LeCun et al., "Gradient-based learning applied
 * to document recognition", Proc. IEEE 86(11), 1998). Safe for several threads at once while nobody teaches it.
 */
public final class Network {

    /** Pixels along each side of a picture. */
    public static final int SIDE = 40;

    /** Values of one pixel. */
    public static final int CHANNELS = 2;

    final List<Convolution> layers;

    private Network() {
        List<Convolution> made = new ArrayList<>();
        made.add(new Convolution(SIDE, CHANNELS, 5, 2, 16, true));
        made.add(above(made, 3, 2, 32, true));
        made.add(above(made, 3, 1, 48, true));
        made.add(above(made, made.get(2).outputSide(), 1, 64, true));
        made.add(above(made, 1, 1, 1, false));
        layers = List.copyOf(made);
    }

    private static Convolution above(List<Convolution> below, int window, int stride, int outputs, boolean hidden) {
        Convolution top = below.get(below.size() - 1);
        return new Convolution(top.outputSide(), top.outputs, window, stride, outputs, hidden);
    }

    /** {@return a network that knows nothing yet} */
    static Network untaught(Random random) {
        Network network = new Network();
        network.layers.forEach(layer -> layer.shuffle(random));
        return network;
    }

    /** {@return the network that was written by {@link #write}} */
    public static Network read(DataInputStream from) throws IOException {
        Network network = new Network();
        for (Convolution layer : network.layers) {
            for (int i = 0; i < layer.weights.length; i++) {
                layer.weights[i] = from.readFloat();
            }
            for (int i = 0; i < layer.bias.length; i++) {
                layer.bias[i] = from.readFloat();
            }
        }
        return network;
    }

    /** Writes all weights, then the bias, of one layer after the other, big-endian. */
    public void write(DataOutputStream to) throws IOException {
        for (Convolution layer : layers) {
            for (float w : layer.weights) {
                to.writeFloat(w);
            }
            for (float b : layer.bias) {
                to.writeFloat(b);
            }
        }
    }

    /**
     * Looks at a picture in all eight ways to lay it down.
     *
     * @param picture {@link #SIDE} rows of {@link #SIDE} pixels of {@link #CHANNELS} values, 0..1
     * @return the logarithm of the odds that it is of that kind: 0 is even, +5 some 150 to 1 among pictures like those that
     *     were learnt from
     */
    public double logOdds(float[] picture) {
        return Pose.ALL.stream()
                .mapToDouble(pose -> atFirstSight(pose.of(picture)))
                .average()
                .orElseThrow();
    }

    /** {@return the same from one look at the picture as it lies: an eighth of the time, and less reliable} */
    public double atFirstSight(float[] picture) {
        float[] signal = picture;
        for (Convolution layer : layers) {
            signal = layer.forward(signal);
        }
        return signal[0];
    }
}
