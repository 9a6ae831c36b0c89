package vn.kiemphieu.vision;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.InkMask;

/**
 * The letters of one name as the form prints them. Each must be found again on a page: another name may differ in one of them only, and
 * a stroke through a short word may lie on letters alone. Both show in a window of a letter's width, by normalised correlation (J. P. Lewis,
 * "Fast template matching", Vision Interface 1995), where the name as a whole is hardly less alike.
 */
final class NameLetters {

    /** Two millimetres: about one letter. */
    private static final int WINDOW_PX = 16;

    private static final int STEP_PX = 6;

    /** Above and below a word: for a tone that the form does not print. */
    private static final int BESIDE_PX = 4;

    /** A window with less print than this holds the end of a letter, and correlates by chance. */
    private static final int LEAST_PRINTED_PX = 24;

    /** What the place of the whole name leaves for one letter. */
    private static final int SHIFT_PX = 1;

    /** No scan is as sharp as the form; sigma of a Gaussian, and how far it is reckoned. */
    private static final double SOFT_PX = 1;

    private static final int SOFT_REACH_PX = 3;

    /** Of a window that is covered further than this nothing is told. */
    private static final double LEAST_TOLD = 0.6;

    /** So dark, of 255, is what the form prints with its rim left out. */
    private static final int FULL = 150;

    /** Print is to be seen where the page is that dark against its own print. */
    private static final double SEEN = 0.4;

    /**
     * About one letter of a name, as a page shows it.
     *
     * @param likeness correlation with the form's own print, -1..1
     * @param missing how much of what the form prints there is not to be seen, 0..1
     */
    record Letter(PaperBox where, double likeness, double missing) {}

    /**
     * What the form prints in a window.
     *
     * @param dark 0 to 255, row by row
     */
    private record Window(Rect box, int[] dark) {

        PaperBox where() {
            double px = FormTemplate.PIXELS_PER_MM;
            return new PaperBox(box.x / px, box.y / px, box.width / px, box.height / px);
        }
    }

    private final List<Window> windows;

    private NameLetters(List<Window> windows) {
        this.windows = windows;
    }

    /**
     * {@return those of a name}
     *
     * @param name its place on the form
     * @param words all words of the form's page, in pixels
     */
    static NameLetters of(FormTemplate form, PaperBox name, List<Rect> words) {
        List<Window> windows = words.stream()
                .filter(word -> name.contains(FormWords.middle(word)))
                .flatMap(word -> windows(form, word))
                .filter(box -> printedPx(form, box) >= LEAST_PRINTED_PX)
                .map(box -> new Window(box, soft(form, box)))
                .toList();
        return new NameLetters(windows);
    }

    private static Stream<Rect> windows(FormTemplate form, Rect word) {
        int beyond = Math.max(0, word.width - WINDOW_PX);
        int steps = (beyond + STEP_PX - 1) / STEP_PX;
        return IntStream.rangeClosed(0, steps)
                .map(i -> steps == 0 ? 0 : beyond * i / steps)
                .mapToObj(x -> new Rect(word.x + x, word.y, Math.min(WINDOW_PX, word.width), word.height))
                .map(box -> form.grown(box, 0, BESIDE_PX));
    }

    private static int printedPx(FormTemplate form, Rect box) {
        Mat part = form.printedMask().submat(box);
        int printed = Core.countNonZero(part);
        OpenCv.release(part);
        return printed;
    }

    private static int[] soft(FormTemplate form, Rect box) {
        Rect around = form.grown(box, SOFT_REACH_PX, SOFT_REACH_PX);
        Mat part = form.fine.submat(around);
        Mat soft = new Mat();
        int reach = 2 * SOFT_REACH_PX + 1;
        Imgproc.GaussianBlur(part, soft, new Size(reach, reach), SOFT_PX);
        int[] dark = new int[box.width * box.height];
        byte[] row = new byte[box.width];
        for (int y = 0; y < box.height; y++) {
            soft.get(box.y - around.y + y, box.x - around.x, row);
            for (int x = 0; x < box.width; x++) {
                dark[y * box.width + x] = 255 - (row[x] & 0xff);
            }
        }
        OpenCv.release(part);
        OpenCv.release(soft);
        return dark;
    }

    /**
     * {@return how alike they are}
     *
     * @param place where the name as a whole lies
     * @param covered by a fold or a streak, so that nobody knows what is printed there
     * @param print how dark print is on that page, 0 to 255
     */
    List<Letter> on(AlignedPage page, LineThroughPrint.Place place, InkMask.Pixels covered, double print) {
        return windows.stream()
                .map(window -> best(page, window, place, covered, print))
                .toList();
    }

    private static Letter best(
            AlignedPage page, Window w, LineThroughPrint.Place place, InkMask.Pixels covered, double print) {
        double best = Double.NEGATIVE_INFINITY;
        int right = place.dx();
        int down = place.dy();
        for (int dy = place.dy() - SHIFT_PX; dy <= place.dy() + SHIFT_PX; dy++) {
            for (int dx = place.dx() - SHIFT_PX; dx <= place.dx() + SHIFT_PX; dx++) {
                double likeness = likeness(page, w, dx, dy, covered);
                if (likeness > best) {
                    best = likeness;
                    right = dx;
                    down = dy;
                }
            }
        }
        return new Letter(w.where(), best, missing(page, w, right, down, covered, SEEN * print));
    }

    private static double likeness(AlignedPage page, Window w, int dx, int dy, InkMask.Pixels covered) {
        byte[] samples = page.samples();
        double n = 0;
        double f = 0;
        double ff = 0;
        double p = 0;
        double pp = 0;
        double fp = 0;
        for (int y = 0; y < w.box.height; y++) {
            int py = w.box.y + y + dy;
            for (int x = 0; x < w.box.width; x++) {
                int px = w.box.x + x + dx;
                if (isKnown(page, px, py, covered)) {
                    int form = w.dark[y * w.box.width + x];
                    int seen = samples[py * page.template.widthPx + px] & 0xff;
                    n++;
                    f += form;
                    ff += form * form;
                    p += seen;
                    pp += seen * seen;
                    fp += form * seen;
                }
            }
        }
        double ofForm = ff - f * f / n;
        double ofPage = pp - p * p / n;
        boolean told = n > LEAST_TOLD * w.box.area() && ofForm > 1;
        return !told ? 1 : (fp - f * p / n) / Math.sqrt(ofForm * Math.max(1, ofPage));
    }

    /** {@return the share of the letter of which nothing is seen within a pixel of its place, 0..1} */
    private static double missing(
            AlignedPage page, Window w, int dx, int dy, InkMask.Pixels covered, double leastDark) {
        int printed = 0;
        int missing = 0;
        for (int y = 0; y < w.box.height; y++) {
            int py = w.box.y + y + dy;
            for (int x = 0; x < w.box.width; x++) {
                int px = w.box.x + x + dx;
                if (w.dark[y * w.box.width + x] >= FULL && isKnown(page, px, py, covered)) {
                    printed++;
                    missing += darkest(page, px, py) < leastDark ? 1 : 0;
                }
            }
        }
        return printed == 0 ? 0 : missing / (double) printed;
    }

    private static boolean isKnown(AlignedPage page, int x, int y, InkMask.Pixels covered) {
        return x > 0 && y > 0 && x + 1 < page.template.widthPx && y + 1 < page.template.heightPx && !covered.hold(x, y);
    }

    private static int darkest(AlignedPage page, int x, int y) {
        byte[] samples = page.samples();
        int darkest = 0;
        for (int j = y - 1; j <= y + 1; j++) {
            for (int i = x - 1; i <= x + 1; i++) {
                darkest = Math.max(darkest, samples[j * page.template.widthPx + i] & 0xff);
            }
        }
        return darkest;
    }
}
