package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** What reading is measured against: the same files decoded whole and in colour, and nothing else done with them. */
public final class BareDecoding {

    private BareDecoding() {}

    /** Decodes every file. {@return how many pixels came out} */
    public static long of(List<byte[]> files, int threads) throws Exception {
        OpenCv.load();
        ExecutorService hands = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> parts = new ArrayList<>();
            for (byte[] file : files) {
                parts.add(hands.submit(() -> decode(file)));
            }
            long pixels = 0;
            for (Future<Long> part : parts) {
                pixels += part.get();
            }
            return pixels;
        } finally {
            hands.shutdownNow();
        }
    }

    private static long decode(byte[] file) {
        MatOfByte bytes = new MatOfByte(file);
        Mat mat = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
        long pixels = mat.total();
        OpenCv.release(bytes);
        OpenCv.release(mat);
        return pixels;
    }
}
