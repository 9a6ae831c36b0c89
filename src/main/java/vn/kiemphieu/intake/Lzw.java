package vn.kiemphieu.intake;

import java.util.Arrays;

/** LZW as TIFF and PDF have it, unpacked strictly and never beyond a limit. */
final class Lzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int CODES = 4096;

    private final byte[] packed;
    private final int early;
    private final int[] before = new int[CODES];
    private final byte[] last = new byte[CODES];
    private final int[] lengths = new int[CODES];
    private byte[] out;
    private int got;
    private long bit;

    private Lzw(byte[] packed, int firstSize, int early) {
        this.packed = packed;
        this.early = early;
        this.out = new byte[firstSize];
        for (int i = 0; i < 256; i++) {
            last[i] = (byte) i;
            lengths[i] = 1;
        }
    }

    /** {@return the first {@code length} bytes} */
    static byte[] exactly(byte[] packed, int length) throws Refused {
        Lzw lzw = new Lzw(packed, length, 1);
        lzw.run(length, true);
        if (lzw.got < length) {
            throw new Refused(Reason.TRUNCATED, "LZW, %d / %d".formatted(lzw.got, length));
        }
        return lzw.out;
    }

    /**
     * {@return everything}
     *
     * @param early how many codes before its need the next longer code comes: 1, or 0 where a PDF says so
     */
    static byte[] all(byte[] packed, int limit, int early) throws Refused {
        Lzw lzw = new Lzw(packed, Math.min(limit, 1 << 16), early);
        lzw.run(limit, false);
        return Arrays.copyOf(lzw.out, lzw.got);
    }

    private void run(int limit, boolean stopAtLimit) throws Refused {
        int bits = 9;
        int next = END + 1;
        int previous = -1;
        while (!(stopAtLimit && got >= limit)) {
            int code = code(bits);
            if (code == END || code < 0) {
                return;
            }
            if (code == CLEAR) {
                bits = 9;
                next = END + 1;
                previous = -1;
                continue;
            }
            if (previous < 0 ? code > 255 : code > next || next >= CODES && code >= CODES) {
                throw new Refused(Reason.CORRUPT, "LZW");
            }
            if (previous >= 0 && next < CODES) {
                before[next] = previous;
                lengths[next] = lengths[previous] + 1;
                last[next] = first(code == next ? previous : code);
                next++;
            } else if (previous >= 0 && code >= next) {
                throw new Refused(Reason.CORRUPT, "LZW");
            }
            write(code, limit, stopAtLimit);
            previous = code;
            if (next + early >= 1 << bits && bits < 12) {
                bits++;
            }
        }
    }

    private byte first(int code) {
        int at = code;
        while (lengths[at] > 1) {
            at = before[at];
        }
        return last[at];
    }

    private void write(int code, int limit, boolean cut) throws Refused {
        int length = lengths[code];
        if (got + length > limit && !cut) {
            throw new Refused(Reason.TOO_HEAVY, "> " + (limit >> 20), limit >> 20);
        }
        if (got + length > out.length && out.length < limit) {
            out = Arrays.copyOf(out, (int) Math.min(limit, Math.max(2L * out.length, got + (long) length)));
        }
        int at = code;
        for (int i = got + length - 1; i >= got; i--) {
            if (i < out.length) {
                out[i] = last[at];
            }
            at = before[at];
        }
        got = Math.min(limit, got + length);
    }

    private int code(int bits) {
        if (bit + bits > 8L * packed.length) {
            return -1;
        }
        int at = (int) (bit >> 3);
        int window = 0;
        for (int i = 0; i < 3; i++) {
            window = window << 8 | (at + i < packed.length ? packed[at + i] & 0xFF : 0);
        }
        int code = window >> (24 - bits - (int) (bit & 7)) & (1 << bits) - 1;
        bit += bits;
        return code;
    }
}
