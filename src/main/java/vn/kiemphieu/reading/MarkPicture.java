package vn.kiemphieu.reading;

import java.util.List;
import vn.kiemphieu.reading.network.Network;

/**
 * The ink of one cell as a picture of a fixed size for the network: its longer side fills the picture, its shape stays. Each
 * pixel tells what share of it is ink, and what share is the core of a stroke.
 */
final class MarkPicture {

    /** Paper on every side. */
    private static final int RIM_PX = 2;

    private MarkPicture() {}

    /** {@return the picture as {@link Network#logOdds} takes it} */
    static float[] of(List<InkPiece> pieces) {
        InkMask all = pieces.get(0).mask();
        InkMask core = pieces.get(0).core();
        for (InkPiece p : pieces.subList(1, pieces.size())) {
            all = all.and(p.mask());
            core = core.and(p.core());
        }
        float[] picture = new float[Network.SIDE * Network.SIDE * Network.CHANNELS];
        paint(picture, 0, all, all);
        paint(picture, 1, core, all);
        return picture;
    }

    /** Shares the area of each inked pixel out among the pixels of the picture that it falls on. */
    private static void paint(float[] picture, int channel, InkMask ink, InkMask frame) {
        int side = Network.SIDE;
        double scale = (side - 2.0 * RIM_PX) / Math.max(frame.widthPx(), frame.heightPx());
        double left = (side - scale * frame.widthPx()) / 2 + scale * (ink.leftPx() - frame.leftPx());
        double top = (side - scale * frame.heightPx()) / 2 + scale * (ink.topPx() - frame.topPx());
        for (int y = 0; y < ink.heightPx(); y++) {
            for (int x = 0; x < ink.widthPx(); x++) {
                if (ink.at(x, y)) {
                    spread(picture, channel, left + scale * x, top + scale * y, scale);
                }
            }
        }
    }

    private static void spread(float[] picture, int channel, double x0, double y0, double size) {
        int side = Network.SIDE;
        for (int v = Math.max(0, (int) y0); v < Math.min(side, y0 + size); v++) {
            double high = Math.min(y0 + size, v + 1) - Math.max(y0, v);
            for (int u = Math.max(0, (int) x0); u < Math.min(side, x0 + size); u++) {
                double wide = Math.min(x0 + size, u + 1) - Math.max(x0, u);
                picture[(v * side + u) * Network.CHANNELS + channel] += (float) (wide * high);
            }
        }
    }
}
