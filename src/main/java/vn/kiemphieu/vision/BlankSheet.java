package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
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

    /** So long, and over all no wider than {@link #FOLD_WIDE_MM}, a fold may bend. */
    private static final double FOLD_MM = 60;

    private static final double FOLD_WIDE_MM = 0.7;

    /** The shadow of the lid reaches further in than the rim that is left out. */
    private static final double SHADOW_MM = 8;

    /** Dirt on the glass draws one pixel wide, or two where it lies between them; noise adds one. */
    private static final int STREAK_PX = 3;

    /** All pieces of a streak, which noise tears apart, take up so much of its column at least: 4.5 cm of a sheet, as in {@link FollowedLine}. */
    private static final double STREAK_SHOWN = 0.15;

    /** A piece that hangs together, in pixels within the rim. */
    private record Piece(int left, int top, int width, int height, int area) {

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
        List<Piece> pieces = pieces(inner);
        int width = inner.cols();
        int height = inner.rows();
        OpenCv.release(inner);
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
                        .filter(p -> p.area > grain
                                && !isThinLine(p, pxPerMm)
                                && !isShadow(p, width, height, pxPerMm)
                                && !(p.width <= STREAK_PX && isStreak(columns, middle(p.left, p.width)))
                                && !(p.height <= STREAK_PX && isStreak(rows, middle(p.top, p.height))))
                        .mapToInt(Piece::area)
                        .sum()
                / (pxPerMm * pxPerMm);
    }

    private static List<Piece> pieces(Mat dark) {
        Mat ink = new Mat();
        Imgproc.threshold(dark, ink, INK, 255, Imgproc.THRESH_BINARY);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centres = new Mat();
        int n = Imgproc.connectedComponentsWithStats(ink, labels, stats, centres, 8, CvType.CV_32S);
        int[] of = new int[n * 5];
        stats.get(0, 0, of);
        for (Mat m : new Mat[] {ink, labels, stats, centres}) {
            OpenCv.release(m);
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 5; i < of.length; i += 5) {
            pieces.add(new Piece(
                    of[i + Imgproc.CC_STAT_LEFT],
                    of[i + Imgproc.CC_STAT_TOP],
                    of[i + Imgproc.CC_STAT_WIDTH],
                    of[i + Imgproc.CC_STAT_HEIGHT],
                    of[i + Imgproc.CC_STAT_AREA]));
        }
        return pieces;
    }

    /** Counted from 1, so that each has two neighbours. */
    private static int middle(int from, int size) {
        return 1 + from + size / 2;
    }

    /** Long, straight and thin: a fold, a streak in one piece, the shadow of an edge. */
    private static boolean isThinLine(Piece p, double pxPerMm) {
        return p.longer() > LINE_PROPORTION * p.shorter() && p.longer() > LINE_MM * pxPerMm
                || p.longer() > FOLD_MM * pxPerMm && p.area < FOLD_WIDE_MM * pxPerMm * p.longer();
    }

    private static boolean isShadow(Piece p, int width, int height, double pxPerMm) {
        boolean atRim = p.left == 0 || p.top == 0 || p.left + p.width == width || p.top + p.height == height;
        return atRim && p.shorter() < SHADOW_MM * pxPerMm;
    }

    /** A hand does not draw so straight. */
    private static boolean isStreak(int[] shown, int at) {
        return shown[at - 1] + shown[at] + shown[at + 1] > STREAK_SHOWN * (shown.length - 2);
    }
}
