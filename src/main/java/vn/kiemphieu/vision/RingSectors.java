package vn.kiemphieu.vision;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The directions around a ring's centre, of five degrees each. Millions are asked for on a page, so they are looked up. */
final class RingSectors {

    static final int COUNT = 72;

    /** Looked up by the share of the height in width plus height, in so many parts a quadrant. */
    private static final int PARTS = 1024;

    private static final byte[] SECTOR_OF_PART = sectorsOfParts();

    private RingSectors() {}

    /** {@return the sector in which that direction lies, 0 up to {@link #COUNT}; the angle is only worked out near a border} */
    static int of(double dx, double dy) {
        int part = (int) (PARTS * Math.abs(dy) / (Math.abs(dx) + Math.abs(dy)));
        int sector = SECTOR_OF_PART[((dx < 0 ? 1 : 0) + (dy < 0 ? 2 : 0)) * (PARTS + 1) + part];
        return sector >= 0 ? sector : byAngle(dx, dy);
    }

    /** {@return the same by the angle} */
    static int byAngle(double dx, double dy) {
        return (int) ((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI + 1e-9) * COUNT);
    }

    /** {@return the angle in the middle of a sector, in radians, as {@link Math#atan2} has it} */
    static double middle(int sector) {
        return (sector + 0.5) / COUNT * 2 * Math.PI - Math.PI;
    }

    /**
     * {@return the share of the sectors that can be seen which are hit}
     *
     * @param leastSeen of all sectors; where fewer can be seen, the rest up to there counts as not hit
     */
    static double share(boolean[] hit, IntPredicate isSeen, double leastSeen) {
        int hits = 0;
        int seen = 0;
        for (int sector = 0; sector < COUNT; sector++) {
            if (isSeen.test(sector)) {
                hits += hit[sector] ? 1 : 0;
                seen++;
            }
        }
        return hits / Math.max(seen, leastSeen * COUNT);
    }

    /** For each part of each quadrant the sector in which it and its neighbours lie, -1 where that is more than one. */
    private static byte[] sectorsOfParts() {
        byte[] sectors = new byte[4 * (PARTS + 1)];
        Arrays.fill(sectors, (byte) -1);
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            int right = (quadrant & 1) == 0 ? 1 : -1;
            int down = (quadrant & 2) == 0 ? 1 : -1;
            for (int part = 1; part < PARTS - 1; part++) {
                int before = byAngle(right * (PARTS - part + 1), down * (part - 1));
                int after = byAngle(right * (PARTS - part - 2), down * (part + 2));
                sectors[quadrant * (PARTS + 1) + part] = (byte) (before == after ? before : -1);
            }
        }
        return sectors;
    }
}
