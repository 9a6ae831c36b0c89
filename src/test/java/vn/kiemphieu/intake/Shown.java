package vn.kiemphieu.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Mat;
import vn.kiemphieu.vision.PictureDecoder;

/** What a page looks like in the end: taken in, decoded, and laid beside what it should look like. */
final class Shown {

    private Shown() {}

    static Arrival load(Path folder, byte[] file, int number) throws IOException {
        Files.write(folder.resolve("a-file"), file);
        try (Intake intake = new Intake(folder)) {
            ScanFile listed = intake.survey().get(0);
            return listed.refusal().isPresent()
                    ? new Arrival.TurnedAway(
                            new PageId("a-file", number), listed.refusal().orElseThrow())
                    : intake.load(new PageId("a-file", number));
        }
    }

    static BufferedImage page(Path folder, byte[] file, int number) throws Exception {
        Arrival arrival = load(folder, file, number);
        if (arrival instanceof Arrival.TurnedAway away) {
            throw new AssertionError(away.toString());
        }
        return decoded(((Arrival.Arrived) arrival).page().picture());
    }

    static BufferedImage decoded(Picture picture) throws Exception {
        Mat mat = PictureDecoder.colour(picture);
        BufferedImage image = new BufferedImage(mat.cols(), mat.rows(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = new byte[mat.cols() * mat.rows() * 3];
        mat.get(0, 0, bytes);
        mat.release();
        image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), toRgb(bytes));
        return image;
    }

    private static byte[] toRgb(byte[] bgr) {
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    /** {@return the largest difference of any sample of any pixel; 256 where not even the sides are alike} */
    static int difference(BufferedImage a, BufferedImage b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return 256;
        }
        int worst = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = rgb(a, x, y);
                int q = rgb(b, x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    worst = Math.max(worst, Math.abs((p >> shift & 0xFF) - (q >> shift & 0xFF)));
                }
            }
        }
        return worst;
    }

    /** Grey as it stands, not as Java converts it. */
    private static int rgb(BufferedImage image, int x, int y) {
        int bands = image.getRaster().getNumBands();
        if (bands == 1
                && image.getType() != BufferedImage.TYPE_BYTE_BINARY
                && image.getType() != BufferedImage.TYPE_BYTE_INDEXED) {
            int bits = image.getColorModel().getComponentSize(0);
            return (image.getRaster().getSample(x, y, 0) >> (bits - 8)) * 0x010101;
        }
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** {@return the image flipped left to right if so, then turned clockwise} */
    static BufferedImage stood(BufferedImage image, boolean mirrored, int quarters) {
        BufferedImage now = mirrored ? mirrored(image) : image;
        for (int i = 0; i < quarters; i++) {
            BufferedImage turned = new BufferedImage(now.getHeight(), now.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < now.getHeight(); y++) {
                for (int x = 0; x < now.getWidth(); x++) {
                    turned.setRGB(now.getHeight() - 1 - y, x, rgb(now, x, y));
                }
            }
            now = turned;
        }
        return now;
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(image.getWidth() - 1 - x, y, rgb(image, x, y));
            }
        }
        return out;
    }
}
