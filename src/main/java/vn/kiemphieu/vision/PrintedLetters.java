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
 * The letters of one name, or another word, as the form prints them. Each must be found again on a page: another name may differ in one of them
 * only, and a stroke through a short word may lie on letters alone. Both show in a window of a letter's width, by normalised correlation (J. P. Lewis,
 * "Fast template matching", Vision Interface 1995), where the name as a whole is hardly less alike.
 */
final class PrintedLetters {

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

    private PrintedLetters(List<Window> windows) {
        this.windows = windows;
    }

    /**
     * {@return those of a name}
     *
     * @param name its place on the form
     * @param words all words of the form's page, in pixels
     */
    static PrintedLetters ofName(FormTemplate form, PaperBox name, List<Rect> words) {
        return of(
                form,
                words.stream()
                        .filter(word -> name.contains(FormWords.middle(word)))
                        .toList());
    }

    /** {@return those of some words, whose boxes are in pixels} */
    static PrintedLetters of(FormTemplate form, List<Rect> words) {
        List<Window> windows = words.stream()
                .flatMap(word -> windows(form, word))
                .filter(box -> printedPx(form, box) >= LEAST_PRINTED_PX)
                .map(box -> new Window(box, soft(form, box)))
                .toList();
        return new PrintedLetters(windows);
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
                .map(window -> new Ground(page, window, place, covered).letter(SEEN * print))
                .toList();
    }

    /** Where one window lies on a page, and a pixel around it. */
    private static final class Ground {

        private final Window window;
        private final int left;
        private final int top;
        private final byte[] samples;
        private final int pageWidth;

        /** Where nobody knows what is printed, row by row, a pixel more than the window on every side. */
        private final boolean[] hidden;

        private final boolean anyHidden;

        Ground(AlignedPage page, Window window, LineThroughPrint.Place place, InkMask.Pixels covered) {
            this.window = window;
            this.left = window.box.x + place.dx() - SHIFT_PX;
            this.top = window.box.y + place.dy() - SHIFT_PX;
            this.samples = page.samples();
            this.pageWidth = page.template.widthPx;
            int w = window.box.width + 2 * SHIFT_PX;
            this.hidden = new boolean[w * (window.box.height + 2 * SHIFT_PX)];
            boolean any = false;
            for (int k = 0; k < hidden.length; k++) {
                int x = left + k % w;
                int y = top + k / w;
                // A pixel within the page has neighbours on all sides.
                boolean inside = x > 0 && y > 0 && x + 1 < pageWidth && y + 1 < page.template.heightPx;
                hidden[k] = !inside || covered.hold(x, y);
                any |= hidden[k];
            }
            this.anyHidden = any;
        }

        private boolean isHidden(int x, int y) {
            return anyHidden && hidden[y * (window.box.width + 2 * SHIFT_PX) + x];
        }

        Letter letter(double seen) {
            double best = Double.NEGATIVE_INFINITY;
            int right = 0;
            int down = 0;
            for (int dy = 0; dy <= 2 * SHIFT_PX; dy++) {
                for (int dx = 0; dx <= 2 * SHIFT_PX; dx++) {
                    double likeness = likeness(dx, dy);
                    if (likeness > best) {
                        best = likeness;
                        right = dx;
                        down = dy;
                    }
                }
            }
            return new Letter(window.where(), best, missing(right, down, seen));
        }

        private double likeness(int dx, int dy) {
            int n = 0;
            int f = 0;
            int ff = 0;
            int p = 0;
            int pp = 0;
            int fp = 0;
            for (int y = 0, k = 0; y < window.box.height; y++) {
                int at = (top + y + dy) * pageWidth + left + dx;
                for (int x = 0; x < window.box.width; x++, k++) {
                    if (!isHidden(x + dx, y + dy)) {
                        int form = window.dark[k];
                        int seen = samples[at + x] & 0xff;
                        n++;
                        f += form;
                        ff += form * form;
                        p += seen;
                        pp += seen * seen;
                        fp += form * seen;
                    }
                }
            }
            double ofForm = ff - (double) f * f / n;
            double ofPage = pp - (double) p * p / n;
            boolean told = n > LEAST_TOLD * window.box.area() && ofForm > 1;
            return told ? (fp - (double) f * p / n) / Math.sqrt(ofForm * Math.max(1, ofPage)) : 1;
        }

        /** {@return the share of the letter of which nothing is seen within a pixel of its place, 0..1} */
        private double missing(int dx, int dy, double seen) {
            int printed = 0;
            int missing = 0;
            for (int y = 0, k = 0; y < window.box.height; y++) {
                int at = (top + y + dy) * pageWidth + left + dx;
                for (int x = 0; x < window.box.width; x++, k++) {
                    if (window.dark[k] >= FULL && !isHidden(x + dx, y + dy)) {
                        printed++;
                        missing += darkestAround(at + x) < seen ? 1 : 0;
                    }
                }
            }
            return printed == 0 ? 0 : missing / (double) printed;
        }

        private int darkestAround(int i) {
            int darkest = 0;
            for (int row = i - pageWidth; row <= i + pageWidth; row += pageWidth) {
                for (int k = row - 1; k <= row + 1; k++) {
                    darkest = Math.max(darkest, samples[k] & 0xff);
                }
            }
            return darkest;
        }
    }
}
