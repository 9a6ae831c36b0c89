package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** How much ink a page shows on which nothing of the form was found: hardly any, and it is a blank sheet or a bare back. */
final class BlankSheet {

    /** Dust and a scanner's shadows come to less than this, a written word to 6 mm² and more. */
    static final double MOST_MM2 = 3;

    /** Left out on every side. */
    private static final double RIM_MM = 5;

    /** Ink is darker than the paper by this, of 255. */
    private static final double INK = 45;

    /** Smaller pieces are grain. */
    private static final double GRAIN_MM2 = 0.1;

    /** A line in one piece is that many times as long as wide, and {@link #LINE_MM} long; pen strokes that long bend. */
    private static final int LINE_PROPORTION = 15;

    private static final double LINE_MM = 8;

    /** So long, and over all no wider than {@link #FOLD_WIDE_MM}, it is a fold, or two that cross, and what is written over them. */
    private static final double FOLD_MM = 60;

    private static final double FOLD_WIDE_MM = 0.7;

    /** A fold bends by no more than this to each side. */
    private static final double FOLD_BENDS_MM = 0.5;

    /** The shadow of the lid reaches further in than the rim that is left out. */
    private static final double SHADOW_MM = 8;

    /** Dirt on the glass draws one pixel wide, or two where it lies between them; noise adds one. */
    private static final int STREAK_PX = 3;

    /** All pieces of a streak, which noise tears apart, take up so much of its column at least: 4.5 cm of a sheet, as in {@link FollowedLine}. */
    private static final double STREAK_SHOWN = 0.15;

    /** Or so much of it, where this many times as much stands there as in all columns within {@link #ASIDE_PX}: a hand wanders. */
    private static final double STREAK_SHOWN_ALONE = 0.05;

    private static final int ALONE = 5;

    private static final int ASIDE_PX = 8;

    /** An edge that noise tears apart leaves specks no larger than this; letters are larger. */
    private static final double SPECK_MM = 1.5;

    /**
     * A piece that hangs together, in pixels within the rim.
     *
     * @param isFold whether it is one, or two, with what is written over them; its area is that of the writing alone
     */
    private record Piece(int left, int top, int width, int height, int area, boolean isFold) {

        private int longer() {
            return Math.max(width, height);
        }

        private int shorter() {
            return Math.min(width, height);
        }
    }

    private BlankSheet() {}

    /**
     * {@return all that is clearly darker than the paper and comes neither from the scanner nor from a fold, in mm² of an A4
     * page}
     */
    static double inkMm2(Mat dark) {
        double pxPerMm = Math.max(dark.cols(), dark.rows()) / 297.0;
        int rim = (int) (RIM_MM * pxPerMm);
        Mat inner = dark.submat(rim, Math.max(rim + 1, dark.rows() - rim), rim, Math.max(rim + 1, dark.cols() - rim));
        Mat ink = new Mat();
        Imgproc.threshold(inner, ink, INK, 255, Imgproc.THRESH_BINARY);
        OpenCv.release(inner);
        clearEdges(ink, (int) (SHADOW_MM * pxPerMm));
        List<Piece> pieces = pieces(ink, pxPerMm);
        int width = ink.cols();
        int height = ink.rows();
        OpenCv.release(ink);
        int[] columns = new int[width + 2];
        int[] rows = new int[height + 2];
        for (Piece p : pieces) {
            if (p.width <= STREAK_PX) {
                columns[middle(p.left, p.width)] += p.height;
            }
            if (p.height <= STREAK_PX) {
                rows[middle(p.top, p.height)] += p.width;
            }
        }
        double grain = GRAIN_MM2 * pxPerMm * pxPerMm;
        return pieces.stream()
                        .filter(p -> p.isFold
                                || p.area > grain
                                        && !isThinLine(p, pxPerMm)
                                        && !isShadow(p, width, height, pxPerMm)
                                        && !(p.width <= STREAK_PX && isStreak(columns, middle(p.left, p.width)))
                                        && !(p.height <= STREAK_PX && isStreak(rows, middle(p.top, p.height))))
                        .mapToInt(Piece::area)
                        .sum()
                / (pxPerMm * pxPerMm);
    }

    /** Shadows along two edges and the folds that end in them hang together; without what reaches in from outside they do not. */
    private static void clearEdges(Mat ink, int depthPx) {
        int width = ink.cols();
        int height = ink.rows();
        byte[] dark = new byte[width * height];
        ink.get(0, 0, dark);
        for (int y = 0; y < height; y++) {
            clearInwards(dark, y * width, 1, Math.min(depthPx, width));
            clearInwards(dark, y * width + width - 1, -1, Math.min(depthPx, width));
        }
        for (int x = 0; x < width; x++) {
            clearInwards(dark, x, width, Math.min(depthPx, height));
            clearInwards(dark, (height - 1) * width + x, -width, Math.min(depthPx, height));
        }
        ink.put(0, 0, dark);
    }

    /** Clears what is dark from there on, unless it goes on further than that many pixels. */
    private static void clearInwards(byte[] dark, int from, int step, int mostPx) {
        int n = 0;
        while (n < mostPx && dark[from + n * step] != 0) {
            n++;
        }
        if (n < mostPx) {
            for (int i = 0; i < n; i++) {
                dark[from + i * step] = 0;
            }
        }
    }

    private static List<Piece> pieces(Mat ink, double pxPerMm) {
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centres = new Mat();
        int n = Imgproc.connectedComponentsWithStats(ink, labels, stats, centres, 8, CvType.CV_32S);
        int[] of = new int[n * 5];
        stats.get(0, 0, of);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            int at = 5 * i;
            int area = of[at + Imgproc.CC_STAT_AREA];
            Rect box = new Rect(
                    of[at + Imgproc.CC_STAT_LEFT],
                    of[at + Imgproc.CC_STAT_TOP],
                    of[at + Imgproc.CC_STAT_WIDTH],
                    of[at + Imgproc.CC_STAT_HEIGHT]);
            int longer = Math.max(box.width, box.height);
            boolean isFold = longer > FOLD_MM * pxPerMm && area < FOLD_WIDE_MM * pxPerMm * longer;
            int writing = isFold ? besideFolds(labels.submat(box), i, pxPerMm) : area;
            pieces.add(new Piece(box.x, box.y, box.width, box.height, writing, isFold));
        }
        for (Mat m : new Mat[] {labels, stats, centres}) {
            OpenCv.release(m);
        }
        return pieces;
    }

    /** {@return how many pixels of that piece lie along neither of its two longest straight lines} */
    private static int besideFolds(Mat labels, int piece, double pxPerMm) {
        Mat ink = new Mat();
        Core.compare(labels, new Scalar(piece), ink, Core.CMP_EQ);
        OpenCv.release(labels);
        Mat lines = new Mat();
        for (int fold = 0; fold < 2; fold++) {
            Imgproc.HoughLines(ink, lines, 1, Math.PI / 720, (int) (FOLD_MM / 2 * pxPerMm));
            if (lines.rows() > 0) {
                double[] line = lines.get(0, 0);
                double cos = Math.cos(line[1]);
                double sin = Math.sin(line[1]);
                double far = ink.cols() + ink.rows();
                Imgproc.line(
                        ink,
                        new Point(line[0] * cos - far * sin, line[0] * sin + far * cos),
                        new Point(line[0] * cos + far * sin, line[0] * sin - far * cos),
                        new Scalar(0),
                        (int) (2 * FOLD_BENDS_MM * pxPerMm));
            }
        }
        int beside = Core.countNonZero(ink);
        OpenCv.release(lines);
        OpenCv.release(ink);
        return beside;
    }

    /** Counted from 1, so that each has two neighbours. */
    private static int middle(int from, int size) {
        return 1 + from + size / 2;
    }

    /** Long, straight and thin: a streak in one piece, the shadow of an edge. */
    private static boolean isThinLine(Piece p, double pxPerMm) {
        return p.longer() > LINE_PROPORTION * p.shorter() && p.longer() > LINE_MM * pxPerMm;
    }

    private static boolean isShadow(Piece p, int width, int height, double pxPerMm) {
        int toEdge = Math.min(Math.min(p.left, p.top), Math.min(width - p.left - p.width, height - p.top - p.height));
        return toEdge == 0 && p.shorter() < SHADOW_MM * pxPerMm
                || toEdge + p.shorter() < (SHADOW_MM - RIM_MM) * pxPerMm && p.longer() < SPECK_MM * pxPerMm;
    }

    /** A hand does not draw so straight. */
    private static boolean isStreak(int[] shown, int at) {
        int near = shown[at - 1] + shown[at] + shown[at + 1];
        int around = 0;
        for (int x = Math.max(0, at - ASIDE_PX); x <= Math.min(shown.length - 1, at + ASIDE_PX); x++) {
            around += shown[x];
        }
        int side = shown.length - 2;
        return near > STREAK_SHOWN * side || near > STREAK_SHOWN_ALONE * side && near > ALONE * (around - near);
    }
}
