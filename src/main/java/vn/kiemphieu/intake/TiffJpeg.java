package vn.kiemphieu.intake;

import java.io.ByteArrayOutputStream;

/** A JPEG inside a TIFF, made whole: its tables stand apart, and nothing in it says whether it is RGB. */
final class TiffJpeg {

    static final int COMPRESSION = 7;
    static final int TABLES = 347;

    /** Adobe's marker with transform 0: the three components are red, green and blue as they stand. */
    private static final byte[] PLAIN_RGB = {
        (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private TiffJpeg() {}

    static byte[] whole(byte[] strip, byte[] tables, boolean rgb) throws Refused {
        if (strip.length < 4 || (strip[0] & 0xFF) != 0xFF || (strip[1] & 0xFF) != 0xD8) {
            throw new Refused(Reason.CORRUPT, "TIFF JPEG");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(strip.length + tables.length + PLAIN_RGB.length);
        whole.write(strip, 0, 2);
        if (rgb) {
            whole.writeBytes(PLAIN_RGB);
        }
        if (tables.length > 4) {
            // Without their own start and end.
            whole.write(tables, 2, tables.length - 4);
        }
        whole.write(strip, 2, strip.length - 2);
        return whole.toByteArray();
    }
}
