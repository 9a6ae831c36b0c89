package vn.kiemphieu.reading;

import java.util.List;

/**
 * The paper between the arms of an X. A scribble, a third stroke or a letter has ink there; in a blot there is nothing
 * between.
 *
 * @param inkShare share of the paper between two neighbouring arms that is inked, of the fullest of the four, 0..1
 * @param depthPx how far the bare paper reaches in between two neighbouring arms, of the shallowest of the four
 */
record Wedges(double inkShare, double depthPx) {

    static Wedges of(InkMask mask, Crossing crossing, Explained explained, double penPx) {
        List<Arm> arms = crossing.arms();
        double fullest = 0;
        double shallowest = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            Arm a = arms.get(i);
            Arm b = arms.get((i + 1) % 4);
            fullest = Math.max(fullest, a.loop() && b.loop() ? 0 : inkShare(mask, crossing, explained, a, b, penPx));
            shallowest = Math.min(shallowest, depth(mask, crossing, a, b));
        }
        return new Wedges(fullest, shallowest);
    }

    /** Looked at as far out as the shorter arm reaches, and a pen's width away from both. */
    private static double inkShare(InkMask mask, Crossing c, Explained explained, Arm a, Arm b, double penPx) {
        double reach = Math.min(a.chordPx(), b.chordPx());
        double clear = penPx / 2 * 1.35 + 1.5;
        double from = a.degrees();
        double span = (b.degrees() - from + 360) % 360;
        int ink = 0;
        int all = 0;
        for (int y = (int) Math.max(0, c.yPx() - reach); y <= c.yPx() + reach; y++) {
            for (int x = (int) Math.max(0, c.xPx() - reach); x <= c.xPx() + reach; x++) {
                double dx = x - c.xPx();
                double dy = y - c.yPx();
                double r = Math.hypot(dx, dy);
                double turn = (Math.toDegrees(Math.atan2(dy, dx)) - from + 720) % 360;
                if (r > reach
                        || turn > span
                        || r * Math.sin(Math.toRadians(Math.min(90, Math.min(turn, span - turn)))) < clear) {
                    continue;
                }
                all++;
                ink += mask.at(x - 1, y - 1) && !explained.beyondStrokes(x, y) ? 1 : 0;
            }
        }
        return all < 6 ? 0 : ink / (double) all;
    }

    /** Along the middle between the arms, as far out as they reach. */
    private static double depth(InkMask mask, Crossing c, Arm a, Arm b) {
        double span = (b.degrees() - a.degrees() + 360) % 360;
        double towards = Math.toRadians(a.degrees() + span / 2);
        double reach = (a.chordPx() + b.chordPx()) / 2;
        double run = 0;
        double longest = 0;
        for (double r = 0; r < reach; r += 0.5) {
            int x = (int) Math.round(c.xPx() + r * Math.cos(towards));
            int y = (int) Math.round(c.yPx() + r * Math.sin(towards));
            run = mask.at(x - 1, y - 1) ? 0 : run + 0.5;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
