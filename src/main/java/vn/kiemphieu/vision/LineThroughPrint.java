package vn.kiemphieu.vision;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.InkMask;

/**
 * Looks for a stroke through print. It lies mostly over letters, where ink cannot be told from print; but it also fills the gaps between
 * and inside them, all along one line, as print never does.
 */
final class LineThroughPrint {

    /** Strikes may climb or fall by a third; steeper ones leave ink above and below the letters. */
    private static final double STEEPEST = 0.36;

    private static final double STEEPNESS_STEP = 0.03;

    /** What registration leaves for a whole word is at most this. */
    private static final int SHIFT_PX = 4;

    /** Of a stroke through a word as much may show before and behind it. */
    private static final int BESIDE_PX = 3;

    /** A stroke fills more than one gap. The eye of a single g is closed by the blur of a poor scan as well. */
    private static final int FEWEST_GAPS = 2;

    /** Print is never thicker by more, each side; its edge is blurred over a pixel besides. */
    static final int MOST_GROWN_PX = 1 + InkLevels.MOST_THICKENED_PX;

    /** How some print lies on the page: shifted against the form by so many pixels. */
    record Place(int dx, int dy) {

        static final Place AS_ON_FORM = new Place(0, 0);
    }

    /**
     * A straight run of ink and print.
     *
     * @param lengthPx from end to end, across
     * @param gapPx how much of it is ink where the form prints nothing
     * @param gaps in how many places
     */
    record Run(int lengthPx, int gapPx, int gaps, Point from, Point to) {

        double lengthMm() {
            return lengthPx / FormTemplate.PIXELS_PER_MM;
        }

        double gapMm() {
            return gapPx / FormTemplate.PIXELS_PER_MM;
        }

        PaperBox box() {
            double px = FormTemplate.PIXELS_PER_MM;
            return new PaperBox(
                    Math.min(from.x, to.x) / px,
                    Math.min(from.y, to.y) / px - 0.3,
                    Math.abs(to.x - from.x) / px + 0.1,
                    Math.abs(to.y - from.y) / px + 0.6);
        }
    }

    private final AlignedPage page;
    private final int fewestGapPx;
    private final int grownPx;
    private final double threshold;
    private final InkMask.Pixels covered;

    /**
     * @param fewestGapPx with less ink between the letters than so many pixels no stroke runs through them
     * @param least as dark at least, 0..255, a stroke is between letters
     * @param covered where what is dark may be no stroke, but a stamp or a fold
     */
    LineThroughPrint(AlignedPage page, InkLevels levels, int fewestGapPx, double least, InkMask.Pixels covered) {
        this.page = page;
        this.fewestGapPx = fewestGapPx;
        this.grownPx = 1 + levels.thickenedPx();
        this.threshold = Math.max(least, (levels.faint() + levels.sure()) / 2);
        this.covered = covered;
    }

    /** {@return where that print of the form is most alike} */
    Place place(Rect printed) {
        Rect around = page.template.grown(printed, SHIFT_PX, SHIFT_PX);
        Mat form = page.template.fine.submat(printed);
        Mat seen = page.dark.submat(around);
        Mat inverse = new Mat();
        Mat likeness = new Mat();
        Core.bitwise_not(form, inverse);
        Imgproc.matchTemplate(seen, inverse, likeness, Imgproc.TM_CCOEFF_NORMED);
        Core.MinMaxLocResult best = Core.minMaxLoc(likeness);
        List.of(form, seen, inverse, likeness).forEach(OpenCv::release);
        return new Place(
                (int) (best.maxLoc.x - (printed.x - around.x)), (int) (best.maxLoc.y - (printed.y - around.y)));
    }

    /**
     * {@return whether there is ink enough between the letters for a stroke} Hardly a word of an honest page passes this.
     *
     * @param gaps the pixels around a word where the form prints nothing, by how far they lie from print
     */
    boolean mayRunThrough(int[][] gaps) {
        byte[] dark = page.samples();
        int width = page.template.widthPx;
        int open = 0;
        for (int i : gaps[grownPx]) {
            if ((dark[i] & 0xff) > threshold && !covered.hold(i % width, i / width) && ++open == fewestGapPx) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether that run is a stroke's} */
    boolean isStroke(Run run) {
        return run.gapPx >= fewestGapPx && run.gaps >= FEWEST_GAPS;
    }

    /** {@return the straight run that fills most of the gaps in that print; of no length where there is none} */
    Run most(Rect printed, Place place) {
        return new Pixels(around(page.template, printed), place.dx, place.dy).most();
    }

    /** {@return where a stroke through that print is looked for} */
    static Rect around(FormTemplate form, Rect printed) {
        return form.grown(printed, BESIDE_PX, BESIDE_PX);
    }

    /** Ink on the page and print on the form, the form shifted to where it was found. */
    private final class Pixels {

        private static final byte INK = 1;
        private static final byte PRINT = 2;

        private final Rect area;
        private final int w;
        private final int h;
        private final byte[] what;

        /** How many show ink where the form prints nothing. */
        final int open;

        Pixels(Rect area, int dx, int dy) {
            this.area = area;
            this.w = area.width;
            this.h = area.height;
            this.what = new byte[w * h];
            byte[] dark = page.samples();
            byte[] near = new byte[w];
            Mat print = page.template.printGrown(grownPx);
            int count = 0;
            for (int y = 0; y < h; y++) {
                int start = (area.y + y) * page.template.widthPx + area.x;
                int fy = Math.max(0, Math.min(print.rows() - 1, area.y + y - dy));
                int fx = Math.max(0, Math.min(print.cols() - w, area.x - dx));
                print.get(fy, fx, near);
                for (int x = 0; x < w; x++) {
                    boolean ink = (dark[start + x] & 0xff) > threshold && !covered.hold(area.x + x, area.y + y);
                    what[y * w + x] = near[x] != 0 ? PRINT : ink ? INK : 0;
                    count += what[y * w + x] == INK ? 1 : 0;
                }
            }
            this.open = count;
        }

        Run most() {
            Run best = new Run(0, 0, 0, new Point(area.x, area.y), new Point(area.x, area.y));
            if (open < fewestGapPx) {
                return best;
            }
            int[] inked = inked();
            for (double slope = -STEEPEST; slope <= STEEPEST + 1e-9; slope += STEEPNESS_STEP) {
                int rise = (int) Math.round(Math.abs(slope) * w);
                int[] onLine = onLines(inked, slope, rise);
                for (int y0 = -rise; y0 < h + rise; y0++) {
                    if (onLine[y0 + rise] > best.gapPx) {
                        best = along(slope, y0, best);
                    }
                }
            }
            return best;
        }

        private int[] inked() {
            int[] inked = new int[open];
            int n = 0;
            for (int i = 0; i < what.length; i++) {
                if (what[i] == INK) {
                    inked[n++] = i;
                }
            }
            return inked;
        }

        /** {@return how much ink lies on each line of that slope: few have enough, and only they need to be followed} */
        private int[] onLines(int[] inked, double slope, int rise) {
            int[] onLine = new int[h + 2 * rise];
            for (int i : inked) {
                int y0 = i / w - (int) Math.round(slope * (i % w));
                onLine[y0 + rise]++;
            }
            return onLine;
        }

        private Run along(double slope, int y0, Run best) {
            Run found = best;
            int start = -1;
            int gapPx = 0;
            int gaps = 0;
            int misses = 0;
            int before = 0;
            for (int x = 0; x <= w; x++) {
                int y = y0 + (int) Math.round(slope * x);
                boolean on = x < w && y >= 0 && y < h;
                int at = on ? what[y * w + x] : 0;
                if (at != 0) {
                    start = start < 0 ? x : start;
                    gapPx += at == INK ? 1 : 0;
                    gaps += at == INK && before != INK ? 1 : 0;
                    before = at;
                } else if (start >= 0 && on && misses < 1) {
                    // A skip of the pen: one pixel may be bare, not two in a row and not many.
                    misses++;
                    continue;
                } else if (start >= 0) {
                    if (gapPx > found.gapPx) {
                        found = new Run(x - start, gapPx, gaps, at(start, slope, y0), at(x - 1, slope, y0));
                    }
                    start = -1;
                    gapPx = 0;
                    gaps = 0;
                    before = 0;
                }
                misses = 0;
            }
            return found;
        }

        private Point at(int x, double slope, int y0) {
            return new Point(area.x + x, area.y + y0 + slope * x);
        }
    }
}
