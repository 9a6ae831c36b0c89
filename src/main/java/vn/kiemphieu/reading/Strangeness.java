package vn.kiemphieu.reading;

import java.util.List;
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
    static final double SURE = 3.5;

    /** No trait says more against an X than this many times its usual range. */
    private static final double WORST = 3;

    /** What was measured on one crossing. */
    record Evidence(Crossing crossing, InkAccount ink, Wedges wedges, InkMask mask) {

        private double size() {
            return Math.min(mask.widthPx(), mask.heightPx());
        }
    }

    private record Trait(double worst, double usual, ToDoubleFunction<Evidence> measure) {

        double strangeness(Evidence e) {
            double t = (measure.applyAsDouble(e) - worst) / (usual - worst);
            double short1 = 1 - Math.max(-WORST, Math.min(1, t));
            return short1 * short1;
        }
    }

    private static final List<Trait> TRAITS = List.of(
            new Trait(36, 15, e -> e.crossing().bendDegrees()),
            new Trait(46, 64, e -> e.crossing().angleDegrees()),
            new Trait(25, 34.5, e -> e.crossing().uprightDegrees()),
            new Trait(0.12, 0, e -> e.crossing().restShare()),
            new Trait(0.13, 0.06, e -> e.ink().alienShare()),
            new Trait(0.285, 0, e -> e.ink().beyondShare()),
            new Trait(0.835, 0.94, e -> e.crossing().straightness()),
            new Trait(0.928, 0.97, e -> e.crossing().meanStraightness()),
            new Trait(0.112, 0.02, e -> e.wedges().inkShare()),
            new Trait(0.3, 1.62, e -> e.wedges().depthPx() / e.ink().penPx()),
            new Trait(0.41, 0.685, e -> e.crossing().strokeRatio()),
            new Trait(3.98, 6.67, e -> e.size() / e.ink().penPx()),
            new Trait(3.7, 2.1, e -> e.ink().unevenness()));

    private Strangeness() {}

    /** {@return 0 for an X such as most people draw, without limit upwards} */
    static double of(Evidence e) {
        return TRAITS.stream().mapToDouble(t -> t.strangeness(e)).sum();
    }
}
