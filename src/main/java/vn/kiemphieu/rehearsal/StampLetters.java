package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plain capitals of single strokes, set in a ring or on a line, as an engraver cuts them into rubber. */
final class StampLetters {

    /** Each letter on a grid 4 wide and 6 high: polylines apart by blanks, two digits a point. */
    private static final String[] LETTERS = {
        "062046 1434",
        "00063645443303 00304233",
        "41301003163646",
        "00062644422000",
        "40000646 0333",
        "000646 0046",
        "0006 4046 0343",
        "06004640",
        "1636454130100105 0516",
        "06003041433303",
        "06003041433303 2346",
        "0040 2026",
        "000516364540",
        "002640",
        "0646 2026",
        "0600 0343 4046",
        "0006 400346",
        "41301001123445361605",
        "0600264046"
    };

    private StampLetters() {}

    private static List<List<double[]>> letter(Random random) {
        List<List<double[]>> lines = new ArrayList<>();
        for (String part : LETTERS[random.nextInt(LETTERS.length)].split(" ")) {
            List<double[]> line = new ArrayList<>();
            for (int i = 0; i + 1 < part.length(); i += 2) {
                line.add(new double[] {(part.charAt(i) - '0') / 4.0 - 0.5, (part.charAt(i + 1) - '0') / 6.0 - 0.5});
            }
            if (line.size() > 1) {
                lines.add(line);
            }
        }
        if (random.nextDouble() < 0.35) {
            lines.add(List.of(new double[] {-0.15, -0.68}, new double[] {0.2, -0.82}));
        }
        return lines;
    }

    /** Sets text around the upper five sixths of a ring; the star has the rest. */
    static void around(List<PenStroke> to, double radius, double height, Random random) {
        double step = height * 0.95 / radius;
        for (double t = -Math.PI * 1.30; t < Math.PI * 0.30; t += step) {
            if (random.nextDouble() < 0.16) {
                continue;
            }
            for (List<double[]> line : letter(random)) {
                List<PenPoint> points = new ArrayList<>();
                for (double[] p : line) {
                    double r = radius - p[1] * height;
                    double at = t + p[0] * 0.62 * step;
                    points.add(new PenPoint(r * Math.cos(at), r * Math.sin(at), 0.95));
                }
                to.add(new PenStroke(points));
            }
        }
    }

    static void line(List<PenStroke> to, double x, double y, double height, int letters, Random random) {
        double step = height * 0.8;
        for (int i = 0; i < letters; i++) {
            double cx = x + (i - (letters - 1) / 2.0) * step;
            for (List<double[]> line : letter(random)) {
                to.add(new PenStroke(line.stream()
                        .map(p -> new PenPoint(cx + p[0] * 0.6 * step, y + p[1] * height, 0.95))
                        .toList()));
            }
        }
    }

    static void star(List<PenStroke> to, double x, double y, double r) {
        List<PenPoint> points = new ArrayList<>();
        for (double f = 1; f > 0.1; f -= 0.3) {
            for (int i = 0; i <= 10; i++) {
                double t = -Math.PI / 2 + Math.PI * i / 5;
                double rr = f * (i % 2 == 0 ? r : r * 0.42);
                points.add(new PenPoint(x + rr * Math.cos(t), y + rr * Math.sin(t), 0.95));
            }
        }
        to.add(new PenStroke(points));
    }
}
