package vn.kiemphieu.intake;

import java.nio.ByteOrder;

/**
 * What the markers of a JPEG stream say, from its start to its end marker. A stream without its end was cut off: the
 * decoder would give the rest in grey and call it done.
 *
 * @param adobeTransform of the Adobe marker, or -1 where there is none
 * @param end the place after the end marker; cameras append things behind it
 */
record JpegFile(int widthPx, int heightPx, int components, int adobeTransform, Exif exif, double dpi, int end) {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;

    static JpegFile parse(byte[] file) throws Refused {
        return new Walk(file).toTheEnd();
    }

    private static final class Walk {
        private final byte[] file;
        private final Bytes bytes;
        private int width;
        private int height;
        private int components;
        private int adobe = -1;
        private int restartEvery;
        private boolean scanned;
        private double dpi;
        private Exif exif = Exif.NONE;

        Walk(byte[] file) {
            this.file = file;
            this.bytes = new Bytes(file, ByteOrder.BIG_ENDIAN);
        }

        JpegFile toTheEnd() throws Refused {
            if (bytes.u16(0) != (0xFF00 | SOI)) {
                throw new Refused(Reason.CORRUPT, "JPEG SOI");
            }
            int at = 2;
            while (true) {
                at = toMarker(at);
                int marker = bytes.u8(at++);
                if (marker == EOI) {
                    return finished(at);
                }
                if (marker == SOI || marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                    continue;
                }
                int length = bytes.u16(at);
                if (length < 2) {
                    throw new Refused(Reason.CORRUPT, "JPEG marker %02X".formatted(marker));
                }
                segment(marker, at + 2, at + length);
                at += length;
                if (marker == SOS) {
                    at = entropyEnd(at);
                }
            }
        }

        private JpegFile finished(int end) throws Refused {
            if (width == 0 || !scanned) {
                throw new Refused(Reason.TRUNCATED, "JPEG");
            }
            return new JpegFile(width, height, components, adobe, exif, exif.dpi() > 0 ? exif.dpi() : dpi, end);
        }

        /** Between segments only markers may stand, filled up with FF. */
        private int toMarker(int at) throws Refused {
            if (at >= file.length) {
                throw new Refused(Reason.TRUNCATED, "JPEG");
            }
            if (file[at] != (byte) 0xFF) {
                throw new Refused(Reason.CORRUPT, "JPEG");
            }
            while (at < file.length && file[at] == (byte) 0xFF) {
                at++;
            }
            return at;
        }

        private void segment(int marker, int from, int to) throws Refused {
            if (to > file.length) {
                throw new Refused(Reason.TRUNCATED, "JPEG");
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                frame(marker, from);
            } else if (marker == SOS) {
                if (width == 0) {
                    throw new Refused(Reason.CORRUPT, "JPEG SOF");
                }
                scanned = true;
            } else if (marker == DRI) {
                restartEvery = bytes.u16(from);
            } else if (marker == APP0 && bytes.has(from, "JFIF\0")) {
                density(from);
            } else if (marker == APP1 && bytes.has(from, "Exif\0\0")) {
                exif = Exif.parse(file, from + 6, to);
            } else if (marker == APP14 && bytes.has(from, "Adobe")) {
                adobe = bytes.u8(from + 11);
            }
        }

        private void density(int from) throws Refused {
            int unit = bytes.u8(from + 7);
            dpi = bytes.u16(from + 8) * (unit == 1 ? 1 : unit == 2 ? 2.54 : 0);
        }

        private void frame(int marker, int from) throws Refused {
            if (width != 0) {
                throw new Refused(Reason.CORRUPT, "JPEG SOF");
            }
            if (bytes.u8(from) != 8 || marker > 0xC2) {
                throw new Refused(Reason.UNSUPPORTED, "JPEG SOF%d, %d bit".formatted(marker - 0xC0, bytes.u8(from)));
            }
            height = bytes.u16(from + 1);
            width = bytes.u16(from + 3);
            components = bytes.u8(from + 5);
            PixelBudget.check(width, height);
            if (components != 1 && components != 3 && components != 4) {
                throw new Refused(Reason.UNSUPPORTED, "JPEG, %d components".formatted(components));
            }
        }

        /** {@return where the next marker after one scan's data stands} Restart markers must come in their order. */
        private int entropyEnd(int from) throws Refused {
            int restarts = 0;
            for (int at = from; at + 1 < file.length; at++) {
                if (file[at] != (byte) 0xFF) {
                    continue;
                }
                int next = file[at + 1] & 0xFF;
                if (next >= 0xD0 && next <= 0xD7) {
                    if (restartEvery > 0 && (restarts & 7) != next - 0xD0) {
                        throw new Refused(Reason.CORRUPT, "JPEG RST");
                    }
                    restarts++;
                } else if (next != 0x00 && next != 0xFF) {
                    return at;
                }
            }
            throw new Refused(Reason.TRUNCATED, "JPEG");
        }
    }
}
