package vn.kiemphieu.intake;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * How the samples of a PDF image become grey or colour, for the spaces that scanners use: grey, RGB, and palettes of
 * them. Calibrations and ICC profiles are left aside: they shift shades, not ink.
 *
 * @param components 1 or 3 in the file
 * @param palette red, green and blue in turn; empty without one
 * @param decode pairs of the first and last value of each component, 0 to 1 (with a palette: 0 to the last index)
 */
record PdfColours(int bits, int components, byte[] palette, double[] decode) {

    private static final String[] PALETTE_NAMES = {"Indexed", "I"};

    /** {@return the colours, or null where the space is another} */
    static @Nullable PdfColours of(COSStream image) throws IOException, Refused {
        boolean stencil = image.getBoolean(COSName.IMAGE_MASK, COSName.getPDFName("IM"), false);
        int bits = stencil ? 1 : bits(image);
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
            throw new Refused(Reason.CORRUPT, "PDF BitsPerComponent " + bits);
        }
        COSBase space = image.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        int components = stencil ? 1 : components(space);
        byte[] palette = new byte[0];
        if (components == 0 && isPalette(space)) {
            byte[] found = palette((COSArray) space);
            if (found == null || bits > 8) {
                return null;
            }
            palette = found;
            components = 1;
        }
        if (components != 1 && components != 3) {
            return null;
        }
        double last = palette.length > 0 ? (1 << bits) - 1 : 1;
        return new PdfColours(bits, components, palette, decode(image, components, last));
    }

    /** Fax and JBIG2 need not say that they have one bit. */
    private static int bits(COSStream image) {
        boolean bilevel =
                PdfStreams.filters(image).stream().anyMatch(f -> f.startsWith("CCITT") || f.startsWith("JBIG2"));
        return bilevel ? 1 : image.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 8);
    }

    private static int components(@Nullable COSBase space) {
        if (space instanceof COSName name) {
            return switch (name.getName()) {
                case "DeviceGray", "G", "CalGray" -> 1;
                case "DeviceRGB", "RGB", "CalRGB" -> 3;
                default -> 0;
            };
        }
        if (space instanceof COSArray array && array.size() > 1 && array.getObject(0) instanceof COSName name) {
            return switch (name.getName()) {
                case "CalGray" -> 1;
                case "CalRGB" -> 3;
                case "ICCBased" -> array.getObject(1) instanceof COSStream profile ? iccComponents(profile) : 0;
                default -> 0;
            };
        }
        return 0;
    }

    private static int iccComponents(COSStream profile) {
        int n = profile.getInt(COSName.N, 0);
        // Lab also has three.
        COSBase alternate = profile.getDictionaryObject(COSName.ALTERNATE);
        return alternate == null || alternate instanceof COSName ? n : 0;
    }

    private static boolean isPalette(@Nullable COSBase space) {
        return space instanceof COSArray array
                && array.size() >= 4
                && array.getObject(0) instanceof COSName name
                && (name.getName().equals(PALETTE_NAMES[0]) || name.getName().equals(PALETTE_NAMES[1]));
    }

    private static byte @Nullable [] palette(COSArray space) throws IOException, Refused {
        int base = components(space.getObject(1));
        COSBase table = space.getObject(3);
        byte[] values = table instanceof COSString string
                ? string.getBytes()
                : table instanceof COSStream stream ? PdfStreams.unpacked(stream, 1 << 20) : new byte[0];
        if (base == 3) {
            return values.length >= 3 ? values : null;
        }
        if (base != 1 || values.length == 0) {
            return null;
        }
        byte[] colours = new byte[values.length * 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = values[i / 3];
        }
        return colours;
    }

    private static double[] decode(COSStream image, int components, double last) {
        double[] decode = new double[components * 2];
        COSBase given = image.getDictionaryObject(COSName.DECODE, COSName.D);
        for (int i = 0; i < decode.length; i++) {
            decode[i] = i % 2 == 0 ? 0 : last;
            if (given instanceof COSArray array
                    && array.size() >= decode.length
                    && array.getObject(i) instanceof COSNumber n) {
                decode[i] = n.floatValue();
            }
        }
        return decode;
    }

    /** {@return 1 or 3, or 0 where the samples are more than stored as they are or turned around} */
    int plainComponents() {
        boolean straight = true;
        for (int i = 0; i < decode.length; i += 2) {
            straight &= decode[i] == 0 && decode[i + 1] == 1;
        }
        return palette.length == 0 && (straight || inverted()) ? components : 0;
    }

    boolean inverted() {
        boolean inverted = palette.length == 0;
        for (int i = 0; i < decode.length; i += 2) {
            inverted &= decode[i] == 1 && decode[i + 1] == 0;
        }
        return inverted;
    }

    Samples samples(int width, int height) {
        int rowBytes = Samples.rowBytes(width, bits, components);
        if (palette.length > 0) {
            return new Samples(
                    width, height, bits, 1, rowBytes, Palette.tables(palette, decode[0], decode[1], bits), true);
        }
        byte[][] tables = new byte[components][];
        for (int i = 0; i < components; i++) {
            tables[components - 1 - i] = Samples.ramp(bits, decode[2 * i], decode[2 * i + 1]);
        }
        return new Samples(width, height, bits, components, rowBytes, tables, false);
    }
}
