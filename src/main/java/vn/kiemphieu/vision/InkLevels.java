package vn.kiemphieu.vision;

/**
 * Where paper ends and ink begins on one page, as darkness 0..255. Taken from the page itself, because scanners and pens
 * differ more than any fixed number allows.
 *
 * @param print how dark the page's own print is where it is solid
 * @param faint ink may be as light as this where it belongs to something darker
 * @param sure nothing on bare paper is as dark as this
 * @param thickenedPx by how much the page's print is wider than the form's, each side: printers bleed, 1-bit scans swell
 */
record InkLevels(double print, double faint, double sure, int thickenedPx) {

    /**
     * Darker than paper usually is by this many times the spread of its grain, no paper is. Office scans spread by 2 to 4, poor ones by
     * 4 to 9. Five, six and seven differ little: 34, 32 and 33 of 157 ballots on three decks were asked about.
     */
    private static final double SPREADS = 6;

    /** Every third row of the page tells of the paper as well as all. */
    private static final int GRAIN_ROWS = 3;

    /** Half a millimetre each side: thicker than that no print comes out. */
    static final int MOST_THICKENED_PX = 4;

    private static final double LEAST_FAINT = 26;

    private static final double LEAST_SURE = 48;

    /** Half grey after straightening: in 1-bit scans all else is an edge between black and white. */
    private static final InkLevels BILEVEL = new InkLevels(255, 90, 150, 0);

    static InkLevels of(AlignedPage page) {
        double print = quantile(page.samples(), page.template.solidPixels(), 0.95);
        InkLevels levels;
        if (page.bilevel()) {
            levels = BILEVEL;
        } else {
            double faint = Math.max(LEAST_FAINT, darkestPaper(page));
            levels = new InkLevels(print, faint, Math.max(LEAST_SURE, 1.6 * faint), 0);
        }
        return new InkLevels(print, levels.faint, levels.sure, thickened(page, levels.sure));
    }

    /**
     * How dark bare paper is at most, told away from print. Where a scan is grainy, paper is on average darker than the light
     * that is taken for the paper's, and that offset must not be multiplied with the grain: marks of pale pens would be lost.
     */
    private static double darkestPaper(AlignedPage page) {
        boolean[] bare = page.template.bare();
        byte[] dark = page.samples();
        byte[] told = page.toldSamples();
        int width = page.template.widthPx;
        long n = 0;
        long sum = 0;
        long squares = 0;
        for (int row = 0; row < bare.length; row += GRAIN_ROWS * width) {
            for (int i = row; i < row + width; i++) {
                // Pixels that a pen may have darkened do not tell of the paper.
                if (told[i] == LaidSheet.TOLD && bare[i] && (dark[i] & 0xff) <= 60) {
                    n++;
                    sum += dark[i];
                    squares += dark[i] * dark[i];
                }
            }
        }
        if (n == 0) {
            return 0;
        }
        double mean = sum / (double) n;
        return mean + SPREADS * Math.sqrt(Math.max(0, squares / (double) n - mean * mean));
    }

    /** Rings of one pixel around the print: as long as most tiles of the page show ink in them, it is the print's. */
    private static int thickened(AlignedPage page, double sure) {
        int by = 0;
        while (by < MOST_THICKENED_PX && page.template.ringTiles(by + 1).usualShare(page.samples(), sure) > 0.12) {
            by++;
        }
        return by;
    }

    /** {@return what that share of the print's pixels does not exceed} */
    private static double quantile(byte[] dark, int[] printed, double share) {
        int[] counts = new int[256];
        for (int i : printed) {
            counts[dark[i] & 0xff]++;
        }
        double wanted = share * printed.length;
        int level = 0;
        double sum = counts[0];
        while (sum < wanted && level < 255) {
            sum += counts[++level];
        }
        return level;
    }
}
