package vn.kiemphieu.decision;

/** What a sample tells about the whole, drawn without putting back: the hypergeometric distribution, exactly. */
final class Bound {

    /** One in twenty: the usual risk of audits, printed in words beside the figure. */
    private static final double RISK = 0.05;

    private Bound() {}

    /**
     * {@return the greatest number of wrong ones in the whole under which so few in the sample are no rarer than one in
     * twenty}
     */
    static int mostWrong(int whole, int sample, int wrongInSample) {
        int low = wrongInSample; // believable
        int high = whole - (sample - wrongInSample); // all that nobody looked at are wrong
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chanceOfAtMost(wrongInSample, whole, middle, sample) > RISK) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double chanceOfAtMost(int found, int whole, int wrong, int sample) {
        double chance = 0;
        for (int k = Math.max(0, sample - (whole - wrong)); k <= Math.min(found, Math.min(wrong, sample)); k++) {
            chance += Math.exp(logChoose(wrong, k) + logChoose(whole - wrong, sample - k) - logChoose(whole, sample));
        }
        return chance;
    }

    private static double logChoose(int n, int k) {
        double log = 0;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            log += Math.log((double) (n - i + 1) / i);
        }
        return log;
    }
}
