package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import vn.kiemphieu.form.RuledLine;
import vn.kiemphieu.vision.LineFinder.Found;

/**
 * Joins the pieces of a thin line where a bilevel scan left dots and dashes between them, too short to be found as lines.
 * Where paper shows for longer the line is torn, and stays so.
 */
final class DashedLines {

    /** A row of pixels up or down: a piece's own position is known to a tenth of a millimetre. */
    private static final double ASIDE_MM = 0.3;

    /** Dashes come in stretches, where a line that leans a little passes from one row of pixels to the next. */
    private static final double STRETCH_MM = 10;

    /** Dashes cover a third to a half of a stretch that a threshold has eaten at. */
    private static final double INKED = 0.25;

    private final Mat ink;
    private final double pixelsPerMm;

    private DashedLines(Mat ink, double pixelsPerMm) {
        this.ink = ink;
        this.pixelsPerMm = pixelsPerMm;
    }

    /**
     * {@return the lines, those joined that the dashes between them show to be one}
     *
     * @param level pieces of level lines
     * @param ink not 0 where there is ink, of lines or else
     */
    static List<Found> joined(List<Found> level, Mat ink, double pixelsPerMm) {
        DashedLines dashes = new DashedLines(ink, pixelsPerMm);
        List<Found> left = new ArrayList<>(level);
        left.sort(Comparator.comparingDouble(f -> f.line().fromMm()));
        for (int i = 0; i < left.size(); i++) {
            Optional<Found> next = dashes.next(left.get(i), left);
            while (next.isPresent()) {
                left.remove(next.get());
                left.set(i, joined(left.get(i), next.get()));
                next = dashes.next(left.get(i), left);
            }
        }
        return left;
    }

    private Optional<Found> next(Found piece, List<Found> all) {
        return all.stream()
                .filter(f -> f.line().fromMm() > piece.line().toMm()
                        && f.line().fromMm() - piece.line().toMm() <= STRETCH_MM
                        && Math.abs(f.line().atMm() - piece.line().atMm()) <= ASIDE_MM)
                .findFirst()
                .filter(f -> dashed(piece.line(), f.line()));
    }

    private boolean dashed(RuledLine from, RuledLine to) {
        int x = (int) Math.floor(from.toMm() * pixelsPerMm);
        int width = Math.min(ink.cols() - x, (int) Math.ceil((to.fromMm() - from.toMm()) * pixelsPerMm) + 1);
        double top = Math.min(from.atMm(), to.atMm()) * pixelsPerMm - 1;
        double bottom = Math.max(from.atMm(), to.atMm()) * pixelsPerMm + 1;
        int y = (int) Math.max(0, Math.floor(top));
        Mat gap = ink.submat(new Rect(x, y, width, (int) Math.min(ink.rows() - y, Math.ceil(bottom) - y)));
        Mat along = new Mat();
        Core.reduce(gap, along, 0, Core.REDUCE_MAX);
        byte[] inked = new byte[width];
        along.get(0, 0, inked);
        OpenCv.release(gap);
        OpenCv.release(along);
        int dashes = 0;
        int paper = 0;
        for (byte pixel : inked) {
            dashes += pixel == 0 ? 0 : 1;
            paper = pixel == 0 ? paper + 1 : 0;
            if (paper > LineFinder.GAP_MM * pixelsPerMm) {
                return false;
            }
        }
        return dashes >= INKED * width;
    }

    private static Found joined(Found a, Found b) {
        double first = a.line().lengthMm();
        double second = b.line().lengthMm();
        double share = second / (first + second);
        double at = a.line().atMm() * (1 - share) + b.line().atMm() * share;
        RuledLine line = new RuledLine(
                a.line().direction(), at, a.line().fromMm(), b.line().toMm());
        double slope = a.slope() * (1 - share) + b.slope() * share;
        double asideMm = Math.abs(a.line().atMm() - b.line().atMm());
        return new Found(line, slope, Math.max(asideMm, Math.max(a.bendMm(), b.bendMm())));
    }
}
