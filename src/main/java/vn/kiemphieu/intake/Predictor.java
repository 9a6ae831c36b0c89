package vn.kiemphieu.intake;

/** Undoes what a writer did to samples so that they pack better: each was replaced by its difference to a neighbour. */
final class Predictor {

    private Predictor() {}

    /** Differences to the pixel on the left, in place (TIFF predictor 2). */
    static void left(byte[] rows, int rowBytes, int bits, int components, boolean littleEndian) throws Refused {
        if (bits == 16) {
            left16(rows, rowBytes, components, littleEndian);
            return;
        }
        if (bits != 8) {
            throw new Refused(Reason.UNSUPPORTED, "predictor 2, %d bit".formatted(bits));
        }
        for (int row = 0; row + rowBytes <= rows.length; row += rowBytes) {
            for (int i = row + components; i < row + rowBytes; i++) {
                rows[i] += rows[i - components];
            }
        }
    }

    private static void left16(byte[] rows, int rowBytes, int components, boolean littleEndian) {
        int high = littleEndian ? 1 : 0;
        int low = 1 - high;
        for (int row = 0; row + rowBytes <= rows.length; row += rowBytes) {
            for (int i = row + 2 * components; i + 1 < row + rowBytes; i += 2) {
                int before = i - 2 * components;
                int sum = ((rows[i + high] & 0xFF) << 8 | rows[i + low] & 0xFF)
                        + ((rows[before + high] & 0xFF) << 8 | rows[before + low] & 0xFF);
                rows[i + high] = (byte) (sum >> 8);
                rows[i + low] = (byte) sum;
            }
        }
    }

    /** {@return the rows without the filter byte before each, every filter undone (as in PNG, section 9)} */
    static byte[] png(byte[] filtered, int rowBytes, int pixelBytes) throws Refused {
        int rows = filtered.length / (rowBytes + 1);
        byte[] out = new byte[rows * rowBytes];
        for (int y = 0; y < rows; y++) {
            int from = y * (rowBytes + 1);
            int to = y * rowBytes;
            System.arraycopy(filtered, from + 1, out, to, rowBytes);
            pngRow(filtered[from], out, to, rowBytes, pixelBytes);
        }
        return out;
    }

    private static void pngRow(int filter, byte[] out, int at, int rowBytes, int pixelBytes) throws Refused {
        if (filter < 0 || filter > 4) {
            throw new Refused(Reason.CORRUPT, "predictor " + filter);
        }
        for (int i = 0; i < rowBytes && filter != 0; i++) {
            int left = i >= pixelBytes ? out[at + i - pixelBytes] & 0xFF : 0;
            int up = at > 0 ? out[at + i - rowBytes] & 0xFF : 0;
            int corner = at > 0 && i >= pixelBytes ? out[at + i - rowBytes - pixelBytes] & 0xFF : 0;
            out[at + i] += (byte)
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> paeth(left, up, corner);
                    };
        }
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
