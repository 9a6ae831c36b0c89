package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperPoint;

/** Where the words of a form's page are. They are found by how close letters stand; nothing is read. */
final class FormWords {

    /** Straight for so long, print is a ruled line: the bars of a title's capitals are half as long. */
    private static final double RULE_MM = 6;

    /** Letters of one word stand no further apart. If two words do neither, they are looked at as one. */
    private static final double LETTER_GAP_MM = 0.9;

    /** A tone mark stands so far off its letter. */
    private static final double TONE_GAP_MM = 0.5;

    private FormWords() {}

    /** {@return the boxes of all words, in pixels; dots and dashes by themselves are words, too} */
    static List<Rect> of(FormTemplate form) {
        Mat letters = withoutRules(form);
        Mat joined = new Mat();
        Mat near = kernel(form.px(LETTER_GAP_MM), form.px(TONE_GAP_MM));
        Imgproc.morphologyEx(letters, joined, Imgproc.MORPH_CLOSE, near);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        int count = Imgproc.connectedComponentsWithStats(joined, labels, stats, centroids, 8, CvType.CV_32S);
        List<Rect> words = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int[] s = new int[5];
            stats.get(i, 0, s);
            words.add(new Rect(s[0], s[1], s[2], s[3]));
        }
        List.of(letters, joined, near, labels, stats, centroids).forEach(OpenCv::release);
        return words;
    }

    private static Mat withoutRules(FormTemplate form) {
        Mat printed = form.printedMask();
        Mat level = kernel(form.px(RULE_MM), 1);
        Mat upright = kernel(1, form.px(RULE_MM));
        Mat rim = kernel(3, 3);
        Mat rules = new Mat();
        Mat others = new Mat();
        Imgproc.morphologyEx(printed, rules, Imgproc.MORPH_OPEN, level);
        Imgproc.morphologyEx(printed, others, Imgproc.MORPH_OPEN, upright);
        Core.max(rules, others, rules);
        Imgproc.dilate(rules, rules, rim);
        Mat letters = printed.clone();
        letters.setTo(new Scalar(0), rules);
        List.of(level, upright, rim, rules, others).forEach(OpenCv::release);
        return letters;
    }

    private static Mat kernel(int width, int height) {
        return Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(width, height));
    }

    /** {@return the middle of a box of pixels} */
    static PaperPoint middle(Rect r) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperPoint((r.x + r.width / 2.0) / px, (r.y + r.height / 2.0) / px);
    }
}
