package vn.kiemphieu.reading;

import java.util.List;
import vn.kiemphieu.form.FormPage;

/** Keeps the handwriting of a page small enough to store and fine enough to know again. */
final class Tracing {

    /** 76 dpi: an X's shape shows. At 64 dpi twice as many X's of two hands look alike ({@code ruling/Strictness}). */
    private static final double PIXELS_PER_MM = 3;

    /** Grain differs from scan to scan. */
    private static final double LEAST_MM2 = 0.25;

    private Tracing() {}

    static InkTrace of(FormPage form, List<InkPiece> pieces, StampJudge.Verdict stamp) {
        int w = (int) Math.ceil(form.widthMm() * PIXELS_PER_MM);
        int h = (int) Math.ceil(form.heightMm() * PIXELS_PER_MM);
        byte[] bits = new byte[(w + 7) / 8 * h];
        for (InkPiece piece : pieces) {
            if (piece.areaMm2() >= LEAST_MM2 && !piece.atEdge() && !stamp.explains(piece)) {
                draw(piece.mask(), bits, w, h);
            }
        }
        return new InkTrace(bits, w, h, PIXELS_PER_MM);
    }

    private static void draw(InkMask mask, byte[] bits, int w, int h) {
        double scale = PIXELS_PER_MM / mask.pixelsPerMm();
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                if (mask.at(x, y)) {
                    int tx = Math.min(w - 1, (int) ((mask.leftPx() + x + 0.5) * scale));
                    int ty = Math.min(h - 1, (int) ((mask.topPx() + y + 0.5) * scale));
                    bits[ty * ((w + 7) / 8) + tx / 8] |= (byte) (0x80 >> (tx % 8));
                }
            }
        }
    }
}
