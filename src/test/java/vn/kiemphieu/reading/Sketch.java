package vn.kiemphieu.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines of a pen on bare paper, in millimetres, as a page at 200 dpi shows them. */
final class Sketch {

    private static final double PIXELS_PER_MM = 200 / 25.4;

    private static final int SIDE_PX = 120;

    private final boolean[] ink = new boolean[SIDE_PX * SIDE_PX];
    private final double penMm;

    Sketch(double penMm) {
        this.penMm = penMm;
    }

    /** A line through these points: x, y, x, y, … */
    Sketch line(double... xyMm) {
        for (int i = 0; i + 3 < xyMm.length; i += 2) {
            segment(xyMm[i], xyMm[i + 1], xyMm[i + 2], xyMm[i + 3]);
        }
        return this;
    }

    Sketch ring(double xMm, double yMm, double radiusMm) {
        double[] points = new double[2 * 37];
        for (int i = 0; i < 37; i++) {
            points[2 * i] = xMm + radiusMm * Math.cos(Math.toRadians(10 * i));
            points[2 * i + 1] = yMm + radiusMm * Math.sin(Math.toRadians(10 * i));
        }
        return line(points);
    }

    private void segment(double x0, double y0, double x1, double y1) {
        int steps = 20 + (int) (Math.hypot(x1 - x0, y1 - y0) * PIXELS_PER_MM * 2);
        double r = penMm / 2 * PIXELS_PER_MM;
        for (int i = 0; i <= steps; i++) {
            double x = (x0 + (x1 - x0) * i / steps) * PIXELS_PER_MM;
            double y = (y0 + (y1 - y0) * i / steps) * PIXELS_PER_MM;
            for (int py = (int) (y - r); py <= y + r; py++) {
                for (int px = (int) (x - r); px <= x + r; px++) {
                    if (Math.hypot(px + 0.5 - x, py + 0.5 - y) <= Math.max(r, 0.71)) {
                        ink[py * SIDE_PX + px] = true;
                    }
                }
            }
        }
    }

    /** {@return the connected pieces of it} */
    List<InkPiece> pieces() {
        List<InkPiece> pieces = new ArrayList<>();
        boolean[] open = ink.clone();
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                InkMask mask = new InkMask(0, 0, SIDE_PX, SIDE_PX, flooded(open, i), PIXELS_PER_MM).trimmed();
                pieces.add(new InkPiece(mask, mask, mask.areaMm2(), 0.6, 0, false));
            }
        }
        return pieces;
    }

    private static boolean[] flooded(boolean[] open, int start) {
        boolean[] piece = new boolean[open.length];
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        open[start] = false;
        while (!next.isEmpty()) {
            int i = next.remove();
            piece[i] = true;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int j = i + dy * SIDE_PX + dx;
                    if (open[j]) {
                        open[j] = false;
                        next.add(j);
                    }
                }
            }
        }
        return piece;
    }
}
