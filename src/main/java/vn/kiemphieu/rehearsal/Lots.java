package vn.kiemphieu.rehearsal;

import java.util.Random;

/**
 * Random numbers by seed and number. {@link Random} itself begins almost alike for seeds that lie side by side: a whole
 * deck once crossed in one and the same manner.
 */
final class Lots {

    private Lots() {}

    /** {@return the lots of that number; seed and number are stirred first (SplitMix64, Steele et al. 2014)} */
    static Random of(long seed, long number) {
        long z = seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return new Random(z ^ z >>> 31);
    }
}
