package vn.kiemphieu.vision;

import java.util.Optional;
import java.util.Random;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.reading.Survey.Ring;

/**
 * The best circle of ink where the stamp belongs. Half of it may be missing or lie over print: three points make a
 * circle, and the circle along which most ink lies wins (M. Fischler, R. Bolles, "Random sample consensus", CACM 24(6),
 * 1981).
 */
final class RingFinder {

    /** State bodies' stamps have 36 mm, party bodies' 30: what is 7 mm off the usual is another stamp. */
    private static final double RADIUS_SLACK_MM = 3.5;

    private static final int TRIALS = 900;

    /** The rim is a line of up to 1 mm, and a stamp is seldom a perfect circle on paper. */
    private static final double RIM_MM = 0.7;

    /** A stamp is a true circle; one drawn by hand strays further from it than this. */
    private static final double TRUE_MM = 0.35;

    /** Middle of the band outside a ring that is searched for another ring. */
    private static final double BEYOND_MM = 3;

    /** Middle and half width of the band in which the ink of a drawn ring lies that left the circle. */
    private static final double STRAY_MM = 1.5;

    private static final double STRAY_HALF_MM = 0.8;

    /** A pen of 0.2 mm that crosses a sector leaves more in it. */
    private static final int STROKE_PX = 4;

    /** So much of the circle must lie on the sheet to speak for the rest. */
    private static final double LEAST_ON_SHEET = 0.6;

    private final AlignedPage page;
    private final Residue residue;
    private final InkLevels levels;

    RingFinder(AlignedPage page, Residue residue, InkLevels levels) {
        this.page = page;
        this.residue = residue;
        this.levels = levels;
    }

    Optional<Ring> find(StampPlace place) {
        double radius = place.diameterMm() / 2;
        PaperBox search = place.around().grown(radius + RADIUS_SLACK_MM);
        boolean colour = page.red != null;
        double[][] red = colour ? points(search, true) : new double[0][];
        Optional<Ring> ring = colour ? best(red, red, place, 1) : Optional.empty();
        if (ring.isPresent() && ring.get().coverage() > 0.4) {
            return ring;
        }
        double[][] any = points(search, false);
        Optional<Ring> inAnyInk = best(any, any, place, 0);
        if (ring.isEmpty()
                || (inAnyInk.isPresent()
                        && inAnyInk.get().coverage() > ring.get().coverage() + 0.15)) {
            return inAnyInk;
        }
        return ring;
    }

    /** Ink in the box, in mm: x, y, darkness, and 1 where the form prints nothing. */
    private double[][] points(PaperBox box, boolean red) {
        double px = FormTemplate.PIXELS_PER_MM;
        int left = (int) Math.max(0, box.xMm() * px);
        int right = (int) Math.min(residue.width - 1, box.rightMm() * px);
        int top = (int) Math.max(0, box.yMm() * px);
        int bottom = (int) Math.min(residue.height - 1, box.bottomMm() * px);
        double[][] points = new double[(right - left + 1) * (bottom - top + 1)][];
        int n = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int i = y * residue.width + x;
                if (red ? residue.isRed(i) && residue.darkness(i) > levels.faint() : residue.ink[i] != 0) {
                    points[n++] = new double[] {
                        (x + 0.5) / px, (y + 0.5) / px, residue.darkness(i), residue.ink[i] == 1 ? 1 : 0
                    };
                }
            }
        }
        return java.util.Arrays.copyOf(points, n);
    }

    private Optional<Ring> best(double[][] points, double[][] all, StampPlace place, double red) {
        if (points.length < 60) {
            return Optional.empty();
        }
        // The same page gives the same circle, whoever asks and however often.
        Random random = new Random(points.length);
        double least = place.diameterMm() / 2 - RADIUS_SLACK_MM;
        double most = place.diameterMm() / 2 + RADIUS_SLACK_MM;
        double[] some = places(points, Math.max(1, points.length / 1500));
        double[] winner = null;
        double score = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] circle = circle(
                    points[random.nextInt(points.length)],
                    points[random.nextInt(points.length)],
                    points[random.nextInt(points.length)]);
            if (circle[2] < least
                    || circle[2] > most
                    || !place.around().contains(new PaperPoint(circle[0], circle[1]))) {
                continue;
            }
            double s = coverage(some, circle, RIM_MM);
            if (s <= score) {
                continue; // it can only become less
            }
            // Of rings in one another the outer is the stamp's edge: nothing of a stamp lies beyond it.
            double[] beyond = {circle[0], circle[1], circle[2] + BEYOND_MM};
            s -= 0.6 * coverage(some, beyond, BEYOND_MM - 1.2);
            if (s > score) {
                score = s;
                winner = circle;
            }
        }
        if (winner == null) {
            return Optional.empty();
        }
        double[] rim = settled(winner, points);
        // Settling can slip onto a smaller ring: a seal of 15 mm once passed for the stamp of 36.
        return rim[2] < least || rim[2] > most ? Optional.empty() : Optional.of(ring(rim, points, all, red));
    }

    /** Centre and radius by least squares over the ink along the rim (I. Kåsa, IEEE Trans. Instrum. Meas. 25, 1976). */
    private static double[] settled(double[] guess, double[][] points) {
        double[] c = guess;
        for (int round = 0; round < 4; round++) {
            double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0, sxz = 0, syz = 0, sz = 0;
            for (double[] p : points) {
                double x = p[0] - c[0];
                double y = p[1] - c[1];
                if (Math.abs(Math.hypot(x, y) - c[2]) < RIM_MM) {
                    double z = x * x + y * y;
                    n++;
                    sx += x;
                    sy += y;
                    sxx += x * x;
                    syy += y * y;
                    sxy += x * y;
                    sxz += x * z;
                    syz += y * z;
                    sz += z;
                }
            }
            double a = sxx - sx * sx / n, b = sxy - sx * sy / n, d = syy - sy * sy / n;
            double u = sxz - sx * sz / n, v = syz - sy * sz / n;
            double det = a * d - b * b;
            if (n < 30 || Math.abs(det) < 1e-6) {
                return c;
            }
            double x = (u * d - v * b) / det / 2;
            double y = (a * v - b * u) / det / 2;
            double radius = Math.sqrt(Math.max(0, sz / n - 2 * (x * sx + y * sy) / n + x * x + y * y));
            c = new double[] {c[0] + x, c[1] + y, radius};
        }
        return c;
    }

    private Ring ring(double[] c, double[][] points, double[][] all, double red) {
        int[] histogram = new int[256];
        int stamped = 0;
        int inside = 0;
        for (double[] p : all) {
            double r = Math.hypot(p[0] - c[0], p[1] - c[1]);
            if (r < c[2] + RIM_MM) {
                histogram[(int) p[2]]++;
                stamped++;
            }
            if (r > 0.12 * c[2] && r < c[2] - 2 * RIM_MM) {
                inside++;
            }
        }
        double px2 = FormTemplate.PIXELS_PER_MM * FormTemplate.PIXELS_PER_MM;
        double darkest = darkest(histogram, stamped);
        return new Ring(
                new PaperPoint(c[0], c[1]),
                c[2],
                coverageOnSheet(places(points, 1), c),
                Math.min(1, inside / px2 / (Math.PI * c[2] * c[2])),
                straying(all, c, darkest / 2),
                wobbleMm(points, c),
                red,
                darkest / Math.max(1, levels.print()));
    }

    /**
     * The share of the circle outside which there are strokes. Heavy JPEG lets red run a millimetre into print and paper
     * around a stamp: what prints or is half as dark as the stamp is no stroke.
     */
    private static double straying(double[][] all, double[] c, double dark) {
        int[] strokes = new int[RingSectors.COUNT];
        for (double[] p : all) {
            double beyond = Math.hypot(p[0] - c[0], p[1] - c[1]) - c[2];
            if (p[3] > 0 && p[2] >= dark && Math.abs(beyond - STRAY_MM) < STRAY_HALF_MM) {
                strokes[RingSectors.of(p[0] - c[0], p[1] - c[1])]++;
            }
        }
        int n = 0;
        for (int pixels : strokes) {
            n += pixels >= STROKE_PX ? 1 : 0;
        }
        return n / (double) RingSectors.COUNT;
    }

    /**
     * How far the middle of the rim lies off the circle, direction by direction. Three neighbouring sectors are taken
     * together, 15 degrees: a gap or a letter that touches the rim is shorter than the wave of a hand.
     */
    private static double wobbleMm(double[][] points, double[] c) {
        double[] sum = new double[RingSectors.COUNT];
        int[] n = new int[RingSectors.COUNT];
        for (double[] p : points) {
            double off = Math.hypot(p[0] - c[0], p[1] - c[1]) - c[2];
            if (Math.abs(off) < RIM_MM) {
                int sector = RingSectors.of(p[0] - c[0], p[1] - c[1]);
                sum[sector] += off;
                n[sector]++;
            }
        }
        double squares = 0;
        int seen = 0;
        for (int i = 0; i < RingSectors.COUNT; i++) {
            int before = (i + RingSectors.COUNT - 1) % RingSectors.COUNT;
            int after = (i + 1) % RingSectors.COUNT;
            int here = n[before] + n[i] + n[after];
            if (here >= STROKE_PX) {
                double mean = (sum[before] + sum[i] + sum[after]) / here;
                squares += mean * mean;
                seen++;
            }
        }
        return Math.sqrt(squares / Math.max(1, seen));
    }

    /** What nine tenths of the stamp's ink do not exceed: a worn stamp is pale in places, but never darker than its pad. */
    private static double darkest(int[] histogram, int n) {
        int level = 255;
        int above = 0;
        while (level > 0 && above < n / 10) {
            above += histogram[level--];
        }
        return level;
    }

    /** {@return x and y in turn of every so many of these points} */
    private static double[] places(double[][] points, int step) {
        double[] places = new double[2 * ((points.length + step - 1) / step)];
        for (int k = 0; k < places.length; k += 2) {
            places[k] = points[k / 2 * step][0];
            places[k + 1] = points[k / 2 * step][1];
        }
        return places;
    }

    /** {@return along how much of the circle there is ink, of what lies on the sheet: the scanner may have cut a stamp off} */
    private double coverageOnSheet(double[] places, double[] c) {
        return RingSectors.share(
                sectors(places, c, TRUE_MM), sector -> isOnSheet(c, RingSectors.middle(sector)), LEAST_ON_SHEET);
    }

    private boolean isOnSheet(double[] c, double angle) {
        double reach = (c[2] + RIM_MM) * FormTemplate.PIXELS_PER_MM;
        return residue.isOnSheet((int) Math.floor(c[0] * FormTemplate.PIXELS_PER_MM + reach * Math.cos(angle)), (int)
                Math.floor(c[1] * FormTemplate.PIXELS_PER_MM + reach * Math.sin(angle)));
    }

    private static double coverage(double[] places, double[] c, double halfWidthMm) {
        return RingSectors.share(sectors(places, c, halfWidthMm), sector -> true, 1);
    }

    /**
     * {@return in which directions there is ink so near to the circle}
     *
     * @param places x and y in turn
     */
    private static boolean[] sectors(double[] places, double[] c, double halfWidthMm) {
        boolean[] hit = new boolean[RingSectors.COUNT];
        double least = (c[2] - halfWidthMm) * (c[2] - halfWidthMm);
        double most = (c[2] + halfWidthMm) * (c[2] + halfWidthMm);
        for (int k = 0; k < places.length; k += 2) {
            double dx = places[k] - c[0];
            double dy = places[k + 1] - c[1];
            double r2 = dx * dx + dy * dy;
            if (r2 > least && r2 < most) {
                hit[RingSectors.of(dx, dy)] = true;
            }
        }
        return hit;
    }

    /** The circle through three points: centre and radius; radius 0 where they lie on a line. */
    private static double[] circle(double[] a, double[] b, double[] c) {
        double d = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]));
        if (Math.abs(d) < 1e-6) {
            return new double[] {0, 0, 0};
        }
        double a2 = a[0] * a[0] + a[1] * a[1];
        double b2 = b[0] * b[0] + b[1] * b[1];
        double c2 = c[0] * c[0] + c[1] * c[1];
        double x = (a2 * (b[1] - c[1]) + b2 * (c[1] - a[1]) + c2 * (a[1] - b[1])) / d;
        double y = (a2 * (c[0] - b[0]) + b2 * (a[0] - c[0]) + c2 * (b[0] - a[0])) / d;
        return new double[] {x, y, Math.hypot(a[0] - x, a[1] - y)};
    }
}
