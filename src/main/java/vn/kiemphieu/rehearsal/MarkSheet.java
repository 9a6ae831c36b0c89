package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

/**
 * A page with marks in most of its cells by one hand, and what each is. No ballot looks like that; it is for measuring how
 * single marks are read, and for learning from them.
 *
 * @param scan how the page is scanned
 * @param inks all ink on it, a stamp among it where the form has a place for one
 */
public record MarkSheet(FormPage page, ScanKind scan, List<Ink> inks, List<Known> marks, long lot) {

    /** What lies in one cell. */
    public record Known(int official, Level level, Kind kind) {}

    /** What a cell may hold. */
    public enum Kind {
        X(0),
        TICK(1),
        CIRCLE(1),
        PLUS(1),
        SLASH(1),
        LINE(1),
        WORD(1),
        FILL(1),
        /** One stroke of an X. */
        HALF(1),
        /** A letter, a digit, a figure, or lines drawn at random. */
        GLYPH(8),
        /** An X with a scribble over it. */
        SCRIBBLED(2),
        /** An X crossed out by two lines. */
        CROSSED_OUT(1),
        /** An X with a third stroke through its middle. */
        STAR(2),
        /** An X with a line near its top or its feet. */
        LINED(2),
        /** Two X's, one over the other. */
        TWICE(1),
        RINGED(1),
        TICKED(1);

        /** How often it is drawn beside the others. */
        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private static final List<Kind> OTHERS = others();

    private static List<Kind> others() {
        List<Kind> bag = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.share; i++) {
                bag.add(kind);
            }
        }
        return List.copyOf(bag);
    }

    private static final List<ScanKind> SCANS =
            List.of(ScanKind.OFFICE, ScanKind.GREY, ScanKind.BILEVEL, ScanKind.POOR, ScanKind.PHOTO);

    /**
     * {@return the page of that number, the same each time} Every second one holds X's only, the others anything but a plain X;
     * in turn they are scanned in each way.
     */
    public static MarkSheet of(FormPage page, Function<Random, Repertoire> hands, long seed, int number) {
        Random random = Lots.of(seed, number);
        boolean honest = number % 2 == 0;
        Voter voter = Voter.any(hands.apply(random), random);
        List<Ink> inks = new ArrayList<>();
        List<Known> marks = new ArrayList<>();
        page.stamp().ifPresent(place -> inks.addAll(new StampArtist(random).stamped(place, Deed.HONEST, voter)));
        for (Row row : page.rows()) {
            for (Level level : Level.values()) {
                // Marks that touch are another matter: where cells hold something other than an X, half of them stay
                // empty.
                if (random.nextInt(honest ? 3 : 2) != 0) {
                    Kind kind = honest ? Kind.X : OTHERS.get(random.nextInt(OTHERS.size()));
                    inks.addAll(drawn(kind, row.cell(level), voter, random));
                    marks.add(new Known(row.official(), level, kind));
                }
            }
        }
        ScanKind scan = SCANS.get(number % SCANS.size());
        return new MarkSheet(page, scan, List.copyOf(inks), List.copyOf(marks), random.nextLong());
    }

    /** {@return the page as its scanner leaves it, the same bytes each time} */
    public Darkroom.Shot scanned(Darkroom darkroom) {
        Random random = new Random(lot);
        double dpi = Scanner.dpi(scan, random);
        Packing packing = scan == ScanKind.BILEVEL ? Packing.G4_PDF : Packing.JPEGS;
        return darkroom.expose(page, inks, Scanner.recipe(scan, page, dpi, packing.output(scan), random));
    }

    private static List<Ink> drawn(Kind kind, PaperBox cell, Voter voter, Random random) {
        return switch (kind) {
            case X -> List.of(voter.cross(cell, random));
            case TICK -> List.of(voter.draws(Drawing.TICK, cell, random));
            case CIRCLE -> List.of(voter.draws(Drawing.CIRCLE, cell, random));
            case PLUS -> List.of(voter.draws(Drawing.PLUS, cell, random));
            case SLASH -> List.of(voter.draws(Drawing.SLASH, cell, random));
            case LINE -> List.of(voter.draws(Drawing.LINE, cell, random));
            case WORD -> List.of(voter.draws(Drawing.WORD, cell, random));
            case FILL -> List.of(filled(cell, voter, random));
            case HALF -> List.of(half(cell, voter, random));
            case GLYPH -> List.of(glyph(cell, voter, random));
            default -> {
                Ink cross = voter.cross(cell, random);
                List<Ink> both = new ArrayList<>(List.of(cross));
                both.addAll(over(cross, kind, voter, random));
                yield both;
            }
        };
    }

    private static List<Ink> over(Ink cross, Kind kind, Voter voter, Random random) {
        PenStroke.Extent e = PenStroke.Extent.of(cross.strokes());
        double size = Math.max(e.width(), e.height());
        double wide = Math.max(2.2, e.width());
        double high = Math.max(2.2, e.height());
        return switch (kind) {
            case SCRIBBLED ->
                List.of(fitted(
                        Drawing.SCRIBBLE,
                        e,
                        wide * (0.95 + 0.3 * random.nextDouble()),
                        high * (0.9 + 0.2 * random.nextDouble()),
                        voter,
                        random));
            case CROSSED_OUT ->
                List.of(
                        line(e, 0.15 * e.height() * random.nextGaussian(), 1.2 * wide, 0, voter, random),
                        line(e, 0.15 * e.height() * random.nextGaussian(), 1.2 * wide, 0, voter, random));
            case STAR -> {
                double turn = random.nextBoolean() ? 0 : Math.PI / 2;
                yield List.of(line(e, 0, size * (0.8 + 0.4 * random.nextDouble()), turn, voter, random));
            }
            case LINED -> {
                // It runs on beyond both arms: shorter ones are the way of a pen that was not lifted.
                double lower = (random.nextBoolean() ? 1 : -1) * high * (0.25 + 0.35 * random.nextDouble());
                yield List.of(line(e, lower, wide * (1.25 + 0.45 * random.nextDouble()), 0, voter, random));
            }
            case TWICE -> List.of(beside(Drawing.X, e, 0.4, size, voter, random));
            case RINGED -> List.of(fitted(Drawing.CIRCLE, e, 1.25 * wide, 1.25 * high, voter, random));
            default -> List.of(beside(Drawing.TICK, e, 0.3, size, voter, random));
        };
    }

    private static Ink fitted(Drawing what, PenStroke.Extent e, double wide, double high, Voter voter, Random random) {
        return new Ink(
                voter.pen(),
                PenStroke.fitted(
                        voter.hand().draw(what, random),
                        e.centreX() + 0.3 * random.nextGaussian(),
                        e.centreY() + 0.3 * random.nextGaussian(),
                        wide,
                        high));
    }

    private static Ink line(PenStroke.Extent e, double lower, double size, double turn, Voter voter, Random random) {
        return new Ink(
                voter.pen(),
                PenStroke.placed(
                        voter.hand().draw(Drawing.LINE, random),
                        e.centreX(),
                        e.centreY() + lower,
                        size,
                        turn + 0.1 * random.nextGaussian()));
    }

    private static Ink beside(Drawing what, PenStroke.Extent e, double aside, double size, Voter voter, Random random) {
        return new Ink(
                voter.pen(),
                PenStroke.placed(
                        voter.hand().draw(what, random),
                        e.centreX() + aside * size * random.nextGaussian(),
                        e.centreY() + 0.2 * size * random.nextGaussian(),
                        size,
                        0));
    }

    private static Ink filled(PaperBox cell, Voter voter, Random random) {
        return new Ink(
                voter.pen(),
                PenStroke.fitted(
                        voter.hand().draw(Drawing.FILL, random),
                        cell.centre().xMm(),
                        cell.centre().yMm(),
                        cell.widthMm() * (0.2 + 0.4 * random.nextDouble()),
                        cell.heightMm() * (0.3 + 0.4 * random.nextDouble())));
    }

    private static Ink half(PaperBox cell, Voter voter, Random random) {
        List<PenStroke> strokes = voter.cross(cell, random).strokes();
        return strokes.size() > 1
                ? new Ink(voter.pen(), List.of(strokes.get(random.nextInt(strokes.size()))))
                : voter.draws(Drawing.SLASH, cell, random);
    }

    private static Ink glyph(PaperBox cell, Voter voter, Random random) {
        double size = Math.min(cell.heightMm() - 1, Math.max(3, voter.sizeMm()));
        return new Ink(
                voter.pen(),
                PenStroke.placed(
                        Glyphs.any(random),
                        cell.centre().xMm(),
                        cell.centre().yMm(),
                        size,
                        0.1 * random.nextGaussian()));
    }
}
