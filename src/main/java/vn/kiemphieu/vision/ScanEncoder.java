package vn.kiemphieu.vision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** A scan as a file's bytes, with its resolution said where the format has a place for it; OpenCV leaves that out. */
final class ScanEncoder {

    /** Where a JFIF header holds the unit and the two densities. */
    private static final int JFIF_UNIT = 13;

    /** Where the chunk after IHDR begins: signature 8, length and name 8, IHDR 13, checksum 4. */
    private static final int PNG_AFTER_HEADER = 33;

    private ScanEncoder() {}

    static byte[] encoded(Mat page, ScanRecipe recipe) {
        return switch (recipe.output()) {
            case COLOUR_JPEG, GREY_JPEG -> jpeg(page, recipe);
            case COLOUR_PNG, GREY_PNG -> png(page, recipe.dpi());
            case BITS -> bits(page, recipe.wear().threshold());
        };
    }

    private static byte[] jpeg(Mat page, ScanRecipe recipe) {
        byte[] bytes = encode(
                ".jpg",
                page,
                new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, recipe.wear().quality()));
        int dpi = (int) Math.round(recipe.dpi());
        bytes[JFIF_UNIT] = 1;
        ByteBuffer.wrap(bytes).putShort(JFIF_UNIT + 1, (short) dpi).putShort(JFIF_UNIT + 3, (short) dpi);
        return bytes;
    }

    private static byte[] png(Mat page, double dpi) {
        byte[] bytes = encode(".png", page, new MatOfInt(Imgcodecs.IMWRITE_PNG_COMPRESSION, 4));
        int perMetre = (int) Math.round(dpi / 0.0254);
        ByteBuffer chunk = ByteBuffer.allocate(21).putInt(9);
        chunk.put("pHYs".getBytes(StandardCharsets.US_ASCII))
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 13);
        chunk.putInt((int) crc.getValue());
        return ByteBuffer.allocate(bytes.length + 21)
                .put(bytes, 0, PNG_AFTER_HEADER)
                .put(chunk.array())
                .put(bytes, PNG_AFTER_HEADER, bytes.length - PNG_AFTER_HEADER)
                .array();
    }

    private static byte[] encode(String ending, Mat page, MatOfInt how) {
        MatOfByte out = new MatOfByte();
        try {
            Imgcodecs.imencode(ending, page, out, how);
            return out.toArray();
        } finally {
            OpenCv.release(out);
            OpenCv.release(how);
        }
    }

    private static byte[] bits(Mat page, int threshold) {
        int w = page.cols();
        byte[] grey = new byte[w * page.rows()];
        page.get(0, 0, grey);
        int stride = (w + 7) / 8;
        byte[] bits = new byte[stride * page.rows()];
        for (int y = 0; y < page.rows(); y++) {
            for (int x = 0; x < w; x++) {
                if ((grey[y * w + x] & 255) < threshold) {
                    bits[y * stride + x / 8] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return bits;
    }
}
