package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A line as a hand draws it: through given points, smooth, trembling a little, pressed harder in the middle.
 *
 * <p>Catmull–Rom through the knots, so that a hook or a loop is only a matter of putting a knot.
 */
final class Curve {

    /** Points between two knots: fine enough that no corner shows at 300 dpi on a 12 mm mark. */
    private static final int STEPS = 10;

    private final List<double[]> knots = new ArrayList<>();

    Curve to(double x, double y) {
        knots.add(new double[] {x, y});
        return this;
    }

    /** {@return the stroke; {@code tremor} is a share of the unit drawing, 0.01 a steady hand, 0.03 an old one} */
    PenStroke drawn(double tremor, Random random) {
        double phase = random.nextDouble() * 6.28;
        double speed = 5 + 6 * random.nextDouble();
        double lift = 0.25 + 0.5 * random.nextDouble();
        int n = (knots.size() - 1) * STEPS;
        List<PenPoint> points = new ArrayList<>(n + 1);
        for (int i = 0; i <= n; i++) {
            double t = i / (double) n;
            double[] p = at(Math.min(i / STEPS, knots.size() - 2), i == n ? 1 : (i % STEPS) / (double) STEPS);
            double shake = tremor * Math.sin(phase + speed * t * 6.28) + 0.3 * tremor * random.nextGaussian();
            double press = Math.min(1, 0.6 + 3 * t) * (t > 0.8 ? 1 - lift * (t - 0.8) / 0.2 : 1);
            points.add(new PenPoint(p[0] + shake, p[1] - 0.7 * shake, press * (1 + 0.08 * random.nextGaussian())));
        }
        return new PenStroke(points);
    }

    private double[] at(int segment, double t) {
        double[] a = knots.get(Math.max(0, segment - 1));
        double[] b = knots.get(segment);
        double[] c = knots.get(segment + 1);
        double[] d = knots.get(Math.min(knots.size() - 1, segment + 2));
        return new double[] {spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)};
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
