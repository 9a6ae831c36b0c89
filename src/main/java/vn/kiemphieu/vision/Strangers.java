package vn.kiemphieu.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IntSummaryStatistics;
import java.util.List;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.reading.InkMask;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.reading.Survey.Ring;
import vn.kiemphieu.reading.Survey.Stranger;

/**
 * Ink that hangs together with a stamp's and is not like it. What a pen writes over a stamp touches its rim or its letters, makes
 * one piece with them and would pass for the stamp's own. Only ink beyond the print tells: the print under a stamp is as black as a pen.
 */
final class Strangers {

    /** The rim is a line of up to 1 mm; its middle is darkest. */
    private static final double RIM_MM = 0.4;

    /** A pad inks unevenly; three quarters of the rim are no darker than its full parts are. */
    private static final double FULL_RIM = 0.75;

    /**
     * In grey a stamp's ink is lighter than a pen's, and where it is not, nothing tells them apart. No stamp on 39 grey scans was so
     * much darker than its own rim over more than half a millimetre; pens over stamps were, over 2 mm and more.
     */
    private static final double DARKER = 1.35;

    /** In red light a rim is so pale that its unevenness weighs more: where print is pale, too, stamps stood out from it by 1.5. */
    private static final double DARKER_IN_RED = 1.7;

    /** Whatever the rim of a weak stamp shows: its full parts may be that dark, against the page's print. */
    private static final double LEAST_OF_PRINT = 0.65;

    /**
     * A pen, whatever its colour but red, is that dark in red light against the page's print; a stamp is pale there, also where a coarse JPEG
     * took part of its colour. Where print is pale, and beside the lid's shadow at the edge of the sheet, the rim says more. Whether ink is red by its share of the darkness says less: of 75 office scans made by other means nine showed
     * two millimetres of their stamp that were not.
     */
    private static final double OF_PRINT_IN_RED = 0.55;

    private final Residue residue;
    private final Ring ring;
    private final Depth depth;

    /** Darker than this, 0 to 255, in red light where the scan has colour, no ink is the stamp's. */
    private final double darkest;

    Strangers(Depth depth, Residue residue, InkLevels levels, Ring ring) {
        this.depth = depth;
        this.residue = residue;
        this.ring = ring;
        this.darkest = switch (depth) {
            case COLOUR -> Math.max(OF_PRINT_IN_RED * levels.print(), DARKER_IN_RED * fullRim());
            case GREY -> Math.max(LEAST_OF_PRINT * levels.print(), DARKER * fullRim());
            case BILEVEL -> Double.MAX_VALUE;
        };
    }

    /** {@return how dark the ring is where it is well inked, 0..255} */
    private int fullRim() {
        int[] counts = new int[256];
        int all = 0;
        double px = FormTemplate.PIXELS_PER_MM;
        PaperBox around = ring.around();
        for (int y = (int) Math.max(0, around.yMm() * px); y < Math.min(residue.height, around.bottomMm() * px); y++) {
            for (int x = (int) Math.max(0, around.xMm() * px);
                    x < Math.min(residue.width, around.rightMm() * px);
                    x++) {
                int i = y * residue.width + x;
                if (residue.ink[i] == 1 && Math.abs(fromCentreMm(x, y) - ring.radiusMm()) < RIM_MM) {
                    counts[darkness(i)]++;
                    all++;
                }
            }
        }
        int level = 0;
        for (int sum = counts[0]; sum < FULL_RIM * all; sum += counts[level]) {
            level++;
        }
        return level;
    }

    /** {@return them all, down to single pixels, without what a streak or fold left in the stamp} */
    List<Stranger> in(List<InkPiece> pieces) {
        List<Stranger> strangers = new ArrayList<>();
        for (InkPiece piece : pieces) {
            if (piece.box().overlapMm2(ring.around()) > 0) {
                boolean[] strange = strange(piece.mask());
                for (int i = 0; i < strange.length; i++) {
                    if (strange[i]) {
                        InkMask part = taken(i, strange, piece.mask());
                        if (residue.lines.stream().noneMatch(line -> line.holds(part))) {
                            strangers.add(new Stranger(piece, part.box(), part.areaMm2()));
                        }
                    }
                }
            }
        }
        return strangers;
    }

    private boolean[] strange(InkMask mask) {
        boolean[] strange = new boolean[mask.widthPx() * mask.heightPx()];
        for (int y = 0; y < mask.heightPx(); y++) {
            for (int x = 0; x < mask.widthPx(); x++) {
                strange[y * mask.widthPx() + x] = mask.at(x, y) && isStrange(mask.leftPx() + x, mask.topPx() + y);
            }
        }
        return strange;
    }

    private boolean isStrange(int x, int y) {
        int i = y * residue.width + x;
        if (residue.ink[i] != 1) {
            return false;
        }
        return fromCentreMm(x, y) > ring.reachMm() || darkness(i) > darkest;
    }

    /** {@return how dark it is where a stamp is pale, 0..255} */
    private int darkness(int i) {
        return depth == Depth.COLOUR ? residue.darknessInRed(i) : residue.darkness(i);
    }

    private double fromCentreMm(int x, int y) {
        double px = FormTemplate.PIXELS_PER_MM;
        return Math.hypot(
                (x + 0.5) / px - ring.centre().xMm(),
                (y + 0.5) / px - ring.centre().yMm());
    }

    /** {@return the part that hangs together with that pixel, eight neighbours wide; it is taken off the map} */
    private static InkMask taken(int start, boolean[] map, InkMask place) {
        List<Integer> part = new ArrayList<>();
        int width = place.widthPx();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        map[start] = false;
        while (!open.isEmpty()) {
            int x = open.peek() % width;
            int y = open.pop() / width;
            part.add(y * width + x);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(place.heightPx() - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    if (map[ny * width + nx]) {
                        map[ny * width + nx] = false;
                        open.push(ny * width + nx);
                    }
                }
            }
        }
        IntSummaryStatistics xs = part.stream().mapToInt(i -> i % width).summaryStatistics();
        IntSummaryStatistics ys = part.stream().mapToInt(i -> i / width).summaryStatistics();
        int w = xs.getMax() - xs.getMin() + 1;
        int h = ys.getMax() - ys.getMin() + 1;
        boolean[] ink = new boolean[w * h];
        part.forEach(i -> ink[(i / width - ys.getMin()) * w + i % width - xs.getMin()] = true);
        return new InkMask(place.leftPx() + xs.getMin(), place.topPx() + ys.getMin(), w, h, ink, place.pixelsPerMm());
    }
}
