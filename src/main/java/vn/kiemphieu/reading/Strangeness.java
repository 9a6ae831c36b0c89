package vn.kiemphieu.reading;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How far a crossing is from the X's that people draw. Each trait is held against what is usual: an X may be a little
 * unusual in one or two of them, but a letter, a star or a corrected mark is so in many, or far out in one. The sum of
 * squares weighs just that.
 *
 * <p>What is usual was measured on 3,200 X's by 106 people, drawn with pens of 0.17 to 0.85 mm at sizes of 1.7 to 11.5 mm:
 * of each trait the worst 0.3 % and the worst 15 % give the two bounds. No mark of another kind was asked for them; on the
 * X's and 7,800 other marks of 106 other people, 0.4 % of the others and four fifths of the X's, odd ones among them,
 * stay below {@link #SURE}.
 */
final class Strangeness {

    /** Below this a mark is an X. */
    static final double SURE = 3.2;

    /** No trait says more against an X than this many times its usual range. */
    private static final double WORST = 3;

    /** What was measured on one crossing. */
    record Evidence(Crossing crossing, InkAccount ink, Wedges wedges, InkMask mask) {

        private double size() {
            return Math.min(mask.widthPx(), mask.heightPx());
        }
    }

    /** What is held against what is usual; the order of the list in {@link #shortfalls}. */
    enum Trait {
        BEND(36, 15, e -> e.crossing().bendDegrees()),
        ANGLE(46, 64, e -> e.crossing().angleDegrees()),
        /** On 3,833 X's, the program's own hands among them. */
        LOPSIDED(47, 24, e -> e.crossing().lopsidedDegrees()),
        UPRIGHT(25, 34.5, e -> e.crossing().uprightDegrees()),
        REST(0.12, 0, e -> e.crossing().restShare()),
        ALIEN(0.13, 0.06, e -> e.ink().alienShare()),
        BEYOND(0.285, 0, e -> e.ink().beyondShare()),
        STRAIGHT(0.835, 0.94, e -> e.crossing().straightness()),
        MEAN_STRAIGHT(0.928, 0.97, e -> e.crossing().meanStraightness()),
        WEDGE_INK(0.112, 0.02, e -> e.wedges().inkShare()),
        WEDGE_DEPTH(0.3, 1.62, e -> e.wedges().depthPx() / e.ink().penPx()),
        STROKES(0.41, 0.685, e -> e.crossing().strokeRatio()),
        SIZE(3.98, 6.67, e -> e.size() / e.ink().penPx()),
        UNEVEN(3.7, 2.1, e -> e.ink().unevenness());

        private final double worst;
        private final double usual;
        private final ToDoubleFunction<Evidence> measure;

        Trait(double worst, double usual, ToDoubleFunction<Evidence> measure) {
            this.worst = worst;
            this.usual = usual;
            this.measure = measure;
        }

        private double shortfall(Evidence e) {
            double t = (measure.applyAsDouble(e) - worst) / (usual - worst);
            return 1 - Math.max(-WORST, Math.min(1, t));
        }
    }

    private Strangeness() {}

    /** {@return 0 for an X such as most people draw, without limit upwards} */
    static double of(Evidence e) {
        double sum = 0;
        for (double s : shortfalls(e)) {
            sum += s * s;
        }
        return sum;
    }

    /** {@return for each {@link Trait} how far it falls short of what is usual: 0 is usual, 1 the oddest X in 300} */
    static double[] shortfalls(Evidence e) {
        return Arrays.stream(Trait.values()).mapToDouble(t -> t.shortfall(e)).toArray();
    }
}
