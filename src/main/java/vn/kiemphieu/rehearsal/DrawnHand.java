package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A hand that exists nowhere: habits drawn by lot, and every mark by them. The manners of the X are the hard but honest
 * ones that real voters have; a reader that knows only two straight strokes fails on half of them.
 */
final class DrawnHand implements Repertoire {

    /** How this hand crosses. */
    enum Manner {
        PLAIN,
        HOOKED,
        /** The pen stays on the paper between the strokes. */
        JOINED,
        LOOPED,
        /** One stroke long, one short. */
        UNEVEN,
        /** Each stroke gone over once more. */
        DOUBLED
    }

    private final Manner manner;
    private final double slant;
    private final double aspect;
    private final double bow;
    private final double tremor;
    private final Scrawl scrawl;

    DrawnHand(Random random) {
        double d = random.nextDouble();
        manner = d < 0.42
                ? Manner.PLAIN
                : d < 0.62
                        ? Manner.HOOKED
                        : d < 0.74
                                ? Manner.JOINED
                                : d < 0.82 ? Manner.LOOPED : d < 0.92 ? Manner.UNEVEN : Manner.DOUBLED;
        slant = 0.16 * random.nextGaussian();
        // Real X's are 0.57 to 1.43 times as wide as high, 0.87 in the median.
        aspect = Math.min(1.45, Math.max(0.58, 0.9 * Math.exp(0.26 * random.nextGaussian())));
        // More, and the two strokes only touch: an honest X crosses.
        bow = Math.max(-0.12, Math.min(0.12, 0.07 * random.nextGaussian()));
        tremor = 0.004 + 0.012 * random.nextDouble() * random.nextDouble();
        scrawl = new Scrawl(slant, tremor, random);
    }

    @Override
    public List<PenStroke> draw(Drawing what, Random random) {
        return PenStroke.unit(
                switch (what) {
                    case X -> turned(x(random), slant);
                    case TICK -> List.of(tick(random));
                    case CIRCLE -> List.of(circle(random));
                    case PLUS -> plus(random);
                    case SLASH -> List.of(stroke(0.32, -0.5, -0.32, 0.5, random));
                    case LINE ->
                        List.of(stroke(-0.5, 0.03 * random.nextGaussian(), 0.5, 0.03 * random.nextGaussian(), random));
                    case WAVE -> List.of(wave(random));
                    case SCRIBBLE -> List.of(scribble(random));
                    case FILL -> List.of(fill(random));
                    case WORD -> scrawl.word(random);
                    case SIGNATURE -> scrawl.signature(random);
                });
    }

    private List<PenStroke> x(Random random) {
        double w = aspect / 2;
        double near = 0.06;
        double[] a = {-w + near * random.nextGaussian(), -0.5 + near * random.nextGaussian()};
        double[] b = {w + near * random.nextGaussian(), 0.5 + near * random.nextGaussian()};
        double[] c = {w + near * random.nextGaussian(), -0.5 + near * random.nextGaussian()};
        double[] d = {-w + near * random.nextGaussian(), 0.5 + near * random.nextGaussian()};
        if (manner == Manner.JOINED || manner == Manner.LOOPED) {
            return List.of(joined(a, b, c, d, random));
        }
        if (manner == Manner.UNEVEN) {
            // Shorter, yet always across the long one: two strokes that do not cross are no X to anybody.
            double cut = 0.55 + 0.25 * random.nextDouble();
            double off = 0.04 * random.nextGaussian();
            c = new double[] {c[0] * cut + off, c[1] * cut};
            d = new double[] {d[0] * cut + off, d[1] * cut};
        }
        List<PenStroke> strokes = new ArrayList<>();
        strokes.add(stroke(a[0], a[1], b[0], b[1], random));
        strokes.add(stroke(c[0], c[1], d[0], d[1], random));
        if (manner == Manner.DOUBLED) {
            double o = 0.04;
            strokes.add(stroke(a[0] + o, a[1], b[0] + o, b[1] - o, random));
            strokes.add(stroke(c[0], c[1] + o, d[0] + o, d[1], random));
        }
        return strokes;
    }

    private PenStroke joined(double[] a, double[] b, double[] c, double[] d, Random random) {
        Curve curve =
                new Curve().to(a[0], a[1]).to(0.04 * random.nextGaussian(), bow).to(b[0], b[1]);
        double out = manner == Manner.LOOPED ? 0.22 : 0.07;
        curve.to(b[0] + out, (b[1] + c[1]) / 2 - 0.1).to(c[0], c[1]);
        if (manner == Manner.LOOPED) {
            curve.to(c[0] - 0.12, c[1] - 0.05);
        }
        return curve.to(-0.02, 0.03 * random.nextGaussian()).to(d[0], d[1]).drawn(tremor, random);
    }

    /** One stroke with this hand's bow, and its hook where it has one. */
    private PenStroke stroke(double x1, double y1, double x2, double y2, Random random) {
        double len = Math.hypot(x2 - x1, y2 - y1);
        double nx = -(y2 - y1) / len;
        double ny = (x2 - x1) / len;
        double bend = len * (bow + 0.03 * random.nextGaussian());
        Curve curve = new Curve();
        if (manner == Manner.HOOKED && random.nextDouble() < 0.6) {
            double h = 0.06 + 0.07 * random.nextDouble();
            curve.to(x1 + nx * h + 0.03, y1 + ny * h);
        }
        curve.to(x1, y1)
                .to((x1 + x2) / 2 + nx * bend, (y1 + y2) / 2 + ny * bend)
                .to(x2, y2);
        if (manner == Manner.HOOKED && random.nextDouble() < 0.6) {
            double h = 0.06 + 0.09 * random.nextDouble();
            curve.to(x2 + nx * h - 0.04 * (x2 - x1), y2 + ny * h - 0.04 * (y2 - y1));
        }
        return curve.drawn(tremor, random);
    }

    private PenStroke tick(Random random) {
        double g = 0.05 * random.nextGaussian();
        return new Curve()
                .to(-0.42, 0.02 + g)
                .to(-0.26, 0.2 + g)
                .to(-0.14 + g, 0.46)
                .to(0.1, 0.02 - g)
                .to(0.5, -0.5)
                .drawn(tremor, random);
    }

    private PenStroke circle(Random random) {
        double start = -1.8 + 0.5 * random.nextGaussian();
        double round = 6.28 + 0.35 * random.nextGaussian();
        double squash = 0.75 + 0.3 * random.nextDouble();
        Curve curve = new Curve();
        for (int i = 0; i <= 9; i++) {
            double t = start - round * i / 9;
            double r = 0.5 * (1 + 0.05 * random.nextGaussian() - 0.06 * i / 9);
            curve.to(r * Math.cos(t), r * squash * Math.sin(t));
        }
        return curve.drawn(tremor, random);
    }

    private List<PenStroke> plus(Random random) {
        double g = 0.04 * random.nextGaussian();
        return List.of(stroke(g, -0.5, -g, 0.5, random), stroke(-0.45, g, 0.45, -g, random));
    }

    private PenStroke wave(Random random) {
        Curve curve = new Curve();
        int n = 9 + random.nextInt(7);
        double high = 0.03 + 0.025 * random.nextDouble();
        for (int i = 0; i <= n; i++) {
            curve.to(-0.5 + i / (double) n, (i % 2 == 0 ? high : -high) * (1 + 0.3 * random.nextGaussian()));
        }
        return curve.drawn(tremor / 2, random);
    }

    private PenStroke scribble(Random random) {
        Curve curve = new Curve();
        int n = 12 + random.nextInt(12);
        for (int i = 0; i <= n; i++) {
            double along = -0.42 + 0.84 * i / n + 0.1 * random.nextGaussian();
            double side = (i % 2 == 0 ? 1 : -1) * (0.3 + 0.12 * random.nextGaussian());
            curve.to(along + side * 0.35, side);
        }
        return curve.drawn(tremor, random);
    }

    private PenStroke fill(Random random) {
        Curve curve = new Curve();
        int n = 26 + random.nextInt(14);
        for (int i = 0; i <= n; i++) {
            curve.to((i % 2 == 0 ? -0.5 : 0.5) * (1 + 0.06 * random.nextGaussian()), -0.5 + i / (double) n);
        }
        return curve.drawn(tremor / 2, random);
    }

    private static List<PenStroke> turned(List<PenStroke> strokes, double radians) {
        return PenStroke.placed(strokes, 0, 0, 1, radians);
    }
}
