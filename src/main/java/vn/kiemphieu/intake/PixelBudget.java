package vn.kiemphieu.intake;

/** How many pixels one page may have. Asked before anything is decoded, so that no file can ask for all memory. */
final class PixelBudget {

    /**
     * A sheet of A3 at 600 dpi has 70 million, a photo from the largest telephone camera 200. In colour these are
     * 600 MB once decoded, which an office computer still has.
     */
    static final long PIXELS = 200_000_000L;

    /**
     * For pages that have to be drawn or unpacked on the Java heap, at up to four bytes a pixel: a sheet of A3 at
     * 600 dpi.
     */
    static final long HEAP_PIXELS = 80_000_000L;

    /** For pages that are drawn, in a fresh image of four bytes a pixel: a sheet of A2 at 300 dpi. */
    static final long DRAWN_PIXELS = 36_000_000L;

    private PixelBudget() {}

    static void check(long widthPx, long heightPx) throws Refused {
        check(widthPx, heightPx, PIXELS);
    }

    static void check(long widthPx, long heightPx, long budget) throws Refused {
        if (widthPx < 1 || heightPx < 1) {
            throw new Refused(Reason.CORRUPT, widthPx + " x " + heightPx);
        }
        // Either side is checked alone first: their product could overflow.
        if (widthPx > budget || heightPx > budget || widthPx * heightPx > budget) {
            throw new Refused(Reason.TOO_LARGE, widthPx, heightPx, budget / 1_000_000);
        }
    }
}
