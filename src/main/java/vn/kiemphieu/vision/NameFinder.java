package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.Survey.PrintedName;

/**
 * Looks at one printed name: is it this name, and does a stroke run through it? A strike lies mostly over letters, where
 * ink cannot be told from print; but it also fills the gaps between and inside them, all along one line, as print never
 * does.
 */
final class NameFinder {

    /** Strikes may climb or fall by a third; steeper ones leave ink above and below the letters. */
    private static final double STEEPEST = 0.36;

    private static final double STEEPNESS_STEP = 0.03;

    /** What registration leaves for a whole word is at most this. */
    private static final int SHIFT_PX = 4;

    /** With less ink between the letters than this no stroke runs through them: 0.6 mm of one pixel's width. */
    private static final int FEWEST_GAP_PX = 5;

    private final AlignedPage page;
    private final InkLevels levels;
    private final Residue residue;

    NameFinder(AlignedPage page, InkLevels levels, Residue residue) {
        this.page = page;
        this.levels = levels;
        this.residue = residue;
    }

    PrintedName find(Row row) {
        Rect printed = page.template.printedIn(row.name());
        double pxPerMm = FormTemplate.PIXELS_PER_MM;
        PaperBox where = box(printed);
        Mat form = page.template.fine.submat(printed);
        Rect around = grown(printed, SHIFT_PX);
        Mat seen = page.dark.submat(around);
        Mat inverse = new Mat();
        Mat likeness = new Mat();
        Core.bitwise_not(form, inverse);
        Imgproc.matchTemplate(seen, inverse, likeness, Imgproc.TM_CCOEFF_NORMED);
        Core.MinMaxLocResult best = Core.minMaxLoc(likeness);
        OpenCv.release(inverse);
        OpenCv.release(likeness);
        OpenCv.release(form);
        OpenCv.release(seen);
        int dx = (int) (best.maxLoc.x - (printed.x - around.x));
        int dy = (int) (best.maxLoc.y - (printed.y - around.y));
        Run run = longestRun(printed, dx, dy);
        return new PrintedName(row.official(), where, best.maxVal, run.length / pxPerMm, run.gaps / pxPerMm, run.box());
    }

    private record Run(double length, int gaps, Point from, Point to) {

        PaperBox box() {
            double px = FormTemplate.PIXELS_PER_MM;
            return new PaperBox(
                    Math.min(from.x, to.x) / px,
                    Math.min(from.y, to.y) / px - 0.3,
                    Math.abs(to.x - from.x) / px + 0.1,
                    Math.abs(to.y - from.y) / px + 0.6);
        }
    }

    private Run longestRun(Rect printed, int dx, int dy) {
        Rect area = grown(printed, 3);
        int w = area.width;
        int h = area.height;
        boolean[] ink = new boolean[w * h];
        boolean[] print = new boolean[w * h];
        sample(area, dx, dy, ink, print);
        Run best = new Run(0, 0, new Point(area.x, area.y), new Point(area.x, area.y));
        int open = 0;
        for (int i = 0; i < ink.length; i++) {
            open += ink[i] && !print[i] ? 1 : 0;
        }
        if (open < FEWEST_GAP_PX) {
            return best;
        }
        for (double slope = -STEEPEST; slope <= STEEPEST + 1e-9; slope += STEEPNESS_STEP) {
            int rise = (int) Math.round(Math.abs(slope) * w);
            for (int y0 = -rise; y0 < h + rise; y0++) {
                best = along(ink, print, w, h, slope, y0, area, best);
            }
        }
        return best;
    }

    /** Ink on the page and print on the form, the form shifted to where the name was found. */
    private void sample(Rect area, int dx, int dy, boolean[] ink, boolean[] print) {
        Mat grown = page.template.printGrown(1 + levels.thickenedPx());
        byte[] line = new byte[area.width];
        byte[] near = new byte[area.width];
        double threshold = (levels.faint() + levels.sure()) / 2;
        for (int y = 0; y < area.height; y++) {
            page.dark.get(area.y + y, area.x, line);
            int fy = Math.max(0, Math.min(grown.rows() - 1, area.y + y - dy));
            int fx = Math.max(0, Math.min(grown.cols() - area.width, area.x - dx));
            grown.get(fy, fx, near);
            for (int x = 0; x < area.width; x++) {
                ink[y * area.width + x] = (line[x] & 0xff) > threshold;
                print[y * area.width + x] = near[x] != 0;
            }
        }
    }

    private Run along(boolean[] ink, boolean[] print, int w, int h, double slope, int y0, Rect area, Run best) {
        Run found = best;
        int start = -1;
        int gaps = 0;
        int misses = 0;
        for (int x = 0; x <= w; x++) {
            int y = (int) Math.round(y0 + slope * x);
            boolean on = x < w && y >= 0 && y < h;
            boolean dark = on && ink[y * w + x];
            boolean printed = on && print[y * w + x];
            if (on && (dark || printed)) {
                start = start < 0 ? x : start;
                gaps += dark && !printed ? 1 : 0;
            } else if (start >= 0 && on && misses < 1) {
                // A skip of the pen: one pixel may be bare, not two in a row and not many.
                misses++;
                continue;
            } else if (start >= 0) {
                found = longer(found, start, x - 1, gaps, slope, y0, area);
                start = -1;
                gaps = 0;
            }
            misses = 0;
        }
        return found;
    }

    private static Run longer(Run best, int start, int end, int gaps, double slope, int y0, Rect area) {
        if (gaps <= best.gaps) {
            return best;
        }
        return new Run(
                end - start + 1,
                gaps,
                new Point(area.x + start, area.y + y0 + slope * start),
                new Point(area.x + end, area.y + y0 + slope * end));
    }

    private Rect grown(Rect r, int by) {
        int x = Math.max(0, r.x - by);
        int y = Math.max(0, r.y - by);
        return new Rect(
                x,
                y,
                Math.min(residue.width, r.x + r.width + by) - x,
                Math.min(residue.height, r.y + r.height + by) - y);
    }

    private static PaperBox box(Rect r) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperBox(r.x / px, r.y / px, r.width / px, r.height / px);
    }
}
