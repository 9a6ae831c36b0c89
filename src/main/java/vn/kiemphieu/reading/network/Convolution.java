package vn.kiemphieu.reading.network;

import java.util.Random;

/**
 * One layer: at each place a weighted sum of what a window of the layer below shows, negative sums cut off where the layer is
 * a hidden one (V. Nair, G. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML 2010). A window as
 * large as the picture makes a fully connected layer.
 *
 * <p>Pictures are square: rows, then columns, then channels. Weights are laid out window first, outputs last, so that the
 * innermost loop runs over the outputs of one input, and nothing is computed for inputs that are 0, as most of them are.
 */
final class Convolution {

    final int side;
    final int channels;
    final int window;
    final int stride;
    final int outputs;
    final boolean hidden;
    final float[] weights;
    final float[] bias;

    /** A layer that knows nothing yet. */
    Convolution(int side, int channels, int window, int stride, int outputs, boolean hidden) {
        this.side = side;
        this.channels = channels;
        this.window = window;
        this.stride = stride;
        this.outputs = outputs;
        this.hidden = hidden;
        this.weights = new float[window * window * channels * outputs];
        this.bias = new float[outputs];
    }

    /** Draws weights by lot, so wide that signals neither fade nor grow (K. He et al., ICCV 2015, eq. 10). */
    void shuffle(Random random) {
        double spread = Math.sqrt(2.0 / (window * window * channels));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (spread * random.nextGaussian());
        }
    }

    int outputSide() {
        return (side - window) / stride + 1;
    }

    float[] forward(float[] below) {
        int places = outputSide();
        float[] above = new float[places * places * outputs];
        float[] sums = new float[outputs];
        for (int v = 0; v < places; v++) {
            for (int u = 0; u < places; u++) {
                System.arraycopy(bias, 0, sums, 0, outputs);
                for (int y = 0; y < window; y++) {
                    int from = rowStart(v, u, y);
                    int weight = y * window * channels * outputs;
                    for (int i = 0; i < window * channels; i++, weight += outputs) {
                        float x = below[from + i];
                        if (x != 0) {
                            for (int o = 0; o < outputs; o++) {
                                sums[o] += x * weights[weight + o];
                            }
                        }
                    }
                }
                int to = (v * places + u) * outputs;
                for (int o = 0; o < outputs; o++) {
                    above[to + o] = hidden ? Math.max(0, sums[o]) : sums[o];
                }
            }
        }
        return above;
    }

    /**
     * Passes blame down (D. Rumelhart, G. Hinton, R. Williams, "Learning representations by back-propagating errors", Nature
     * 323, 1986).
     *
     * @param above what {@link #forward} made of {@code below}
     * @param blame the loss by each of its values; cut off here where the value was
     * @param slope where the loss by each weight, and after them by each bias, is added
     * @return the loss by each value of {@code below}
     */
    float[] backward(float[] below, float[] above, float[] blame, float[] slope) {
        int places = outputSide();
        float[] down = new float[below.length];
        float[] d = new float[outputs];
        for (int v = 0; v < places; v++) {
            for (int u = 0; u < places; u++) {
                int at = (v * places + u) * outputs;
                for (int o = 0; o < outputs; o++) {
                    d[o] = hidden && above[at + o] <= 0 ? 0 : blame[at + o];
                    slope[weights.length + o] += d[o];
                }
                for (int y = 0; y < window; y++) {
                    int from = rowStart(v, u, y);
                    int weight = y * window * channels * outputs;
                    for (int i = 0; i < window * channels; i++, weight += outputs) {
                        float x = below[from + i];
                        if (x != 0) {
                            float sum = 0;
                            for (int o = 0; o < outputs; o++) {
                                slope[weight + o] += x * d[o];
                                sum += d[o] * weights[weight + o];
                            }
                            // What is 0 was cut off below, or is paper: no blame goes further down from there.
                            down[from + i] += sum;
                        }
                    }
                }
            }
        }
        return down;
    }

    private int rowStart(int v, int u, int y) {
        return ((v * stride + y) * side + u * stride) * channels;
    }
}
