package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writing that says nothing: loops, stems and tails in the rhythm of a running hand, with tone marks above and below as
 * Vietnamese has them. A reader must see that it is writing, not read it.
 */
final class Scrawl {

    private final double slant;
    private final double tremor;
    private final double pitch;
    private final double roundness;

    Scrawl(double slant, double tremor, Random random) {
        this.slant = slant + 0.15;
        this.tremor = tremor;
        this.pitch = 0.55 + 0.35 * random.nextDouble();
        this.roundness = 0.1 + 0.5 * random.nextDouble();
    }

    /** {@return a word of two to five letters and its tone mark} */
    List<PenStroke> word(Random random) {
        List<PenStroke> strokes = new ArrayList<>();
        double x = 0;
        int letters = 2 + random.nextInt(4);
        Curve curve = new Curve().to(x, 0.3);
        int onPaper = 0;
        for (int i = 0; i < letters; i++) {
            if (onPaper > 0 && random.nextDouble() < 0.3) {
                strokes.add(curve.drawn(tremor, random));
                x += 0.15;
                curve = new Curve().to(slanted(x, 0.1), 0.1);
            }
            x = letter(curve, x, random);
            onPaper++;
        }
        strokes.add(curve.drawn(tremor, random));
        if (random.nextDouble() < 0.75) {
            double at = x * (0.3 + 0.5 * random.nextDouble());
            strokes.add(new Curve()
                    .to(slanted(at, -0.75), -0.75)
                    .to(slanted(at + 0.12, -0.95), -0.92)
                    .to(slanted(at + 0.25, -0.78), -0.8 + 0.1 * random.nextGaussian())
                    .drawn(tremor, random));
        }
        if (random.nextDouble() < 0.3) {
            double at = x * random.nextDouble();
            strokes.add(new Curve().to(at, 0.85).to(at + 0.05, 0.9).drawn(tremor, random));
        }
        return strokes;
    }

    private double letter(Curve curve, double x0, Random random) {
        double wide = pitch * (0.8 + 0.4 * random.nextDouble());
        double d = random.nextDouble();
        double top = d < 0.25 ? -1.05 : -0.32 + 0.08 * random.nextGaussian();
        double foot = d > 0.85 ? 1.15 : 0.5 + 0.05 * random.nextGaussian();
        double loop = roundness * wide;
        curve.to(slanted(x0 + 0.3 * wide, top), top);
        curve.to(slanted(x0 + 0.3 * wide - loop, (top + foot) / 2), (top + foot) / 2);
        curve.to(slanted(x0 + 0.45 * wide, foot), foot);
        if (random.nextDouble() < 0.6) {
            curve.to(slanted(x0 + 0.7 * wide, 0), -0.05);
            curve.to(slanted(x0 + 0.55 * wide, -0.25), -0.28);
        }
        curve.to(slanted(x0 + wide, 0.3), 0.3 + 0.06 * random.nextGaussian());
        return x0 + wide;
    }

    List<PenStroke> signature(Random random) {
        List<PenStroke> strokes = new ArrayList<>(word(random));
        PenStroke.Extent e = PenStroke.Extent.of(strokes);
        strokes.add(new Curve()
                .to(e.left() + 0.2, -0.3)
                .to(e.left() - 0.3, 0.5)
                .to(e.left() + 0.1, -1.5)
                .to(e.left() + 0.5, 0.8)
                .to(e.centreX(), 0.2)
                .drawn(tremor, random));
        strokes.add(new Curve()
                .to(e.right() - 0.1, 0.2)
                .to(e.right() + 0.6, -0.5)
                .to(e.centreX(), 1.0 + 0.2 * random.nextGaussian())
                .to(e.left() + 0.2, 1.2)
                .to(e.right() + 0.8, 0.85)
                .drawn(tremor, random));
        return strokes;
    }

    private double slanted(double x, double y) {
        return x - slant * y;
    }
}
