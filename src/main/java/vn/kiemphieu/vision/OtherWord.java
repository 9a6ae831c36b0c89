package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;

/**
 * A printed word that is no name: of the title, a head, a position, a note. It is found by how close letters stand; nothing is read. What is
 * printed in cells is left out, for there the voter's marks lie over it.
 *
 * @param printed where its letters are and what lies before and behind them, in pixels
 * @param gaps the pixels of the page between and around them that lie further from print than 0 pixels, 1, 2, …
 */
record OtherWord(Rect printed, int[][] gaps) {

    /** Straight for so long, print is a ruled line: the bars of a title's capitals are half as long. */
    private static final double RULE_MM = 6;

    /** Letters of one word stand no further apart. If two words do neither, they are looked at as one. */
    private static final double LETTER_GAP_MM = 0.9;

    /** A tone mark stands so far off its letter. */
    private static final double TONE_GAP_MM = 0.5;

    /** Dots, dashes and digits by themselves have no gaps that a stroke could fill. */
    private static final double LEAST_WIDTH_MM = 2.2;

    private static final double LEAST_HEIGHT_MM = 1.2;

    /** A stroke through a short word shows beside it as much as in it. Longer ends are pieces of ink by themselves. */
    private static final int ENDS_PX = 4;

    /** {@return those of a form's page} */
    static List<OtherWord> on(FormTemplate form) {
        Mat letters = withoutRules(form);
        Mat joined = new Mat();
        Mat near = kernel(form.px(LETTER_GAP_MM), form.px(TONE_GAP_MM));
        Imgproc.morphologyEx(letters, joined, Imgproc.MORPH_CLOSE, near);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        int count = Imgproc.connectedComponentsWithStats(joined, labels, stats, centroids, 8, CvType.CV_32S);
        List<PaperBox> taken = form.page.rows().stream()
                .flatMap(row -> Stream.concat(Stream.of(row.name()), row.cells().values().stream()))
                .toList();
        List<OtherWord> words = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int[] s = new int[5];
            stats.get(i, 0, s);
            Rect box = new Rect(s[0], s[1], s[2], s[3]);
            if (box.width >= form.px(LEAST_WIDTH_MM)
                    && box.height >= form.px(LEAST_HEIGHT_MM)
                    && taken.stream().noneMatch(place -> place.contains(middle(box)))) {
                Rect printed = form.grown(box, ENDS_PX, 0);
                words.add(new OtherWord(printed, gaps(form, LineThroughPrint.around(form, printed))));
            }
        }
        List.of(letters, joined, near, labels, stats, centroids).forEach(OpenCv::release);
        return List.copyOf(words);
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

    private static int[][] gaps(FormTemplate form, Rect around) {
        return IntStream.rangeClosed(0, LineThroughPrint.MOST_GROWN_PX)
                .mapToObj(by -> gaps(form.printGrown(by), around))
                .toArray(int[][]::new);
    }

    private static int[] gaps(Mat print, Rect around) {
        byte[] row = new byte[around.width];
        return IntStream.range(around.y, around.y + around.height)
                .flatMap(y -> {
                    print.get(y, around.x, row);
                    return IntStream.range(0, row.length)
                            .filter(x -> row[x] == 0)
                            .map(x -> y * print.cols() + around.x + x);
                })
                .toArray();
    }

    private static PaperPoint middle(Rect r) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperPoint((r.x + r.width / 2.0) / px, (r.y + r.height / 2.0) / px);
    }
}
