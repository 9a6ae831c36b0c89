package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Fit;

/** Draws one voter's marks as strokes in millimetres and "scans" them: moved a little, stretched a little, thinner or fatter. */
final class Scribe {

    private static final double PX_PER_MM = 3;
    private static final int WIDTH_PX = 630;
    private static final int HEIGHT_PX = 891;

    /** One drawn thing: polylines of x, y, x, y …; place is a row and a level, or none for a signature. */
    private record Drawn(int row, Level level, List<double[]> strokes) {}

    private final int rows;
    private final List<Drawn> drawn = new ArrayList<>();
    private Optional<PaperBox> stamp = Optional.empty();
    private int formPage = 1;
    private double penMm = 0.4;
    private boolean approves;

    Scribe(int rows) {
        this.rows = rows;
    }

    static Scribe voter(int rows, Random random) {
        Scribe voter = new Scribe(rows);
        voter.penMm = 0.25 + 0.35 * random.nextDouble();
        double sizeMm = 2.5 + 5 * random.nextDouble();
        for (int row = 1; row <= rows; row++) {
            Level level = Level.values()[random.nextInt(3)];
            voter.drawn.add(new Drawn(row, level, cross(sizeMm * (0.8 + 0.4 * random.nextDouble()), random)));
        }
        return voter;
    }

    /** The same voter with every mark in the first column, as most voters vote. */
    Scribe approving() {
        approves = true;
        return this;
    }

    Scribe stamped(Random random) {
        stamp = Optional.of(new PaperBox(20 + 6 * random.nextGaussian(), 12 + 3 * random.nextGaussian(), 36, 36));
        return this;
    }

    /** With its stamp at that place and so large, whatever it had before. */
    Scribe stampedAt(double xMm, double yMm, double diameterMm) {
        stamp = Optional.of(new PaperBox(xMm - diameterMm / 2, yMm - diameterMm / 2, diameterMm, diameterMm));
        return this;
    }

    Scribe signed(Random random) {
        double[] line = new double[60];
        for (int i = 0; i < 30; i++) {
            line[2 * i] = 140 + i;
            line[2 * i + 1] = 260 + 4 * random.nextGaussian();
        }
        drawn.add(new Drawn(0, Level.HIGH, List.of(line)));
        return this;
    }

    Scribe withoutItsFirstMark() {
        drawn.remove(0);
        return this;
    }

    /** Two fifths of one arm of its first mark are lost, as where it runs into a ruled line. */
    Scribe withAnArmCutShort() {
        Drawn first = drawn.get(0);
        double[] stroke = first.strokes.get(0).clone();
        int end = stroke.length - 2;
        stroke[end] += 0.4 * (stroke[end - 2] - stroke[end]);
        stroke[end + 1] += 0.4 * (stroke[end - 1] - stroke[end + 1]);
        drawn.set(0, new Drawn(first.row, first.level, List.of(stroke, first.strokes.get(1))));
        return this;
    }

    Scribe asFormPage(int number) {
        formPage = number;
        return this;
    }

    private static List<double[]> cross(double sizeMm, Random random) {
        double x = 1.3 * random.nextGaussian();
        double y = 0.8 * random.nextGaussian();
        double w = sizeMm / 2 * (0.7 + 0.5 * random.nextDouble());
        double h = sizeMm / 2 * (0.7 + 0.5 * random.nextDouble());
        return List.of(stroke(x - w, y - h, x + w, y + h, random), stroke(x + w, y - h, x - w, y + h, random));
    }

    /** A bowed stroke whose ends miss their aim. */
    private static double[] stroke(double x1, double y1, double x2, double y2, Random random) {
        double scatterMm = 0.12 * Math.hypot(x2 - x1, y2 - y1);
        double bow = scatterMm * random.nextGaussian();
        double ax = x1 + scatterMm * random.nextGaussian();
        double ay = y1 + scatterMm * random.nextGaussian();
        double bx = x2 + scatterMm * random.nextGaussian();
        double by = y2 + scatterMm * random.nextGaussian();
        return new double[] {ax, ay, (ax + bx) / 2 + bow, (ay + by) / 2 + bow, bx, by};
    }

    /** The same sheet once more: each row off by up to 0.2 mm, the pen's line by 0.1 mm. */
    Scribe scanned(Random random) {
        Scribe scan = new Scribe(rows);
        scan.penMm = Math.max(0.2, penMm + 0.08 * random.nextGaussian());
        scan.approves = approves;
        scan.stamp = stamp.map(box ->
                new PaperBox(box.xMm() + 0.2 * random.nextGaussian(), box.yMm() + 0.2 * random.nextGaussian(), 36, 36));
        for (Drawn one : drawn) {
            double dx = clamp(0.1 * random.nextGaussian());
            double dy = clamp(0.1 * random.nextGaussian());
            scan.drawn.add(new Drawn(
                    one.row,
                    one.level,
                    one.strokes.stream().map(s -> moved(s, dx, dy)).toList()));
        }
        return scan;
    }

    private static double clamp(double mm) {
        return Math.max(-0.2, Math.min(0.2, mm));
    }

    private static double[] moved(double[] stroke, double dx, double dy) {
        double[] moved = stroke.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += dx;
            moved[i + 1] += dy;
        }
        return moved;
    }

    Handwriting on(PageId page) {
        byte[] bits = new byte[(WIDTH_PX + 7) / 8 * HEIGHT_PX];
        List<Finding> findings = new ArrayList<>();
        stamp.ifPresent(box -> findings.add(new Finding(Finding.Kind.STAMP, OptionalInt.empty(), box, true, 0.9)));
        List<RowReading> readings = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            Map<Level, Mark> marks = new EnumMap<>(Level.class);
            for (Level level : Level.values()) {
                marks.put(level, new Mark(Mark.Kind.EMPTY, Shape.NOTHING, 0.9, 0, Optional.empty()));
            }
            readings.add(new RowReading(row, marks));
        }
        for (Drawn one : drawn) {
            if (one.row == 0) {
                findings.add(
                        new Finding(Finding.Kind.SIGNATURE, OptionalInt.empty(), draw(one, 0, 0, bits), true, 0.9));
                continue;
            }
            Level level = approves ? Level.HIGH : one.level;
            PaperBox where = draw(one, 115 + 30 * level.ordinal(), 60 + 7 * one.row, bits);
            Map<Level, Mark> marks = new EnumMap<>(readings.get(one.row - 1).marks());
            marks.put(level, new Mark(Mark.Kind.CROSS, Shape.X, 0.9, 3, Optional.of(where)));
            readings.set(one.row - 1, new RowReading(one.row, marks));
        }
        InkTrace trace = new InkTrace(bits, WIDTH_PX, HEIGHT_PX, PX_PER_MM);
        return Handwriting.of(page, new Sheet(formPage, new Fit(0.1, 0.2, 0, 0, 200, 1), readings, findings, trace));
    }

    private PaperBox draw(Drawn one, double atX, double atY, byte[] bits) {
        double left = 999, top = 999, right = 0, bottom = 0;
        for (double[] stroke : one.strokes) {
            for (int i = 0; i + 3 < stroke.length; i += 2) {
                for (double t = 0; t <= 1; t += 0.02) {
                    double x = atX + stroke[i] + t * (stroke[i + 2] - stroke[i]);
                    double y = atY + stroke[i + 1] + t * (stroke[i + 3] - stroke[i + 1]);
                    dot(x, y, bits);
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return new PaperBox(left, top, right - left, bottom - top).grown(penMm / 2);
    }

    private void dot(double xMm, double yMm, byte[] bits) {
        double r = penMm / 2 * PX_PER_MM;
        for (int y = (int) (yMm * PX_PER_MM - r); y <= yMm * PX_PER_MM + r; y++) {
            for (int x = (int) (xMm * PX_PER_MM - r); x <= xMm * PX_PER_MM + r; x++) {
                if (Math.hypot(x + 0.5 - xMm * PX_PER_MM, y + 0.5 - yMm * PX_PER_MM) <= Math.max(r, 0.6)) {
                    bits[y * ((WIDTH_PX + 7) / 8) + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
    }
}
