package vn.kiemphieu.intake;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Java images to rasters. Grey samples are taken as they stand: Java's own conversion takes them for linear light and
 * makes every grey page lighter than it is.
 */
final class Canvas {

    private Canvas() {}

    static Picture.Raster of(BufferedImage image, double dpi) {
        ColorModel colours = image.getColorModel();
        if (!(colours instanceof IndexColorModel) && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return grey(image, dpi);
        }
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] samples = new byte[width * height * 3];
        int[] row = new int[width];
        boolean grey = true;
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                int red = onWhite(argb >> 16 & 0xFF, alpha);
                int green = onWhite(argb >> 8 & 0xFF, alpha);
                int blue = onWhite(argb & 0xFF, alpha);
                grey &= red == green && green == blue;
                samples[at++] = (byte) blue;
                samples[at++] = (byte) green;
                samples[at++] = (byte) red;
            }
        }
        return grey
                ? new Picture.Raster(everyThird(samples), width, height, 1, dpi)
                : new Picture.Raster(samples, width, height, 3, dpi);
    }

    private static Picture.Raster grey(BufferedImage image, double dpi) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int height = image.getHeight();
        int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
        boolean alpha = raster.getNumBands() > 1;
        byte[] samples = new byte[width * height];
        int[] row = new int[width];
        int[] cover = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, cover);
            }
            for (int x = 0; x < width; x++) {
                samples[y * width + x] = (byte) onWhite(row[x] >> shift, alpha ? cover[x] >> shift : 255);
            }
        }
        return new Picture.Raster(samples, width, height, 1, dpi);
    }

    /** Four inks to blue, green, red; 255 is full ink. */
    static Picture.Raster ofInks(Raster inks, double dpi) {
        int width = inks.getWidth();
        int height = inks.getHeight();
        byte[] samples = new byte[width * height * 3];
        int[] row = new int[width * 4];
        int at = 0;
        for (int y = 0; y < height; y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int paper = 255 - row[x * 4 + 3];
                for (int ink = 2; ink >= 0; ink--) {
                    samples[at++] = (byte) ((255 - row[x * 4 + ink]) * paper / 255);
                }
            }
        }
        return new Picture.Raster(samples, width, height, 3, dpi);
    }

    private static int onWhite(int sample, int alpha) {
        return alpha == 255 ? sample : (sample * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    private static byte[] everyThird(byte[] samples) {
        byte[] grey = new byte[samples.length / 3];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = samples[3 * i];
        }
        return grey;
    }
}
