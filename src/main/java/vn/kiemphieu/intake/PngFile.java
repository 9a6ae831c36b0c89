package vn.kiemphieu.intake;

import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * What the chunks of a PNG say, each proved by its checksum to the last.
 *
 * @param transparent whether parts of it are to be laid over white paper
 */
record PngFile(int widthPx, int heightPx, boolean transparent, Exif exif, double dpi) {

    private static final double INCHES_PER_METRE = 1 / 0.0254;

    static PngFile parse(byte[] file) throws Refused {
        Bytes bytes = new Bytes(file, ByteOrder.BIG_ENDIAN);
        if (!bytes.has(8 + 4, "IHDR")) {
            throw new Refused(file.length < 33 ? Reason.TRUNCATED : Reason.CORRUPT, "PNG IHDR");
        }
        long width = bytes.u32(16);
        long height = bytes.u32(20);
        PixelBudget.check(width, height);
        boolean transparent = (bytes.u8(25) & 4) != 0;
        double dpi = 0;
        Exif exif = Exif.NONE;
        boolean data = false;
        for (long at = 8; ; ) {
            if (at + 12 > file.length) {
                throw new Refused(Reason.TRUNCATED, "PNG");
            }
            long length = bytes.u32(at);
            checkSum(bytes, file, at, length);
            if (bytes.has(at + 4, "IEND")) {
                if (!data) {
                    throw new Refused(Reason.CORRUPT, "PNG IDAT");
                }
                return new PngFile((int) width, (int) height, transparent, exif, dpi);
            }
            data |= bytes.has(at + 4, "IDAT");
            transparent |= bytes.has(at + 4, "tRNS");
            if (bytes.has(at + 4, "pHYs") && bytes.u8(at + 16) == 1) {
                dpi = bytes.u32(at + 8) / INCHES_PER_METRE;
            } else if (bytes.has(at + 4, "eXIf")) {
                exif = Exif.parse(file, (int) at + 8, (int) (at + 8 + length));
            }
            at += 12 + length;
        }
    }

    private static void checkSum(Bytes bytes, byte[] file, long at, long length) throws Refused {
        if (at + 12 + length > file.length) {
            throw new Refused(Reason.TRUNCATED, "PNG");
        }
        CRC32 crc = new CRC32();
        crc.update(file, (int) at + 4, (int) length + 4);
        if (crc.getValue() != bytes.u32(at + 8 + length)) {
            throw new Refused(Reason.CORRUPT, "PNG CRC");
        }
    }
}
