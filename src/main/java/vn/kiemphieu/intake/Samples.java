package vn.kiemphieu.intake;

/**
 * Packed samples to a raster, by one table for each component: whatever bit depth, palette or inversion a format has
 * ends up in these tables, so that the pixels are exact.
 *
 * @param rowBytes of the packed rows, each of which begins on a byte
 * @param components in the file, one after the other for each pixel; those beyond the tables' are skipped
 * @param tables one for grey or a palette's blue, green and red; indexed by the sample's highest 8 bits at most
 * @param palette whether all three tables are asked with one and the same sample
 */
record Samples(
        int widthPx,
        int heightPx,
        int bits,
        int components,
        int rowBytes,
        byte[][] tables,
        boolean palette,
        boolean littleEndian) {

    /** Samples of 16 bits, if any, with the high byte first, as everywhere but in some TIFF files. */
    Samples(int widthPx, int heightPx, int bits, int components, int rowBytes, byte[][] tables, boolean palette) {
        this(widthPx, heightPx, bits, components, rowBytes, tables, palette, false);
    }

    static int rowBytes(int widthPx, int bits, int components) {
        return Math.toIntExact(((long) widthPx * bits * components + 7) / 8);
    }

    /** {@return a table from the first to the last value of a component, as {@code /Decode} gives them, 0 to 1} */
    static byte[] ramp(int bits, double from, double to) {
        int last = (1 << Math.min(8, bits)) - 1;
        byte[] table = new byte[last + 1];
        for (int i = 0; i <= last; i++) {
            double value = from + (to - from) * i / last;
            table[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return table;
    }

    Picture.Raster raster(byte[] packed, double dpi) {
        int channels = tables.length;
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(widthPx, heightPx), channels)];
        if (bits == 1 && components == 1 && channels == 1) {
            bilevel(packed, out);
        } else {
            for (int y = 0; y < heightPx; y++) {
                row(packed, y, out);
            }
        }
        return new Picture.Raster(out, widthPx, heightPx, channels, dpi);
    }

    /** One byte gives eight pixels at once: most pages of an office scanner are of this kind. */
    private void bilevel(byte[] packed, byte[] out) {
        byte[] table = tables[0];
        byte[] eight = new byte[256 * 8];
        for (int i = 0; i < eight.length; i++) {
            eight[i] = table[(i >> 3) >> (7 - (i & 7)) & 1];
        }
        for (int y = 0; y < heightPx; y++) {
            int at = y * widthPx;
            for (int x = 0; x < widthPx; x += 8) {
                int value = packed[y * rowBytes + (x >> 3)] & 0xFF;
                System.arraycopy(eight, value * 8, out, at + x, Math.min(8, widthPx - x));
            }
        }
    }

    private void row(byte[] packed, int y, byte[] out) {
        int channels = tables.length;
        int at = y * widthPx * channels;
        for (int x = 0; x < widthPx; x++) {
            for (int channel = 0; channel < channels; channel++) {
                // Files store red first, rasters blue.
                int component = palette || channels == 1 ? 0 : channels - 1 - channel;
                int sample = sample(packed, y * rowBytes, x * components + component);
                out[at++] = tables[channel][Math.min(sample, tables[channel].length - 1)];
            }
        }
    }

    private int sample(byte[] packed, int rowAt, int index) {
        if (bits == 16) {
            return packed[rowAt + 2 * index + (littleEndian ? 1 : 0)] & 0xFF;
        }
        if (bits == 8) {
            return packed[rowAt + index] & 0xFF;
        }
        int bit = index * bits;
        return packed[rowAt + (bit >> 3)] >> (8 - bits - (bit & 7)) & (1 << bits) - 1;
    }
}
