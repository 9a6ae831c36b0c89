package vn.kiemphieu.intake;

/**
 * Fax images (ITU-T T.4 and T.6), decoded strictly: every row, every code. The common decoders carry on after a damaged
 * code with white paper, and paper without marks is the one thing that must not be made up here.
 */
final class FaxDecoder {

    /** How rows are written. */
    enum Scheme {
        /** Runs only, each row from a new byte, no end-of-line codes (TIFF compression 2). */
        RUNS,
        /** Group 3: every row starts with an end-of-line code, or none does; rows of runs. */
        GROUP3,
        /** Group 3, rows of runs or of differences to the row above, told by a bit after the end-of-line code. */
        GROUP3_MIXED,
        /** Group 4: differences to the row above. */
        GROUP4
    }

    private static final int EOL = 1;
    private static final int EOL_BITS = 12;

    private final byte[] data;
    private final int width;
    private final Scheme scheme;
    private final boolean byteAligned;
    private final long bitEnd;
    private long bit;

    /** Where the colour changes in the row above and in this one, from white on; then the width, several times. */
    private int[] above;

    private int[] here;
    private int changes;

    FaxDecoder(byte[] data, int width, Scheme scheme, boolean byteAligned) {
        this.data = data;
        this.width = width;
        this.scheme = scheme;
        this.byteAligned = byteAligned;
        this.bitEnd = 8L * data.length;
        this.above = new int[width + 6];
        this.here = new int[width + 6];
        close(above, 0);
    }

    /** {@return {@code rows} rows of packed bits, 1 is black} */
    byte[] decode(int rows) throws Refused {
        int rowBytes = (width + 7) / 8;
        byte[] out = new byte[Math.multiplyExact(rowBytes, rows)];
        for (int y = 0; y < rows; y++) {
            changes = 0;
            row(y);
            close(here, changes);
            paint(out, y * rowBytes);
            int[] done = here;
            here = above;
            above = done;
        }
        return out;
    }

    private void row(int y) throws Refused {
        boolean differences = scheme == Scheme.GROUP4;
        if (scheme == Scheme.GROUP3 || scheme == Scheme.GROUP3_MIXED) {
            boolean marked = skipEndOfLine();
            differences = scheme == Scheme.GROUP3_MIXED && marked && take(1) == 0;
        }
        if (byteAligned && scheme != Scheme.GROUP3 && scheme != Scheme.GROUP3_MIXED || scheme == Scheme.RUNS) {
            bit = bit + 7 & ~7L;
        }
        if (bit >= bitEnd || scheme == Scheme.GROUP4 && peek(EOL_BITS) == EOL) {
            throw new Refused(Reason.TRUNCATED, "CCITT, " + y);
        }
        if (differences) {
            differences(y);
        } else {
            runs(y);
        }
    }

    /** Before an end-of-line code any number of zeros may fill up. */
    private boolean skipEndOfLine() throws Refused {
        long from = bit;
        while (bit < bitEnd && peek(1) == 0) {
            bit++;
        }
        if (bit - from >= EOL_BITS - 1 && bit < bitEnd) {
            bit++;
            return true;
        }
        bit = byteAligned ? from + 7 & ~7L : from;
        return false;
    }

    private void runs(int y) throws Refused {
        int at = 0;
        for (boolean white = true; at < width; white = !white) {
            at += run(white, y);
            change(at, y);
        }
    }

    private void differences(int y) throws Refused {
        int at = -1;
        boolean white = true;
        int next = 0;
        while (at < width) {
            // The first change in the row above, right of here, from this colour to the other.
            next = Math.max(0, next - 2) & ~1 | (white ? 0 : 1);
            while (above[next] <= at && above[next] < width) {
                next += 2;
            }
            int from = at;
            int mode = peek(7);
            if (mode >> 6 == 1) {
                at = vertical(1, above[next], y);
                white = !white;
            } else if (mode >> 4 == 1) {
                bit += 3;
                int first = Math.max(at, 0) + run(white, y);
                change(first, y);
                at = first + run(!white, y);
                change(at, y);
            } else if (mode >> 3 == 1) {
                bit += 4;
                at = above[next + 1];
            } else {
                at = vertical(mode, above[next], y);
                white = !white;
            }
            if (at < from) {
                throw new Refused(Reason.CORRUPT, "CCITT, " + y);
            }
        }
    }

    /** {@return the place of a change that lies up to three pixels beside one in the row above} */
    private int vertical(int mode, int place, int y) throws Refused {
        int shift;
        if (mode == 1) {
            bit++;
            shift = 0;
        } else if (mode >> 4 == 0b011 || mode >> 4 == 0b010) {
            bit += 3;
            shift = mode >> 4 == 0b011 ? 1 : -1;
        } else if (mode >> 1 == 0b000011 || mode >> 1 == 0b000010) {
            bit += 6;
            shift = mode >> 1 == 0b000011 ? 2 : -2;
        } else if (mode == 0b0000011 || mode == 0b0000010) {
            bit += 7;
            shift = mode == 0b0000011 ? 3 : -3;
        } else {
            throw new Refused(bit + EOL_BITS > bitEnd ? Reason.TRUNCATED : Reason.CORRUPT, "CCITT, " + y);
        }
        change(place + shift, y);
        return place + shift;
    }

    private void change(int at, int y) throws Refused {
        int before = changes == 0 ? 0 : here[changes - 1];
        if (at < before || at > width) {
            throw new Refused(Reason.CORRUPT, "CCITT, " + y);
        }
        if (changes > 0 && at == before) {
            // A run of no length: the colour changed back at once, so nothing changed.
            changes--;
        } else {
            here[changes++] = at;
        }
    }

    private int run(boolean white, int y) throws Refused {
        FaxCodes codes = white ? FaxCodes.WHITE : FaxCodes.BLACK;
        int total = 0;
        while (true) {
            int found = codes.lookUp(peek(FaxCodes.BITS));
            if (found == FaxCodes.NONE || bit + (found & 15) > bitEnd) {
                throw new Refused(bit + FaxCodes.BITS > bitEnd ? Reason.TRUNCATED : Reason.CORRUPT, "CCITT, " + y);
            }
            bit += found & 15;
            int run = found >> 4;
            total += run;
            if (run < 64) {
                return total;
            }
            if (total > width) {
                throw new Refused(Reason.CORRUPT, "CCITT, " + y);
            }
        }
    }

    private void close(int[] row, int from) {
        for (int i = from; i < Math.min(row.length, from + 4); i++) {
            row[i] = width;
        }
    }

    private void paint(byte[] out, int rowAt) {
        for (int i = 0; i < changes; i += 2) {
            int from = here[i];
            int to = i + 1 < changes ? here[i + 1] : width;
            for (int x = from; x < to; x++) {
                if ((x & 7) == 0 && x + 8 <= to) {
                    out[rowAt + (x >> 3)] = (byte) 0xFF;
                    x += 7;
                } else {
                    out[rowAt + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
    }

    private int take(int bits) {
        int value = peek(bits);
        bit += bits;
        return value;
    }

    /** {@return the next bits, zeros beyond the end} */
    private int peek(int bits) {
        int at = (int) (bit >> 3);
        int window = 0;
        for (int i = 0; i < 3; i++) {
            window = window << 8 | (at + i < data.length ? data[at + i] & 0xFF : 0);
        }
        return window >> (24 - bits - (int) (bit & 7)) & (1 << bits) - 1;
    }
}
