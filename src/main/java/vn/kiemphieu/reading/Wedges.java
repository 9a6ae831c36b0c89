package vn.kiemphieu.reading;

import java.util.ArrayList;
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
        List<Wedge> wedges = new ArrayList<>();
        double shallowest = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            Arm a = arms.get(i);
            Arm b = arms.get((i + 1) % 4);
            if (!a.loop() || !b.loop()) {
                wedges.add(new Wedge(a, b, penPx));
            }
            shallowest = Math.min(shallowest, depth(mask, crossing, a, b));
        }
        return new Wedges(fullest(mask, crossing, explained, wedges), shallowest);
    }

    /** What lies between two arms, as far out as the shorter one reaches, and a pen's width away from both. */
    private static final class Wedge {

        private final double from;
        private final double span;
        private final double reach;
        private final double clear;
        private int ink;
        private int all;

        Wedge(Arm a, Arm b, double penPx) {
            this.from = a.degrees();
            this.span = (b.degrees() - from + 360) % 360;
            this.reach = Math.min(a.chordPx(), b.chordPx());
            this.clear = penPx / 2 * 1.35 + 1.5;
        }

        /** {@return whether a place lies in it, so far from the crossing and in that direction} */
        boolean holds(double r, double degrees) {
            double turn = (degrees - from + 720) % 360;
            return r <= reach
                    && turn <= span
                    && r * Math.sin(Math.toRadians(Math.min(90, Math.min(turn, span - turn)))) >= clear;
        }

        void see(boolean inked) {
            all++;
            ink += inked ? 1 : 0;
        }

        double inkShare() {
            return all < 6 ? 0 : ink / (double) all;
        }
    }

    private static double fullest(InkMask mask, Crossing c, Explained explained, List<Wedge> wedges) {
        double reach = wedges.stream().mapToDouble(wedge -> wedge.reach).max().orElse(0);
        for (int y = (int) Math.max(0, c.yPx() - reach); y <= c.yPx() + reach; y++) {
            for (int x = (int) Math.max(0, c.xPx() - reach); x <= c.xPx() + reach; x++) {
                double dx = x - c.xPx();
                double dy = y - c.yPx();
                double r = Math.hypot(dx, dy);
                if (r > reach) {
                    continue;
                }
                double degrees = Math.toDegrees(Math.atan2(dy, dx));
                for (Wedge wedge : wedges) {
                    if (wedge.holds(r, degrees)) {
                        wedge.see(mask.at(x - 1, y - 1) && !explained.beyondStrokes(x, y));
                    }
                }
            }
        }
        return wedges.stream().mapToDouble(Wedge::inkShare).max().orElse(0);
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
