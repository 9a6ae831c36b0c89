package vn.kiemphieu.rehearsal;

import java.util.Random;

/**
 * What writes: its colour, its line and how its ink takes to paper.
 *
 * @param rgb the ink's colour where it lies thick
 * @param widthMm of the line at usual pressure
 * @param density 0..1: how much of the paper the ink hides
 * @param grain 0..1: how far the paper's tooth shows through, 0 for gel, high for pencil
 * @param skips 0..1: how often the ball loses its ink
 * @param pressure 0..1: how much the line widens and thins with the hand
 */
public record Pen(Kind kind, int rgb, double widthMm, double density, double grain, double skips, double pressure) {

    /** The kinds that leave different lines. */
    public enum Kind {
        BALL,
        GEL,
        FELT,
        PENCIL,
        /** The rubber of a stamp: it prints blotches, not lines. */
        STAMP,
        /** Toner of a copying machine: even and hard-edged. */
        TONER
    }

    /** Lines measured on real pens: 0.17–0.85 mm, median 0.35 mm. */
    private static final double NARROWEST_MM = 0.17;

    private static final double WIDEST_MM = 0.85;

    /** A pen as voters carry them: mostly ball pens, mostly blue, now and then black, rarely red or a pencil. */
    static Pen any(Random random) {
        double d = random.nextDouble();
        Kind kind = d < 0.58 ? Kind.BALL : d < 0.86 ? Kind.GEL : d < 0.95 ? Kind.FELT : Kind.PENCIL;
        double median = kind == Kind.BALL ? 0.32 : kind == Kind.GEL ? 0.40 : kind == Kind.FELT ? 0.62 : 0.38;
        double width = median * Math.exp(0.24 * random.nextGaussian());
        return of(kind, random, Math.min(WIDEST_MM, Math.max(NARROWEST_MM, width)));
    }

    private static Pen of(Kind kind, Random random, double widthMm) {
        int rgb = kind == Kind.PENCIL ? jittered(0x5A5A60, random) : colour(random);
        double density = switch (kind) {
            case PENCIL -> 0.68 + 0.25 * random.nextDouble();
            case FELT -> 0.75 + 0.2 * random.nextDouble();
            case GEL -> 0.9 + 0.1 * random.nextDouble();
            default -> 0.78 + 0.2 * random.nextDouble();
        };
        double grain = switch (kind) {
            case PENCIL -> 0.7;
            case BALL -> 0.15 + 0.25 * random.nextDouble();
            default -> 0.08;
        };
        double skips = kind == Kind.BALL && random.nextDouble() < 0.35 ? 0.08 + 0.3 * random.nextDouble() : 0.01;
        double pressure = kind == Kind.GEL ? 0.15 : 0.2 + 0.35 * random.nextDouble();
        return new Pen(kind, rgb, widthMm, density, grain, skips, pressure);
    }

    private static int colour(Random random) {
        double d = random.nextDouble();
        if (d < 0.66) {
            return jittered(random.nextBoolean() ? 0x1F3F9E : 0x2A2F86, random);
        }
        return d < 0.96 ? jittered(0x26262C, random) : jittered(0xC02838, random);
    }

    private static int jittered(int rgb, Random random) {
        int shift = random.nextInt(31) - 12;
        return clamp((rgb >> 16 & 255) + shift) << 16
                | clamp((rgb >> 8 & 255) + shift) << 8
                | clamp((rgb & 255) + shift);
    }

    private static int clamp(int v) {
        return Math.min(255, Math.max(0, v));
    }

    Pen withWidth(double mm) {
        return new Pen(kind, rgb, mm, density, grain, skips, pressure);
    }

    Pen faded(double toDensity) {
        return new Pen(kind, rgb, widthMm, toDensity, Math.max(grain, 0.35), Math.max(skips, 0.15), pressure);
    }
}
