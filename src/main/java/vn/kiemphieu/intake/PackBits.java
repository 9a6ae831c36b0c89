package vn.kiemphieu.intake;

/** Runs of bytes as TIFF compression 32773 has them. */
final class PackBits {

    private PackBits() {}

    static byte[] exactly(byte[] packed, int length) throws Refused {
        byte[] out = new byte[length];
        int got = 0;
        int at = 0;
        while (got < length && at < packed.length) {
            int n = packed[at++];
            if (n >= 0) {
                int count = Math.min(n + 1, Math.min(length - got, packed.length - at));
                System.arraycopy(packed, at, out, got, count);
                at += n + 1;
                got += count;
            } else if (n != -128 && at < packed.length) {
                int count = Math.min(1 - n, length - got);
                java.util.Arrays.fill(out, got, got + count, packed[at++]);
                got += count;
            }
        }
        if (got < length) {
            throw new Refused(Reason.TRUNCATED, "PackBits, %d / %d".formatted(got, length));
        }
        return out;
    }
}
