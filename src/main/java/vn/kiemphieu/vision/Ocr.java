package vn.kiemphieu.vision;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Reads Vietnamese print from grey images. One handle is kept for each thread: opening one loads the model, which takes
 * ten times as long as reading a line.
 */
final class Ocr {

    private static final ThreadLocal<Ocr> OF_THIS_THREAD = ThreadLocal.withInitial(Ocr::new);

    /** The model was trained on print of about this resolution; other images are brought to it. */
    private static final double READING_DPI = 300;

    /** White around the print in pixels: letters that touch the border of the image are read badly. */
    private static final int BORDER_PX = 16;

    /** How the print on the image is laid out. */
    enum Layout {
        /** A cell: one block of lines. */
        BLOCK(TessPageSegMode.PSM_SINGLE_BLOCK),
        /** A page: words wherever they stand. */
        PAGE(TessPageSegMode.PSM_SPARSE_TEXT);

        private final int mode;

        Layout(int mode) {
            this.mode = mode;
        }
    }

    /**
     * One word as read.
     *
     * @param box in pixels of the image that was given
     * @param confidence 0..1
     */
    record Word(String text, Rect box, double confidence) {}

    private final TessAPI tesseract = OcrLibrary.functions();
    private final TessBaseAPI handle = tesseract.TessBaseAPICreate();

    private Ocr() {
        String models = OcrLibrary.models().toString();
        int failed = tesseract.TessBaseAPIInit2(handle, models, OcrLibrary.LANGUAGE, TessOcrEngineMode.OEM_LSTM_ONLY);
        if (failed != 0) {
            throw new IllegalStateException("Tesseract does not accept its language model in " + models);
        }
        tesseract.TessBaseAPISetVariable(handle, "debug_file", windows() ? "NUL" : "/dev/null");
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static Ocr ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /**
     * {@return the words in reading order, composed (NFC)}
     *
     * @param grey 8-bit, dark print on light paper
     */
    List<Word> read(Mat grey, double dpi, Layout layout) {
        double scale = READING_DPI / dpi;
        Mat sized = new Mat();
        Mat framed = new Mat();
        try {
            Imgproc.resize(grey, sized, new Size(), scale, scale, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
            Core.copyMakeBorder(
                    sized, framed, BORDER_PX, BORDER_PX, BORDER_PX, BORDER_PX, Core.BORDER_CONSTANT, new Scalar(255));
            return wordsOf(tableOf(framed, layout), scale);
        } finally {
            OpenCv.release(sized);
            OpenCv.release(framed);
        }
    }

    private String tableOf(Mat grey, Layout layout) {
        if (grey.type() != CvType.CV_8UC1) {
            throw new IllegalArgumentException("Reads grey images only");
        }
        byte[] samples = new byte[grey.rows() * grey.cols()];
        grey.get(0, 0, samples);
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(samples.length).put(samples).flip();
        tesseract.TessBaseAPISetPageSegMode(handle, layout.mode);
        tesseract.TessBaseAPISetImage(handle, buffer, grey.cols(), grey.rows(), 1, grey.cols());
        tesseract.TessBaseAPISetSourceResolution(handle, (int) READING_DPI);
        Pointer text = tesseract.TessBaseAPIGetTsvText(handle, 0);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8");
        } finally {
            tesseract.TessDeleteText(text);
            tesseract.TessBaseAPIClear(handle);
        }
    }

    /** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    private static List<Word> wordsOf(String table, double scale) {
        List<Word> words = new ArrayList<>();
        for (String line : table.split("\n")) {
            String[] columns = line.split("\t", 12);
            if (columns.length < 12 || !columns[0].equals("5") || columns[11].isBlank()) {
                continue;
            }
            int left = (int) Math.round((Integer.parseInt(columns[6]) - BORDER_PX) / scale);
            int top = (int) Math.round((Integer.parseInt(columns[7]) - BORDER_PX) / scale);
            int width = Math.max(1, (int) Math.round(Integer.parseInt(columns[8]) / scale));
            int height = Math.max(1, (int) Math.round(Integer.parseInt(columns[9]) / scale));
            words.add(new Word(
                    Normalizer.normalize(columns[11].strip(), Normalizer.Form.NFC),
                    new Rect(left, top, width, height),
                    Math.max(0, Double.parseDouble(columns[10]) / 100)));
        }
        return List.copyOf(words);
    }
}
