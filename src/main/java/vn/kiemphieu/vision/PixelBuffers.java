package vn.kiemphieu.vision;

import java.util.Arrays;

/**
 * Room for one number a pixel, kept by each thread from page to page: arrays of 16 MB made anew for every page would
 * keep the collector busier than the reading.
 */
final class PixelBuffers {

    private static final ThreadLocal<PixelBuffers> OWN = ThreadLocal.withInitial(PixelBuffers::new);

    private int[] labels = new int[0];
    private int[] origins = new int[0];
    private int[] queue = new int[0];
    private byte[] bytes = new byte[0];
    private byte[] samples = new byte[0];

    private PixelBuffers() {}

    /** {@return this thread's buffers, each at least that long; whoever asks again may overwrite them} */
    static PixelBuffers ofAtLeast(int pixels) {
        PixelBuffers own = OWN.get();
        if (own.labels.length < pixels) {
            own.labels = new int[pixels];
            own.origins = new int[pixels];
            own.queue = new int[pixels];
            own.bytes = new byte[pixels];
            own.samples = new byte[pixels];
        }
        return own;
    }

    /** {@return one number a pixel, all 0} */
    int[] labels() {
        Arrays.fill(labels, 0);
        return labels;
    }

    /** {@return one number a pixel, whatever was there before} */
    int[] origins() {
        return origins;
    }

    /** {@return room for every pixel once, whatever was there before} */
    int[] queue() {
        return queue;
    }

    /** {@return one small number a pixel, all 0} */
    byte[] bytes() {
        Arrays.fill(bytes, (byte) 0);
        return bytes;
    }

    /** {@return one sample a pixel, whatever was there before} */
    byte[] samples() {
        return samples;
    }
}
