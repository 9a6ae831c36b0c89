package vn.kiemphieu.vision;

import java.util.List;
import vn.kiemphieu.rehearsal.Ink;
import vn.kiemphieu.rehearsal.Passage;
import vn.kiemphieu.rehearsal.Pen;
import vn.kiemphieu.rehearsal.PenPoint;
import vn.kiemphieu.rehearsal.PenStroke;

/**
 * Lays ink on a scan: each stroke as wide as it was pressed, let through where the paper is rough or the ball ran dry,
 * darker where strokes cross. It writes into the samples of the page, in the scan's own geometry, so that no resampling
 * softens the pen.
 */
final class InkPainter {

    /** The tooth of office paper, about the length of its fibres' gaps. */
    private static final double GRAIN_MM = 0.09;

    /** A stamp's rubber takes ink in blotches of a millimetre or two. */
    private static final double BLOTCH_MM = 1.6;

    private final byte[] bgr;
    private final int width;
    private final int height;
    private final Passage passage;
    private final int seed;

    InkPainter(byte[] bgr, int width, int height, Passage passage, long seed) {
        this.bgr = bgr;
        this.width = width;
        this.height = height;
        this.passage = passage;
        this.seed = (int) (seed ^ seed >>> 32);
    }

    void paint(Ink ink) {
        Pen pen = ink.pen();
        if (pen.kind() == Pen.Kind.STAMP || pen.kind() == Pen.Kind.TONER) {
            paintTogether(pen, ink.strokes());
            return;
        }
        for (PenStroke stroke : ink.strokes()) {
            paintTogether(pen, List.of(stroke));
        }
    }

    /** Paints strokes as one film of ink: where they cross it lies no thicker. */
    private void paintTogether(Pen pen, List<PenStroke> strokes) {
        int points = strokes.stream().mapToInt(s -> s.points().size()).sum();
        double[][] way = new double[points][];
        int n = 0;
        for (PenStroke s : strokes) {
            double along = 0;
            for (int i = 0; i < s.points().size(); i++) {
                PenPoint p = s.points().get(i);
                if (i > 0) {
                    PenPoint q = s.points().get(i - 1);
                    along += Math.hypot(p.x() - q.x(), p.y() - q.y());
                }
                way[n++] = dot(pen, p, along, i == 0);
            }
        }
        Film film = Film.around(way, width, height);
        if (film == null) {
            return;
        }
        for (int i = 0; i < n; i++) {
            boolean joined = i > 0 && way[i][4] == 0;
            film.segment(joined ? way[i - 1] : way[i], way[i]);
        }
        lay(film, pen);
    }

    /** {@return x, y, radius in pixels; density; 1 where the pen has just come down} */
    private double[] dot(Pen pen, PenPoint p, double alongMm, boolean first) {
        double[] at = passage.toPixel(p.x(), p.y());
        double ppm = passage.pixelsPerMm(p.x(), p.y());
        boolean soft = pen.kind() == Pen.Kind.STAMP || pen.kind() == Pen.Kind.TONER;
        double press = Math.max(0, p.press());
        double wide = soft ? 1 : Math.max(0.35, 1 + 1.6 * pen.pressure() * (press - 1));
        double density = soft ? Math.min(1, press) : Math.min(1, 0.55 + 0.45 * press);
        if (pen.skips() > 0 && !soft) {
            double dry = noise(alongMm / 0.9 + p.x() * 0.21, p.y() * 0.17, seed + 7);
            density *= dry < pen.skips() ? 0.18 + 0.5 * dry : 1;
        }
        return new double[] {at[0], at[1], wide * pen.widthMm() * ppm / 2, density, first ? 1 : 0};
    }

    private void lay(Film film, Pen pen) {
        double[] mm = passage.toPaper(film.left, film.top);
        double ppm = passage.pixelsPerMm(mm[0], mm[1]);
        double[] see = {
            1 - (pen.rgb() & 255) / 255.0, 1 - (pen.rgb() >> 8 & 255) / 255.0, 1 - (pen.rgb() >> 16 & 255) / 255.0
        };
        for (int y = 0; y < film.high; y++) {
            for (int x = 0; x < film.wide; x++) {
                float a = film.alpha[y * film.wide + x];
                if (a <= 0) {
                    continue;
                }
                double hide = a * pen.density() * texture(pen, (film.left + x) / ppm, (film.top + y) / ppm);
                int at = 3 * ((film.top + y) * width + film.left + x);
                for (int c = 0; c < 3; c++) {
                    bgr[at + c] = (byte) Math.round((bgr[at + c] & 255) * (1 - hide * see[c]));
                }
            }
        }
    }

    private double texture(Pen pen, double xMm, double yMm) {
        double tooth = noise(xMm / GRAIN_MM, yMm / GRAIN_MM, seed);
        if (pen.kind() == Pen.Kind.STAMP) {
            double blotch = noise(xMm / BLOTCH_MM, yMm / BLOTCH_MM, seed + 3);
            double ink = (blotch - pen.skips()) * 3 + 0.5 + 1.2 * (tooth - 0.5) * pen.grain();
            return Math.max(0, Math.min(1, ink)) * (0.75 + 0.25 * blotch);
        }
        if (pen.kind() == Pen.Kind.TONER) {
            return 0.9 + 0.1 * tooth;
        }
        return 1 - pen.grain() * (1 - tooth) * (pen.kind() == Pen.Kind.PENCIL ? 1.3 : 1);
    }

    /** Smooth value noise, 0..1. */
    static double noise(double x, double y, int seed) {
        int xi = (int) Math.floor(x);
        int yi = (int) Math.floor(y);
        double fx = x - xi;
        double fy = y - yi;
        double top = hash(xi, yi, seed) * (1 - fx) + hash(xi + 1, yi, seed) * fx;
        double low = hash(xi, yi + 1, seed) * (1 - fx) + hash(xi + 1, yi + 1, seed) * fx;
        return top * (1 - fy) + low * fy;
    }

    private static double hash(int x, int y, int seed) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b9;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return (h >>> 16 & 0x7fff) / 32768.0;
    }
}
