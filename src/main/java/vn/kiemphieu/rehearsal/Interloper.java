package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;

/** Writing where none belongs: names struck out, names and words added, signatures in and out of their place. */
final class Interloper {

    private final Voter voter;
    private final Random random;

    Interloper(Voter voter, Random random) {
        this.voter = voter;
        this.random = random;
    }

    /** {@return the stroke through a printed name} */
    Ink strikes(List<PaperBox> words, Deed deed) {
        PaperBox one = words.get(random.nextInt(words.size()));
        PaperBox target = deed == Deed.STRUCK_ONE_WORD ? one : around(lineOf(words, one));
        double x = target.centre().xMm();
        double y = target.centre().yMm() + 0.08 * target.heightMm() * random.nextGaussian() + 0.2;
        double w = target.widthMm() * (1 + 0.12 * random.nextDouble()) + 1.5;
        double h = target.heightMm();
        Pen pen = deed == Deed.STRUCK_THIN ? voter.pen().withWidth(0.17 + 0.08 * random.nextDouble()) : voter.pen();
        List<PenStroke> strokes = switch (deed) {
            case STRUCK_WAVY -> PenStroke.fitted(hand(Drawing.WAVE), x, y, w, h * (0.35 + 0.3 * random.nextDouble()));
            case STRUCK_SCRIBBLED ->
                PenStroke.fitted(hand(Drawing.SCRIBBLE), x, y, w, h * (0.9 + 0.4 * random.nextDouble()));
            case STRUCK_DIAGONAL ->
                PenStroke.fitted(hand(Drawing.SLASH), x, y, w * (0.5 + 0.4 * random.nextDouble()), h * 1.6);
            case STRUCK_WHOLE -> twice(x, y, w, h);
            default -> PenStroke.placed(hand(Drawing.LINE), x, y, w, 0.03 * random.nextGaussian());
        };
        return new Ink(pen, strokes);
    }

    private List<PenStroke> twice(double x, double y, double w, double h) {
        List<PenStroke> s =
                new ArrayList<>(PenStroke.placed(hand(Drawing.LINE), x, y, w, 0.02 * random.nextGaussian()));
        if (random.nextBoolean()) {
            s.addAll(PenStroke.placed(hand(Drawing.LINE), x, y + 0.25 * h, w, 0.02 * random.nextGaussian()));
        }
        return s;
    }

    private static List<PaperBox> lineOf(List<PaperBox> words, PaperBox one) {
        return words.stream().filter(w -> Math.abs(w.yMm() - one.yMm()) < 1).toList();
    }

    private static PaperBox around(List<PaperBox> boxes) {
        double l = boxes.stream().mapToDouble(PaperBox::xMm).min().orElseThrow();
        double t = boxes.stream().mapToDouble(PaperBox::yMm).min().orElseThrow();
        double r = boxes.stream().mapToDouble(PaperBox::rightMm).max().orElseThrow();
        double b = boxes.stream().mapToDouble(PaperBox::bottomMm).max().orElseThrow();
        return new PaperBox(l, t, r - l, b - t);
    }

    /** {@return words added within a row} */
    Ink addsIn(Row row, Deed deed, PaperBox free) {
        if (deed == Deed.ADDED_BETWEEN_ROWS) {
            return words(free.centre().xMm(), row.box().yMm(), Math.min(30, Math.max(10, free.widthMm())), 2.6, 2);
        }
        double wide = Math.min(24, Math.max(7, free.widthMm() * 0.9));
        return words(free.centre().xMm(), free.centre().yMm(), wide, Math.min(4.5, free.heightMm() * 0.7), 1);
    }

    /** {@return writing beside, above or below the table} */
    List<Ink> writes(FormPage page, Deed deed) {
        PaperBox t = page.table();
        return switch (deed) {
            case ADDED_IN_MARGIN -> {
                double margin = Math.max(8, Math.min(16, t.xMm() - 5));
                boolean left = random.nextBoolean();
                double x = left ? t.xMm() - 2 - margin / 2 : t.rightMm() + 2 + margin / 2;
                yield List.of(words(x, t.yMm() + t.heightMm() * random.nextDouble(), margin, 3.5, 1));
            }
            case ADDED_OVER_NOTE ->
                List.of(words(
                        t.centre().xMm() + 25 * random.nextGaussian(),
                        below(page, 8 + 5 * random.nextDouble()),
                        40,
                        5,
                        3));
            case ADDED_NAME_BELOW -> List.of(words(t.xMm() + 40, below(page, 3.5 + random.nextDouble()), 38, 4.2, 3));
            case ADDED_IN_HEADER ->
                List.of(words(
                        t.centre().xMm() + 20 * random.nextGaussian(),
                        t.yMm() - 7 - 5 * random.nextDouble(),
                        30,
                        4.5,
                        2));
            case SIGNED_OUTSIDE -> List.of(signature(outside(page)));
            case SIGNED_IN_ZONE ->
                page.signature().map(zone -> List.of(signature(zone))).orElse(List.of());
            default -> List.of();
        };
    }

    private static double below(FormPage page, double mm) {
        return Math.min(page.heightMm() - 6, page.table().bottomMm() + mm);
    }

    /** A place far from the signature zone where people sign all the same: the left foot of the sheet. */
    private PaperBox outside(FormPage page) {
        double y = Math.min(page.heightMm() - 22, page.table().bottomMm() + 25 + 15 * random.nextDouble());
        return new PaperBox(page.table().xMm() + 10 * random.nextDouble(), y, 34, 14);
    }

    private Ink signature(PaperBox zone) {
        double w = Math.min(zone.widthMm() * 0.75, 26 + 14 * random.nextDouble());
        double h = Math.min(zone.heightMm() * 0.8, w * (0.35 + 0.2 * random.nextDouble()));
        double x = zone.centre().xMm() + 0.08 * zone.widthMm() * random.nextGaussian();
        double y = zone.centre().yMm();
        return new Ink(voter.pen(), PenStroke.fitted(hand(Drawing.SIGNATURE), x, y, w, h));
    }

    /** Some words on a line, {@code wideMm} together and {@code highMm} with their stems. */
    private Ink words(double xMm, double yMm, double wideMm, double highMm, int count) {
        List<PenStroke> strokes = new ArrayList<>();
        double each = wideMm / count;
        for (int i = 0; i < count; i++) {
            double x = xMm + (i - (count - 1) / 2.0) * each + 0.3 * random.nextGaussian();
            double y = yMm + 0.25 * random.nextGaussian();
            strokes.addAll(PenStroke.fitted(
                    hand(Drawing.WORD), x, y, each * 0.84, highMm * (0.9 + 0.3 * random.nextDouble())));
        }
        return new Ink(voter.pen(), strokes);
    }

    private List<PenStroke> hand(Drawing what) {
        return voter.hand().draw(what, random);
    }
}
