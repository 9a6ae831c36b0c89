package vn.kiemphieu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffPageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW", "ZLib", "PackBits", "Deflate"})
    void showsBlackAndWhitePagesPixelForPixel(String compression) throws Exception {
        BufferedImage[] pages = {Sheets.bilevel(1), Sheets.bilevel(1731, 500, 2), noise(61), noise(64), stripes()};
        byte[] file = Sheets.tiff(compression, pages);
        for (int i = 0; i < pages.length; i++) {
            assertThat(Shown.difference(Shown.page(folder, file, i + 1), pages[i]))
                    .as("page %d", i + 1)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "ZLib", "PackBits", "Deflate"})
    void showsGreyAndColourPixelForPixel(String compression) throws Exception {
        byte[] file = Sheets.tiff(compression, Sheets.grey(1), Sheets.colour(2));
        assertThat(Shown.difference(Shown.page(folder, file, 1), Sheets.grey(1)))
                .isZero();
        assertThat(Shown.difference(Shown.page(folder, file, 2), Sheets.colour(2)))
                .isZero();
    }

    @Test
    void showsJpegInside() throws Exception {
        byte[] file = Sheets.tiff("JPEG", Sheets.grey(1), Sheets.colour(2));
        assertThat(Shown.difference(Shown.page(folder, file, 1), Sheets.grey(1)))
                .isLessThan(60);
        assertThat(Shown.difference(Shown.page(folder, file, 2), Sheets.colour(2)))
                .isLessThan(120);
    }

    @Test
    void showsSixteenBitsAndPalettes() throws Exception {
        BufferedImage deep = new BufferedImage(80, 60, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage palette = new BufferedImage(80, 60, BufferedImage.TYPE_BYTE_INDEXED);
        for (int i = 0; i < 80 * 60; i++) {
            deep.getRaster().setSample(i % 80, i / 80, 0, i * 13);
            palette.getRaster().setSample(i % 80, i / 80, 0, i % 216);
        }
        byte[] file = Sheets.tiff("LZW", deep, palette);
        assertThat(Shown.difference(Shown.page(folder, file, 1), deep)).isZero();
        assertThat(Shown.difference(Shown.page(folder, file, 2), palette)).isZero();
    }

    private static BufferedImage noise(int width) {
        BufferedImage image = new BufferedImage(width, 200, BufferedImage.TYPE_BYTE_BINARY);
        Random random = new Random(width);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(1 + y / 20) == 0 ? 1 : 0);
            }
        }
        return image;
    }

    /** Every length of run in both colours. */
    private static BufferedImage stripes() {
        BufferedImage image = new BufferedImage(5400, 2700, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 2700; y++) {
            for (int x = y; x < 2 * y && x < 5400; x++) {
                image.getRaster().setSample(x, y, 0, 1);
            }
        }
        return image;
    }
}
