package vn.kiemphieu.intake;

import java.nio.ByteOrder;
import java.util.Set;

/** The sizes that the segments of a JBIG2 stream claim (ITU-T T.88, 7.2 and 7.4), held against the budget before they are believed. */
final class Jbig2 {

    private static final int PAGE = 48;

    /** Those that draw, and so begin with a size. */
    private static final Set<Integer> REGIONS = Set.of(4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43);

    private static final Set<Integer> OTHERS = Set.of(0, 16, 49, 50, 51, 52, 53, 62);

    private static final long UNKNOWN = 0xFFFFFFFFL;

    private Jbig2() {}

    static void refuseLarge(byte[] stream) throws Refused {
        Bytes bytes = new Bytes(stream, ByteOrder.BIG_ENDIAN);
        long at = 0;
        while (at + 11 <= stream.length) {
            long number = bytes.u32(at);
            int flags = bytes.u8(at + 4);
            int type = flags & 0x3F;
            long referred = bytes.u8(at + 5) >> 5;
            long header = at + 6;
            if (referred == 7) {
                referred = bytes.u32(at + 5) & 0x1FFFFFFF;
                header = at + 9 + (referred + 8) / 8;
            }
            header += referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4);
            header += (flags & 0x40) != 0 ? 4 : 1;
            long length = bytes.u32(header);
            long data = header + 4;
            if (type == PAGE || REGIONS.contains(type)) {
                size(bytes, data, type == PAGE);
            } else if (!OTHERS.contains(type)) {
                throw new Refused(Reason.CORRUPT, "JBIG2");
            }
            if (length == UNKNOWN) {
                return;
            }
            at = data + length;
        }
    }

    private static void size(Bytes bytes, long at, boolean mayBeOpen) throws Refused {
        long width = bytes.u32(at);
        long height = bytes.u32(at + 4);
        if (!(mayBeOpen && height == UNKNOWN)) {
            PixelBudget.check(width, height, PixelBudget.HEAP_PIXELS);
        }
    }
}
