package vn.kiemphieu.rehearsal;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The way of the pen from touching the paper to leaving it. */
public record PenStroke(List<PenPoint> points) {

    /** The share of a stroke's points at each end that are not its inner part. */
    private static final double ENDS = 0.12;

    /** Strokes that lie flatter to one another run along each other rather than across: the sine of 30 degrees. */
    private static final double STEEP = 0.5;

    public PenStroke {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A stroke needs a point");
        }
    }

    /** The way of the pen, in the unit of its points. */
    double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += Math.hypot(
                    points.get(i).x() - points.get(i - 1).x(),
                    points.get(i).y() - points.get(i - 1).y());
        }
        return sum;
    }

    /** {@return whether those two cross as an X's do: once, steeply, and not near an end of either} */
    boolean crosses(PenStroke other) {
        long crossings = lines(0).mapToLong(
                        a -> other.lines(0).filter(a::intersectsLine).count())
                .sum();
        return crossings == 1
                && sineTo(other) > STEEP
                && lines(ENDS).anyMatch(a -> other.lines(ENDS).anyMatch(a::intersectsLine));
    }

    /** {@return the sine of the angle between the ways from start to end} */
    private double sineTo(PenStroke other) {
        PenPoint way = way();
        PenPoint otherWay = other.way();
        double product = way.x() * otherWay.y() - way.y() * otherWay.x();
        return Math.abs(product)
                / Math.max(1e-9, Math.hypot(way.x(), way.y()) * Math.hypot(otherWay.x(), otherWay.y()));
    }

    private PenPoint way() {
        PenPoint from = points.get(0);
        PenPoint to = points.get(points.size() - 1);
        return new PenPoint(to.x() - from.x(), to.y() - from.y(), 1);
    }

    /** {@return the lines between its points without that share of them at each end} */
    private Stream<Line2D> lines(double share) {
        int ends = (int) Math.ceil(share * points.size());
        return IntStream.range(ends, points.size() - 1 - ends)
                .mapToObj(i -> new Line2D.Double(
                        points.get(i).x(),
                        points.get(i).y(),
                        points.get(i + 1).x(),
                        points.get(i + 1).y()));
    }

    PenStroke moved(UnaryOperator<PenPoint> by) {
        return new PenStroke(points.stream().map(by).toList());
    }

    /** Strokes of a unit drawing laid onto the paper: scaled to {@code sizeMm}, turned clockwise, centred. */
    static List<PenStroke> placed(List<PenStroke> unit, double xMm, double yMm, double sizeMm, double turnRadians) {
        double cos = Math.cos(turnRadians) * sizeMm;
        double sin = Math.sin(turnRadians) * sizeMm;
        return unit.stream()
                .map(s -> s.moved(
                        p -> new PenPoint(xMm + cos * p.x() - sin * p.y(), yMm + sin * p.x() + cos * p.y(), p.press())))
                .toList();
    }

    /** The same strokes pulled to that width and height about their centre, which moves to (xMm, yMm). */
    static List<PenStroke> fitted(List<PenStroke> unit, double xMm, double yMm, double widthMm, double heightMm) {
        Extent e = Extent.of(unit);
        double sx = widthMm / Math.max(e.width(), 1e-6);
        double sy = heightMm / Math.max(e.height(), 1e-6);
        return unit.stream()
                .map(s -> s.moved(p ->
                        new PenPoint(xMm + (p.x() - e.centreX()) * sx, yMm + (p.y() - e.centreY()) * sy, p.press())))
                .toList();
    }

    /** The drawing moved and scaled so that the longer side of its box is 1 and its centre is the origin. */
    static List<PenStroke> unit(List<PenStroke> strokes) {
        Extent e = Extent.of(strokes);
        double side = Math.max(Math.max(e.width(), e.height()), 1e-9);
        return strokes.stream()
                .map(s -> s.moved(
                        p -> new PenPoint((p.x() - e.centreX()) / side, (p.y() - e.centreY()) / side, p.press())))
                .toList();
    }

    /** The box around some strokes; its sides may be 0, which a box on paper may not. */
    record Extent(double left, double top, double right, double bottom) {

        static Extent of(List<PenStroke> strokes) {
            double l = Double.MAX_VALUE;
            double t = Double.MAX_VALUE;
            double r = -Double.MAX_VALUE;
            double b = -Double.MAX_VALUE;
            for (PenStroke s : strokes) {
                for (PenPoint p : s.points) {
                    l = Math.min(l, p.x());
                    t = Math.min(t, p.y());
                    r = Math.max(r, p.x());
                    b = Math.max(b, p.y());
                }
            }
            return new Extent(l, t, r, b);
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        double centreX() {
            return (left + right) / 2;
        }

        double centreY() {
            return (top + bottom) / 2;
        }
    }
}
