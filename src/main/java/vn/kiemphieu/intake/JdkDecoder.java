package vn.kiemphieu.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's own decoders, for files that OpenCV would show differently from what they mean: with parts that are
 * transparent, or in four inks without Adobe's mark. Slower by ten times, so only for these.
 */
final class JdkDecoder {

    private JdkDecoder() {}

    static Picture.Raster picture(byte[] file, String format, double dpi) throws Refused {
        return read(file, format, (reader, warnings) -> {
            BufferedImage image = reader.read(0);
            warnings.refuse();
            return Canvas.of(image, dpi);
        });
    }

    static Picture.Raster inks(byte[] file, double dpi) throws Refused {
        return read(file, "jpeg", (reader, warnings) -> {
            java.awt.image.Raster raster = reader.readRaster(0, null);
            warnings.refuse();
            return Canvas.ofInks(raster, dpi);
        });
    }

    /** Unusual kinds of TIFF: planes apart, several JPEG strips, other colour spaces. */
    static Picture.Raster tiff(Path file, int index) throws IOException, Refused {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, false, true);
            PixelBudget.check(reader.getWidth(index), reader.getHeight(index), PixelBudget.DRAWN_PIXELS);
            return Canvas.of(reader.read(index), 0);
        } catch (IIOException | RuntimeException e) {
            throw new Refused(Reason.UNSUPPORTED, "TIFF");
        } finally {
            reader.dispose();
        }
    }

    private interface Reading {
        Picture.Raster from(ImageReader reader, Warnings warnings) throws IOException, Refused;
    }

    // The decoders throw exceptions of every kind at damaged files; all of them mean that.
    private static Picture.Raster read(byte[] file, String format, Reading reading) throws Refused {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            PixelBudget.check(reader.getWidth(0), reader.getHeight(0), PixelBudget.HEAP_PIXELS);
            Warnings warnings = new Warnings(format);
            reader.addIIOReadWarningListener(warnings);
            return reading.from(reader, warnings);
        } catch (IOException | RuntimeException e) {
            throw new Refused(Reason.CORRUPT, format.toUpperCase(Locale.ROOT));
        } finally {
            reader.dispose();
        }
    }

    /** A warning of the JPEG reader is data that ended early or made no sense. */
    private static final class Warnings implements IIOReadWarningListener {
        private final String format;
        private @Nullable String first;

        Warnings(String format) {
            this.format = format;
        }

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (first == null) {
                first = warning;
            }
        }

        void refuse() throws Refused {
            if (first != null && format.equals("jpeg")) {
                throw new Refused(Reason.CORRUPT, "JPEG");
            }
        }
    }
}
