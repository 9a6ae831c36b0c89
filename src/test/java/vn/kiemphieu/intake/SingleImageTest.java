package vn.kiemphieu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleImageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void showsEveryPixel(String format) throws Exception {
        for (BufferedImage image : new BufferedImage[] {Sheets.colour(1), Sheets.grey(2), Sheets.bilevel(3)}) {
            assertThat(Shown.difference(Shown.page(folder, Sheets.encode(image, format), 1), image))
                    .isZero();
        }
    }

    @Test
    void showsPngOfSixteenBitsAndOfPalettes() throws Exception {
        BufferedImage deep = new BufferedImage(80, 60, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage palette = new BufferedImage(80, 60, BufferedImage.TYPE_BYTE_INDEXED);
        for (int i = 0; i < 80 * 60; i++) {
            deep.getRaster().setSample(i % 80, i / 80, 0, i * 13);
            palette.getRaster().setSample(i % 80, i / 80, 0, i % 216);
        }
        assertThat(Shown.difference(Shown.page(folder, Sheets.encode(deep, "png"), 1), deep))
                .isZero();
        assertThat(Shown.difference(Shown.page(folder, Sheets.encode(palette, "png"), 1), palette))
                .isZero();
    }

    @Test
    void showsInterlacedPng() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(Sheets.colour(4), null, null), settings);
        }
        writer.dispose();
        assertThat(Shown.difference(Shown.page(folder, out.toByteArray(), 1), Sheets.colour(4)))
                .isZero();
    }

    @Test
    void laysTransparentPartsOverWhitePaper() throws Exception {
        BufferedImage glass = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(5, 5, 0xFF102030);
        glass.setRGB(6, 5, 0x80000000);
        BufferedImage shown = Shown.page(folder, Sheets.encode(glass, "png"), 1);
        assertThat(shown.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(shown.getRGB(5, 5) & 0xFFFFFF).isEqualTo(0x102030);
        assertThat(shown.getRGB(6, 5) & 0xFF).isBetween(126, 128);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsJpegAsOtherDecodersDo(boolean progressive) throws Exception {
        byte[] grey = Sheets.jpeg(Sheets.grey(1), progressive);
        byte[] colour = Sheets.jpeg(Sheets.colour(1), progressive);
        assertThat(Shown.difference(Shown.page(folder, grey, 1), read(grey))).isLessThanOrEqualTo(2);
        // Decoders smooth colour differently where it was stored at half resolution.
        assertThat(Shown.difference(Shown.page(folder, colour, 1), read(colour)))
                .isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsAsTheCameraSays(int orientation) throws Exception {
        byte[] plain = Sheets.jpeg(Sheets.grey(1), false);
        BufferedImage upright = Shown.page(folder, plain, 1);
        BufferedImage stored = asStored(upright, orientation);
        byte[] turned = exif(Sheets.jpeg(toGrey(stored), false), orientation);
        assertThat(Shown.difference(Shown.page(folder, turned, 1), upright)).isLessThan(60);
    }

    /** By the definition of EXIF: where row 0 and column 0 of the stored image lie on the upright one. */
    private static BufferedImage asStored(BufferedImage upright, int orientation) {
        int w = upright.getWidth();
        int h = upright.getHeight();
        boolean sideways = orientation > 4;
        BufferedImage stored = new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x = switch (orientation) {
                    case 1, 4 -> column;
                    case 2, 3 -> w - 1 - column;
                    case 5, 8 -> row;
                    default -> w - 1 - row;
                };
                int y = switch (orientation) {
                    case 1, 2 -> row;
                    case 3, 4 -> h - 1 - row;
                    case 5, 6 -> column;
                    default -> h - 1 - column;
                };
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    @Test
    void showsFourInksWithAndWithoutAdobesMark() throws Exception {
        int[][] inks = {{0, 0, 0, 0}, {0, 0, 0, 255}, {255, 0, 0, 0}, {0, 255, 255, 0}};
        int[] colours = {0xFFFFFF, 0x000000, 0x00FFFF, 0xFF0000};
        for (int i = 0; i < inks.length; i++) {
            byte[] plain = fourInks(inks[i], false);
            byte[] adobe = adobe(fourInks(inks[i], true));
            assertThat(close(Shown.page(folder, plain, 1).getRGB(8, 8), colours[i]))
                    .as("plain %d", i)
                    .isTrue();
            assertThat(close(Shown.page(folder, adobe, 1).getRGB(8, 8), colours[i]))
                    .as("Adobe %d", i)
                    .isTrue();
        }
    }

    private static boolean close(int a, int b) {
        return Math.abs((a & 255) - (b & 255)) < 6
                && Math.abs((a >> 8 & 255) - (b >> 8 & 255)) < 6
                && Math.abs((a >> 16 & 255) - (b >> 16 & 255)) < 6;
    }

    private static byte[] fourInks(int[] inks, boolean inverted) throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            for (int ink = 0; ink < 4; ink++) {
                raster.setSample(i % 16, i / 16, ink, inverted ? 255 - inks[ink] : inks[ink]);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        writer.dispose();
        return out.toByteArray();
    }

    private static byte[] adobe(byte[] jpeg) {
        return insert(
                jpeg, new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    }

    static byte[] exif(byte[] jpeg, int orientation) {
        byte[] block = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return insert(jpeg, block);
    }

    private static byte[] insert(byte[] jpeg, byte[] segment) {
        byte[] out = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(segment, 0, out, 2, segment.length);
        System.arraycopy(jpeg, 2, out, 2 + segment.length, jpeg.length - 2);
        return out;
    }

    private static BufferedImage read(byte[] file) throws Exception {
        return ImageIO.read(new java.io.ByteArrayInputStream(file));
    }

    private static BufferedImage toGrey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                grey.getRaster().setSample(x, y, 0, image.getRGB(x, y) & 0xFF);
            }
        }
        return grey;
    }
}
