package vn.kiemphieu.intake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated data, unpacked strictly: not less than was promised, never more than was allowed, and proved by its checksum. */
final class Inflation {

    private static final int STEP = 1 << 16;

    private Inflation() {}

    static byte[] exactly(byte[] packed, int length) throws Refused {
        return exactly(new ByteArrayInputStream(packed), length);
    }

    /**
     * {@return the first {@code length} bytes}
     *
     * @param length known from the image's size; whatever follows is not unpacked beyond a little filling
     */
    static byte[] exactly(InputStream packed, int length) throws Refused {
        byte[] out = new byte[length];
        int got = run(packed, out);
        if (got < length) {
            throw new Refused(Reason.TRUNCATED, "Flate, %d / %d".formatted(got, length));
        }
        return out;
    }

    /** {@return everything, where the size is not known before} */
    static byte[] all(InputStream packed, int limit) throws Refused {
        byte[] out = new byte[Math.min(limit, STEP)];
        Inflater inflater = new Inflater();
        try {
            int got = 0;
            byte[] in = new byte[STEP];
            while (!inflater.finished()) {
                feed(inflater, packed, in);
                if (got == out.length) {
                    if (got >= limit) {
                        throw new Refused(Reason.TOO_HEAVY, "> " + (limit >> 20), limit >> 20);
                    }
                    out = Arrays.copyOf(out, (int) Math.min(limit, 2L * got));
                }
                got += inflater.inflate(out, got, out.length - got);
            }
            return Arrays.copyOf(out, got);
        } catch (DataFormatException | IOException e) {
            throw new Refused(Reason.CORRUPT, "Flate");
        } finally {
            inflater.end();
        }
    }

    /** {@return how much it is} Unpacks to nowhere, to see that it ends well and within the limit. */
    static long prove(InputStream packed, long limit) throws Refused {
        Inflater inflater = new Inflater();
        byte[] in = new byte[STEP];
        byte[] out = new byte[STEP];
        try {
            while (!inflater.finished()) {
                feed(inflater, packed, in);
                inflater.inflate(out);
                if (inflater.getBytesWritten() > limit) {
                    throw new Refused(Reason.TOO_HEAVY, "> " + (limit >> 20), limit >> 20);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException | IOException e) {
            throw new Refused(Reason.CORRUPT, "Flate");
        } finally {
            inflater.end();
        }
    }

    private static int run(InputStream packed, byte[] out) throws Refused {
        Inflater inflater = new Inflater();
        byte[] in = new byte[STEP];
        byte[] filling = new byte[STEP];
        int got = 0;
        try {
            while (!inflater.finished() && got < out.length) {
                feed(inflater, packed, in);
                got += inflater.inflate(out, got, out.length - got);
            }
            // The checksum stands behind the last byte, and some writers fill up with one more row.
            for (int steps = 0; !inflater.finished() && steps < 4; steps++) {
                feed(inflater, packed, in);
                inflater.inflate(filling);
            }
            return got;
        } catch (EOFException e) {
            return got;
        } catch (DataFormatException e) {
            throw new Refused(Reason.CORRUPT, "Flate");
        } catch (IOException e) {
            throw new Refused(Reason.TRUNCATED, "Flate, %d / %d".formatted(got, out.length));
        } finally {
            inflater.end();
        }
    }

    private static void feed(Inflater inflater, InputStream packed, byte[] in) throws IOException, Refused {
        if (inflater.needsDictionary()) {
            throw new Refused(Reason.CORRUPT, "Flate");
        }
        if (inflater.needsInput()) {
            int n = packed.read(in);
            if (n <= 0) {
                throw new EOFException();
            }
            inflater.setInput(in, 0, n);
        }
    }
}
