package vn.kiemphieu.vision;

/** Asks whether what the form prints is seen on the page. Ink beyond the print is not its question. */
final class PrintCheck {

    private PrintCheck() {}

    /** {@return the share of printed pixels with ink within one pixel on the page, 0..1} */
    static double seen(FormTemplate form, byte[] dark) {
        int[] printed = form.printedPixels();
        if (printed.length == 0) {
            return 0;
        }
        long sum = 0;
        for (int i : printed) {
            sum += dark[i] & 0xff;
        }
        // Half of the page's own print is enough.
        int ink = (int) Math.max(40, 0.5 * sum / printed.length);
        int met = 0;
        for (int i : printed) {
            met += isNear(dark, i, form.widthPx, ink) ? 1 : 0;
        }
        return met / (double) printed.length;
    }

    private static boolean isNear(byte[] dark, int i, int width, int ink) {
        if ((dark[i] & 0xff) > ink) {
            return true;
        }
        for (int row = Math.max(1, i - width); row <= i + width && row + 1 < dark.length; row += width) {
            if ((dark[row - 1] & 0xff) > ink || (dark[row] & 0xff) > ink || (dark[row + 1] & 0xff) > ink) {
                return true;
            }
        }
        return false;
    }
}
