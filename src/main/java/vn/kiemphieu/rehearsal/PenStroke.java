package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.function.UnaryOperator;

/** The way of the pen from touching the paper to leaving it. */
public record PenStroke(List<PenPoint> points) {

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
