package vn.kiemphieu.reading;

import java.util.List;
import java.util.stream.Stream;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.Row;

/**
 * What shows of the table's ruled lines beside their places where a sheet bends more than its print could be followed: pale, thin,
 * and close to them for a long way.
 */
final class RuledRim {

    /** No mark keeps so near to a ruled line. */
    private static final double NEAR_MM = 1;

    /** Nor is one so long. */
    private static final double LONG_MM = 8;

    /** What is seen of one is a pixel of 200 dpi wide, 0.13 mm, and a pen's line hardly ever. */
    private static final double THICK_MM = 0.25;

    /** Darkness against the paper, 0..1: rims come to 0.18 to 0.35, and a pen's line is darker, but for pencils. */
    static final double DARKEST = 0.4;

    private final List<Double> level;
    private final List<Double> upright;

    RuledRim(FormPage form) {
        level = form.rows().stream()
                .map(Row::box)
                .flatMap(box -> Stream.of(box.yMm(), box.bottomMm()))
                .distinct()
                .toList();
        upright = form.rows().stream()
                .flatMap(row -> Stream.concat(Stream.of(row.box(), row.name()), row.cells().values().stream()))
                .flatMap(box -> Stream.of(box.xMm(), box.rightMm()))
                .distinct()
                .toList();
    }

    boolean is(InkPiece piece) {
        return piece.darkness() < DARKEST
                && piece.mask().extentMm() > LONG_MM
                && isNear(piece.mask())
                && StrokeWidth.of(piece.mask(), Skeleton.of(piece.mask()))
                        < THICK_MM * piece.mask().pixelsPerMm();
    }

    private boolean isNear(InkMask mask) {
        boolean[] rows = near(level, mask.topPx(), mask.heightPx(), mask.pixelsPerMm());
        boolean[] columns = near(upright, mask.leftPx(), mask.widthPx(), mask.pixelsPerMm());
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                if (!rows[y] && !columns[x] && mask.at(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return which of those pixels, counted from the first, lie near a line} */
    private static boolean[] near(List<Double> lines, int first, int count, double pixelsPerMm) {
        boolean[] near = new boolean[count];
        for (double line : lines) {
            int from = (int) Math.ceil((line - NEAR_MM) * pixelsPerMm) - first;
            int to = (int) Math.floor((line + NEAR_MM) * pixelsPerMm) - first;
            for (int i = Math.max(0, from); i <= Math.min(count - 1, to); i++) {
                near[i] = true;
            }
        }
        return near;
    }
}
