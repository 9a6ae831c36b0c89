package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.StampPlace;

/**
 * Stamps: a round rubber with a double ring, a ring of text, a star and two lines across, and what goes wrong with it.
 * The letters say nothing; they are there because a ring without letters is no stamp.
 */
final class StampArtist {

    private static final int RED = 0xD2283C;
    private static final int TONER = 0x2E2E30;

    private final Random random;

    StampArtist(Random random) {
        this.random = random;
    }

    /** {@return the impression, or none where it was forgotten} */
    List<Ink> stamped(StampPlace place, Deed deed, Voter voter) {
        PaperPoint at = spot(place, deed);
        double mm = place.diameterMm() * (1 + 0.012 * random.nextGaussian());
        return switch (deed) {
            case STAMP_NONE -> List.of();
            case STAMP_DRAWN -> drawn(at, mm, voter);
            case STAMP_TOO_SMALL -> List.of(rubber(at, mm * (0.42 + 0.15 * random.nextDouble()), RED, 0, 0));
            case STAMP_COPIED ->
                List.of(new Ink(new Pen(Pen.Kind.TONER, TONER, 0.4, 0.85, 0, 0, 0), strokes(at, mm, 0, mm)));
            case STAMP_HALF -> List.of(rubber(at, mm, RED, 0.12, 0.32 + 0.15 * random.nextDouble()));
            case STAMP_WORN -> List.of(rubber(at, mm, RED, 0.22 + 0.1 * random.nextDouble(), 0));
            default -> List.of(rubber(at, mm, RED, 0.1 * random.nextDouble(), 0.12 * random.nextDouble()));
        };
    }

    private PaperPoint spot(StampPlace place, Deed deed) {
        double x = place.around().xMm() + place.around().widthMm() * (0.15 + 0.7 * random.nextDouble());
        double low = place.around().yMm() + place.around().heightMm() * (0.15 + 0.7 * random.nextDouble());
        // Nobody stamps over the edge of the sheet.
        double y = Math.max(
                low, Math.min(place.diameterMm() / 2 + 1.5, place.around().bottomMm()));
        return deed == Deed.STAMP_ELSEWHERE
                ? new PaperPoint(x + 75 + 40 * random.nextDouble(), y + 5)
                : new PaperPoint(x, y);
    }

    private Ink rubber(PaperPoint at, double mm, int rgb, double wear, double missing) {
        int shade = random.nextInt(26) - 10;
        int colour = rgb + (shade << 16) + ((shade + 10) / 2 << 8) + (shade + 10);
        Pen pen = new Pen(Pen.Kind.STAMP, colour, mm / 36 * 0.45, 0.72 + 0.2 * random.nextDouble(), 0.5, wear, 0);
        return new Ink(pen, strokes(at, mm, missing, mm));
    }

    private List<PenStroke> strokes(PaperPoint at, double mm, double missing, double fullMm) {
        List<PenStroke> s = new ArrayList<>();
        double r = mm / 2;
        double turn = 0.25 * random.nextGaussian() + (random.nextDouble() < 0.08 ? Math.PI : 0);
        ring(s, r - 0.3, 1.6);
        ring(s, r - 0.3 - fullMm * 0.006, 1.6);
        ring(s, r * 0.935, 1);
        ring(s, r * 0.62, 1);
        StampLetters.around(s, r * 0.775, r * 0.17, random);
        StampLetters.star(s, 0, r * 0.775, r * 0.1);
        StampLetters.line(s, 0, -r * 0.17, r * 0.2, 4 + random.nextInt(2), random);
        StampLetters.line(s, 0, r * 0.17, r * 0.2, 5 + random.nextInt(2), random);
        double side = 2 * Math.PI * random.nextDouble();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        return s.stream()
                .map(stroke -> stroke.moved(p -> new PenPoint(
                        at.xMm() + cos * p.x() - sin * p.y(),
                        at.yMm() + sin * p.x() + cos * p.y(),
                        p.press() * inked(p, r, side, missing))))
                .toList();
    }

    /** 1 where the rubber met the paper; it fades over a tenth of the stamp towards the side that did not. */
    private static double inked(PenPoint p, double r, double side, double missing) {
        double far = (p.x() * Math.cos(side) + p.y() * Math.sin(side)) / r;
        return Math.max(0, Math.min(1, (1 - 2 * missing - far) / 0.2 + 0.9));
    }

    private static void ring(List<PenStroke> to, double r, double press) {
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i <= 180; i++) {
            double t = 2 * Math.PI * i / 180;
            points.add(new PenPoint(r * Math.cos(t), r * Math.sin(t), Math.min(1, press)));
        }
        to.add(new PenStroke(points));
    }

    /** A circle or two in red pen and a few words: a child would not be deceived, a program must not be. */
    private List<Ink> drawn(PaperPoint at, double mm, Voter voter) {
        Pen pen = new Pen(Pen.Kind.BALL, 0xC02838, 0.45, 0.85, 0.2, 0.03, 0.3);
        List<PenStroke> s = new ArrayList<>();
        s.addAll(PenStroke.placed(voter.hand().draw(Drawing.CIRCLE, random), at.xMm(), at.yMm(), mm, 0));
        s.addAll(PenStroke.placed(voter.hand().draw(Drawing.CIRCLE, random), at.xMm(), at.yMm(), mm * 0.9, 1));
        for (int i = -1; i <= 1; i++) {
            s.addAll(PenStroke.placed(
                    voter.hand().draw(Drawing.WORD, random), at.xMm(), at.yMm() + i * mm / 5, mm * 0.45, 0));
        }
        return List.of(new Ink(pen, s));
    }
}
