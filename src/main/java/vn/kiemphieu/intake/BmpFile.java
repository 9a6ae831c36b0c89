package vn.kiemphieu.intake;

import java.nio.ByteOrder;

/**
 * What the header of a BMP says, held against the length of the file.
 *
 * @param plain whether every decoder agrees on it; bit fields, alpha and embedded PNG are not plain
 */
record BmpFile(int widthPx, int heightPx, boolean plain, double dpi) {

    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final int RGB = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int BIT_FIELDS = 3;

    static BmpFile parse(byte[] file) throws Refused {
        Bytes bytes = new Bytes(file, ByteOrder.LITTLE_ENDIAN);
        long dataAt = bytes.u32(10);
        boolean old = bytes.u32(14) == 12;
        long width = old ? bytes.u16(18) : bytes.i32(18);
        // A negative height means rows from the top. The smallest number has no positive twin: long keeps it honest.
        long height = old ? bytes.u16(20) : Math.abs((long) bytes.i32(22));
        PixelBudget.check(width, height);
        int bits = bytes.u16(old ? 24 : 28);
        long compression = old ? RGB : bytes.u32(30);
        if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32 || compression > BIT_FIELDS) {
            throw new Refused(Reason.UNSUPPORTED, "BMP, %d bit, %d".formatted(bits, compression));
        }
        if (compression == RLE8 || compression == RLE4) {
            refuseOpenRuns(file, dataAt);
        } else if (dataAt + (width * bits + 31) / 32 * 4 * height > file.length) {
            throw new Refused(Reason.TRUNCATED, "BMP");
        }
        double dpi = old ? 0 : Math.max(0, bytes.i32(38)) / INCHES_PER_METRE;
        return new BmpFile((int) width, (int) height, compression != BIT_FIELDS && bits != 16 && bits != 32, dpi);
    }

    /** Run lengths end with 0, 1; some programs add a byte or two to fill up. */
    private static void refuseOpenRuns(byte[] file, long dataAt) throws Refused {
        for (int at = file.length - 2; at >= dataAt && at >= file.length - 6; at--) {
            if (file[at] == 0 && file[at + 1] == 1) {
                return;
            }
        }
        throw new Refused(Reason.TRUNCATED, "BMP");
    }
}
