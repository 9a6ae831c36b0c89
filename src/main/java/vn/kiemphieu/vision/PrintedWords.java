package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import vn.kiemphieu.form.PaperBox;

/** Finds the printed words in a box of the blank by the white between them, lines first. It reads nothing. */
final class PrintedWords {

    /** Ruled lines lie on the box's edge; they are no words. */
    private static final double EDGE_MM = 0.7;

    /** Tone marks stand up to 0.5 mm off their letters; lines of text stand further apart. */
    private static final double LINE_GAP_MM = 0.6;

    /** Between letters of 14-point print lies at most 0.5 mm, between words at least 1. */
    private static final double WORD_GAP_MM = 0.8;

    private PrintedWords() {}

    static List<PaperBox> in(Mat print, double ppm, PaperBox box) {
        Rect cut = new Rect(
                (int) Math.round((box.xMm() + EDGE_MM) * ppm),
                (int) Math.round((box.yMm() + EDGE_MM) * ppm),
                (int) Math.round((box.widthMm() - 2 * EDGE_MM) * ppm),
                (int) Math.round((box.heightMm() - 2 * EDGE_MM) * ppm));
        Mat part = print.submat(cut);
        byte[] grey = new byte[cut.width * cut.height];
        Mat whole = part.clone();
        whole.get(0, 0, grey);
        OpenCv.release(whole);
        OpenCv.release(part);
        List<PaperBox> words = new ArrayList<>();
        for (int[] line : runs(grey, cut.width, 0, cut.height, true, LINE_GAP_MM * ppm)) {
            for (int[] word : runs(grey, cut.width, line[0], line[1], false, WORD_GAP_MM * ppm)) {
                words.add(new PaperBox(
                        (cut.x + word[0]) / ppm,
                        (cut.y + line[0]) / ppm,
                        (word[1] - word[0]) / ppm,
                        (line[1] - line[0]) / ppm));
            }
        }
        return words;
    }

    /** Runs of inked rows (or, between two rows, of inked columns), those nearer than the gap made one. */
    private static List<int[]> runs(byte[] grey, int width, int top, int bottom, boolean rows, double gap) {
        List<int[]> runs = new ArrayList<>();
        int n = rows ? bottom : width;
        for (int i = rows ? top : 0; i < n; i++) {
            boolean inked =
                    rows ? anyDark(grey, i * width, 1, width) : anyDark(grey, top * width + i, width, bottom - top);
            if (!inked) {
                continue;
            }
            if (!runs.isEmpty() && i - runs.get(runs.size() - 1)[1] < gap) {
                runs.get(runs.size() - 1)[1] = i + 1;
            } else {
                runs.add(new int[] {i, i + 1});
            }
        }
        return runs;
    }

    private static boolean anyDark(byte[] grey, int from, int step, int count) {
        for (int i = 0; i < count; i++) {
            if ((grey[from + i * step] & 255) < 140) {
                return true;
            }
        }
        return false;
    }
}
