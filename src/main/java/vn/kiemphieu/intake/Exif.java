package vn.kiemphieu.intake;

import java.nio.ByteOrder;
import java.util.Arrays;

/** The two things a camera writes about a picture that matter here: which way up, and how many dots per inch. */
record Exif(int orientation, double dpi) {

    static final Exif NONE = new Exif(1, 0);

    private static final int ORIENTATION = 0x112;
    private static final int X_RESOLUTION = 0x11A;
    private static final int RESOLUTION_UNIT = 0x128;

    /** {@return what the block says; a damaged one says nothing, for the image beside it may be whole} */
    static Exif parse(byte[] file, int from, int to) {
        byte[] block = Arrays.copyOfRange(file, from, Math.max(from, Math.min(to, file.length)));
        boolean little = block.length > 1 && block[0] == 'I';
        try {
            return directory(new Bytes(block, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
        } catch (Refused e) {
            return NONE;
        }
    }

    private static Exif directory(Bytes bytes) throws Refused {
        long at = bytes.u32(4);
        int entries = bytes.u16(at);
        int orientation = 1;
        double resolution = 0;
        boolean centimetres = false;
        for (int i = 0; i < entries; i++) {
            long entry = at + 2 + 12L * i;
            switch (bytes.u16(entry)) {
                case ORIENTATION -> orientation = bytes.u16(entry + 8);
                case X_RESOLUTION -> {
                    long value = bytes.u32(entry + 8);
                    resolution = bytes.u32(value) / (double) Math.max(1, bytes.u32(value + 4));
                }
                case RESOLUTION_UNIT -> centimetres = bytes.u16(entry + 8) == 3;
                default -> {}
            }
        }
        return new Exif(orientation, centimetres ? resolution * 2.54 : resolution);
    }
}
