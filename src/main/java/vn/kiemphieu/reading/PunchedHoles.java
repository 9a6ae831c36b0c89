package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.kiemphieu.form.PaperBox;

/**
 * Holes punched for filing, as ISO 838:1974 has them: 6 mm across, 80 mm from one to the next, 12 mm from the edge. Through them a
 * dark lid shows as a full disc, as something blotted out does. Of a white one there is only the shadow in each hole, part of a ring as a
 * pen may draw it. So both are holes where two of them stand just as a punch would have them.
 */
final class PunchedHoles {

    /** 3 mm, and 0.7 to each side: a shadow's middle line lies inside the rim, and thin ones are fitted by their outer edge. */
    private static final double RADIUS_LEAST_MM = 2.3;

    private static final double RADIUS_MOST_MM = 3.7;

    /**
     * How far, as a root mean square, a shadow strays from a circle: it is wide on one side and runs out to both ends, 0.20 mm. A tick
     * of a hole's size strays by 0.26, and an open V and a square by 0.23 and more.
     */
    private static final double STRAYS_MM = 0.22;

    /** No pixel of a disc lies further from its middle than this many of its radii; a square's corners do at 1.25, the rim of a hole that frays by 0.2 mm at 1.07. */
    private static final double ROUND = 1.12;

    /** Nothing of a hole's size is longer. */
    private static final double EXTENT_MOST_MM = 8;

    /** A shadow shows along a third of the rim at least; of less, no circle can be told. */
    private static final double EXTENT_LEAST_MM = 3.5;

    private static final double APART_MM = 80;

    /** Punches are true to less than a millimetre. */
    private static final double TRUE_MM = 1.2;

    /** The sheet may lie askew in the punch, and its print on the sheet: by 2 degrees together. */
    private static final double ASKEW_MM = 2.8;

    /** Both holes are cut by the like and lit by the same light; their radii differ by what blur and threshold leave. */
    private static final double ALIKE_MM = 0.5;

    /** And their shadows fall the same way and reach as far round: by how much of a radius their middles may lie apart. */
    private static final double SAME_LIGHT = 0.4;

    /** 12 mm, and 5 to each side for how deep the sheet was pushed in. */
    private static final double FROM_EDGE_LEAST_MM = 7;

    private static final double FROM_EDGE_MOST_MM = 17;

    private final PaperBox sheet;

    PunchedHoles(PaperBox sheet) {
        this.sheet = sheet;
    }

    /**
     * A circle.
     *
     * @param x of its middle on the sheet, mm; so are {@code y} and the radius
     * @param bowX from there to the middle of the ink that lies along it, as a share of the radius, to the right, and {@code bowY}
     *     down: 0 for a ring that is closed
     */
    private record Circle(double x, double y, double radius, double bowX, double bowY) {}

    /** {@return those pieces that are not of holes} */
    List<InkPiece> without(List<InkPiece> pieces) {
        Map<InkPiece, Circle> circles = new IdentityHashMap<>();
        pieces.forEach(piece -> circle(piece).ifPresent(circle -> circles.put(piece, circle)));
        return pieces.stream()
                .filter(piece -> !isOfAPair(circles.get(piece), circles.values()))
                .toList();
    }

    private boolean isOfAPair(@Nullable Circle circle, Collection<Circle> circles) {
        return circle != null && circles.stream().anyMatch(other -> isPair(circle, other));
    }

    private static Optional<Circle> circle(InkPiece piece) {
        InkMask mask = piece.mask();
        if (mask.extentMm() < EXTENT_LEAST_MM || mask.extentMm() > EXTENT_MOST_MM) {
            return Optional.empty();
        }
        double[][] places = places(mask);
        return disc(places, piece.areaMm2())
                .or(() -> ring(places))
                .filter(circle -> circle.radius > RADIUS_LEAST_MM && circle.radius < RADIUS_MOST_MM);
    }

    /** {@return the circle that the piece fills} */
    private static Optional<Circle> disc(double[][] places, double areaMm2) {
        double[] middle = mean(places, p -> new double[] {p[0], p[1]});
        double radius = Math.sqrt(areaMm2 / Math.PI);
        boolean round =
                Arrays.stream(places).allMatch(p -> Math.hypot(p[0] - middle[0], p[1] - middle[1]) < ROUND * radius);
        return round ? Optional.of(new Circle(middle[0], middle[1], radius, 0, 0)) : Optional.empty();
    }

    /** {@return the circle along which the piece lies} I. Kåsa, "A circle fitting procedure and its error analysis", IEEE Trans. IM 25, 1976. */
    private static Optional<Circle> ring(double[][] places) {
        double[] middle = mean(places, p -> new double[] {p[0], p[1]});
        double[] m = mean(places, p -> {
            double u = p[0] - middle[0];
            double v = p[1] - middle[1];
            return new double[] {u * u, u * v, v * v, u * (u * u + v * v), v * (u * u + v * v)};
        });
        double det = m[0] * m[2] - m[1] * m[1];
        double u = (m[3] * m[2] - m[4] * m[1]) / (2 * det);
        double v = (m[4] * m[0] - m[3] * m[1]) / (2 * det);
        double radius = Math.sqrt(u * u + v * v + m[0] + m[2]);
        Circle circle = new Circle(middle[0] + u, middle[1] + v, radius, -u / radius, -v / radius);
        double strays = mean(places, p -> {
            double off = Math.hypot(p[0] - circle.x, p[1] - circle.y) - circle.radius;
            return new double[] {off * off};
        })[0];
        // Where all lies on one line there is no circle, and nothing compares with what comes of dividing by 0.
        return Math.sqrt(strays) < STRAYS_MM ? Optional.of(circle) : Optional.empty();
    }

    /** {@return where its pixels lie on the sheet, mm} */
    private static double[][] places(InkMask mask) {
        return IntStream.range(0, mask.widthPx() * mask.heightPx())
                .filter(i -> mask.at(i % mask.widthPx(), i / mask.widthPx()))
                .mapToObj(i -> new double[] {
                    (mask.leftPx() + i % mask.widthPx() + 0.5) / mask.pixelsPerMm(),
                    (mask.topPx() + i / mask.widthPx() + 0.5) / mask.pixelsPerMm()
                })
                .toArray(double[][]::new);
    }

    private static double[] mean(double[][] places, UnaryOperator<double[]> of) {
        double[] sum = of.apply(places[0]);
        for (int i = 1; i < places.length; i++) {
            double[] more = of.apply(places[i]);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += more[k];
            }
        }
        return Arrays.stream(sum).map(each -> each / places.length).toArray();
    }

    private boolean isPair(Circle one, Circle other) {
        double across = Math.abs(one.x - other.x);
        double along = Math.abs(one.y - other.y);
        return Math.abs(one.radius - other.radius) < ALIKE_MM
                && Math.abs(Math.hypot(across, along) - APART_MM) < TRUE_MM
                && Math.hypot(one.bowX - other.bowX, one.bowY - other.bowY) < SAME_LIGHT
                && (across < ASKEW_MM && isBesideUpright(one) && isBesideUpright(other)
                        || along < ASKEW_MM && isBesideLevel(one) && isBesideLevel(other));
    }

    private boolean isBesideUpright(Circle circle) {
        return isBeside(circle.x - sheet.xMm(), sheet.widthMm());
    }

    private boolean isBesideLevel(Circle circle) {
        return isBeside(circle.y - sheet.yMm(), sheet.heightMm());
    }

    private static boolean isBeside(double fromEdgeMm, double sheetMm) {
        double nearer = Math.min(fromEdgeMm, sheetMm - fromEdgeMm);
        return nearer > FROM_EDGE_LEAST_MM && nearer < FROM_EDGE_MOST_MM;
    }
}
