package vn.kiemphieu.reading;

/**
 * The handwriting on a page, straightened and coarse: what tells whether the same sheet was scanned twice. A bit map,
 * row by row, eight pixels a byte, most significant first, each row padded to a byte.
 *
 * @param pixelsPerMm resolution, the same both ways
 */
public record InkTrace(byte[] bits, int widthPx, int heightPx, double pixelsPerMm) {

    public InkTrace {
        if (bits.length != (widthPx + 7) / 8 * heightPx) {
            throw new IllegalArgumentException("%d bytes for %d x %d".formatted(bits.length, widthPx, heightPx));
        }
    }

    public boolean inked(int x, int y) {
        return (bits[y * ((widthPx + 7) / 8) + x / 8] & (0x80 >> (x % 8))) != 0;
    }
}
