package vn.kiemphieu.rehearsal;

import java.util.List;

/**
 * Everything that happens to one sheet between the printer and the file. Two exposures by one recipe give the same
 * bytes.
 *
 * @param print how the printer laid the toner
 * @param passage which pixel shows which place of the sheet
 * @param light how bright the page comes out
 * @param wear what the sheet and the glass have been through
 * @param seed of the noise
 */
public record ScanRecipe(
        int widthPx,
        int heightPx,
        double dpi,
        Print print,
        Passage passage,
        Light light,
        Wear wear,
        Output output,
        long seed) {

    /** The pixels that are kept. */
    public enum Output {
        COLOUR_JPEG,
        COLOUR_PNG,
        GREY_JPEG,
        GREY_PNG,
        /** One bit a pixel. */
        BITS
    }

    /**
     * The printer.
     *
     * @param spread how far the toner runs beyond its line: 0 as designed, above 0 thicker, below thinner, in mm
     * @param black how dark the toner lies, 0 (black) … 255
     * @param speckle 0..1: missing toner
     */
    public record Print(double spread, int black, double speckle) {}

    /**
     * The light of the scanner or the room.
     *
     * @param paperRgb the colour that bare paper comes out with
     * @param falloff 0..1: how much darker the darkest corner is
     * @param towardsDegrees the direction in which it darkens
     * @param outside the grey of what lies beside the sheet: white lid, black gap, or a desk
     * @param desk whether that is a desk with a grain
     * @param blurPx standard deviation of the lens
     * @param noise standard deviation in grey levels
     */
    public record Light(
            int paperRgb,
            double falloff,
            double towardsDegrees,
            int outside,
            boolean desk,
            double blurPx,
            double noise) {}

    /**
     * What paper and glass have been through.
     *
     * @param foldsMm folds across the sheet, each by two ends: x1, y1, x2, y2
     * @param streaks dirty places of the glass: each a column in share of the width, and its grey depth
     * @param dust how many specks
     * @param quality of the JPEG
     * @param threshold between black and white, for one-bit scans
     */
    public record Wear(List<double[]> foldsMm, List<double[]> streaks, int dust, int quality, int threshold) {

        public Wear {
            foldsMm = List.copyOf(foldsMm);
            streaks = List.copyOf(streaks);
        }
    }
}
