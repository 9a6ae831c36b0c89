package vn.kiemphieu.vision;

/**
 * What the places near every sixteenth one along a sheet's lines show, looked at once for all lines of one direction: a page has 1,500
 * candidates, most of them a stamp or a few marks in a row, and nearly all are told from folds by these few places.
 */
final class Glance {

    private static final int FIRST = 8;
    private static final int EVERY = 16;

    private static final byte HIDDEN = 0;
    private static final byte BARE = 1;
    private static final byte SHOWS = 2;

    /** For each place across the sheet what is seen near it at each of the places along, in turn. */
    private final byte[] seen;

    private final int places;

    /**
     * @param dark darkness, row by row
     * @param print not 0 where the form prints: nothing can be seen there
     * @param weak a line shows where the mean of two pixels along it is darker than this, no further aside than {@code reach} pixels
     */
    Glance(byte[] dark, byte[] print, int width, int height, boolean level, int weak, int reach) {
        int along = level ? width : height;
        int across = level ? height : width;
        int forward = level ? 1 : width;
        int aside = level ? width : 1;
        this.places = (along - FIRST + EVERY - 1) / EVERY;
        this.seen = new byte[places * across];
        int[] near = new int[places];
        // What of the places across came within reach; the one that leaves makes room for the one that comes.
        byte[][] darker = new byte[2 * reach + 1][places];
        for (int c = -reach; c < across; c++) {
            byte[] turn = darker[(c + reach) % darker.length];
            for (int k = 0; k < places; k++) {
                int at = (FIRST + EVERY * k) * forward;
                near[k] -= turn[k];
                turn[k] = isDarker(dark, at + (c + reach) * aside, forward, weak, c + reach < across);
                near[k] += turn[k];
                if (c >= 0) {
                    seen[c * places + k] = print[at + c * aside] != 0 ? HIDDEN : near[k] > 0 ? SHOWS : BARE;
                }
            }
        }
    }

    private static byte isDarker(byte[] dark, int i, int forward, int weak, boolean onSheet) {
        return (byte) (onSheet && ((dark[i] & 0xff) + (dark[i - forward] & 0xff)) / 2 > weak ? 1 : 0);
    }

    /** {@return whether the line shows at more than that share of the places where it could be seen} */
    boolean shows(StraightLine line, double share) {
        int shown = 0;
        int visible = 0;
        for (int k = 0; k < places; k++) {
            int c = line.middle(FIRST + EVERY * k);
            if (c >= 0 && c < line.across()) {
                byte what = seen[c * places + k];
                visible += what == HIDDEN ? 0 : 1;
                shown += what == SHOWS ? 1 : 0;
            }
        }
        return shown > share * visible;
    }
}
