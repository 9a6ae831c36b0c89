package vn.kiemphieu.intake;

import java.nio.ByteOrder;

/** Numbers in a byte array, never beyond its end: what lies there was cut off, and that is said. */
final class Bytes {

    private final byte[] array;
    private final boolean littleEndian;

    Bytes(byte[] array, ByteOrder order) {
        this.array = array;
        this.littleEndian = order == ByteOrder.LITTLE_ENDIAN;
    }

    int length() {
        return array.length;
    }

    int u8(long at) throws Refused {
        if (at < 0 || at >= array.length) {
            throw new Refused(Reason.TRUNCATED, "byte " + at);
        }
        return array[(int) at] & 0xFF;
    }

    int u16(long at) throws Refused {
        int first = u8(at);
        int second = u8(at + 1);
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    long u32(long at) throws Refused {
        long first = u16(at);
        long second = u16(at + 2);
        return littleEndian ? second << 16 | first : first << 16 | second;
    }

    int i32(long at) throws Refused {
        return (int) u32(at);
    }

    boolean has(long at, String ascii) {
        if (at < 0 || at + ascii.length() > array.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (array[(int) at + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
