package vn.kiemphieu.intake;

/**
 * The image of one page as it came, not yet decoded where that can wait: a JPEG of 300 dpi takes 45 ms to decode fully
 * and a quarter of that when only a smaller grey image is wanted, so the reader of the image chooses.
 */
public sealed interface Picture {

    /** Dots per inch as the file claims, or 0 where it does not say. Never to be trusted, only to be tried first. */
    double claimedDpi();

    /**
     * A complete JPEG, PNG, BMP or one-page TIFF stream that OpenCV decodes exactly. Its pixels stay within the pixel
     * budget: intake has read the header.
     *
     * @param widthPx as encoded, before any turn; so is {@code heightPx}
     * @param mirrored whether the decoded image is to be flipped left to right, before it is turned
     * @param quarterTurns how many times the decoded image is to be turned clockwise by 90° to stand as the file says
     *     (PDF /Rotate, EXIF orientation); the decoder must not apply EXIF orientation by itself
     * @param inverted whether black and white are swapped (PDF /Decode [1 0])
     */
    record Encoded(
            byte[] bytes,
            int widthPx,
            int heightPx,
            boolean mirrored,
            int quarterTurns,
            boolean inverted,
            double claimedDpi)
            implements Picture {

        public Encoded {
            if (quarterTurns < 0 || quarterTurns > 3) {
                throw new IllegalArgumentException("0 to 3 quarter turns, not " + quarterTurns);
            }
        }

        /** An image that is not mirrored. */
        public Encoded(byte[] bytes, int widthPx, int heightPx, int quarterTurns, boolean inverted, double claimedDpi) {
            this(bytes, widthPx, heightPx, false, quarterTurns, inverted, claimedDpi);
        }
    }

    /**
     * Decoded samples, row by row without padding, standing as the file says.
     *
     * @param channels 1 (grey, 0 is black) or 3 (blue, green, red)
     */
    record Raster(byte[] samples, int widthPx, int heightPx, int channels, double claimedDpi) implements Picture {

        public Raster {
            if (samples.length != (long) widthPx * heightPx * channels) {
                throw new IllegalArgumentException(
                        "%d samples for %d x %d x %d".formatted(samples.length, widthPx, heightPx, channels));
            }
        }
    }
}
