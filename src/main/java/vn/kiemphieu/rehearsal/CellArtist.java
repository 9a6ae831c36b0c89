package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

/** What a voter puts into the three cells of a row. It notes in {@code kinds} what a person would see there. */
final class CellArtist {

    private final Voter voter;
    private final Random random;

    CellArtist(Voter voter, Random random) {
        this.voter = voter;
        this.random = random;
    }

    List<Ink> mark(Row row, Level vote, Deed deed, Map<Level, Mark.Kind> kinds) {
        PaperBox cell = row.cell(vote);
        switch (deed) {
            case NO_MARK:
                return List.of();
            case TWO_MARKS:
                return crosses(row, List.of(vote, other(vote)), kinds);
            case THREE_MARKS:
                return crosses(row, List.of(Level.values()), kinds);
            case TICK:
                return odd(Drawing.TICK, row, vote, kinds);
            case CIRCLE:
                return odd(Drawing.CIRCLE, row, vote, kinds);
            case SLASH:
                return odd(Drawing.SLASH, row, vote, kinds);
            case PLUS:
                return odd(Drawing.PLUS, row, vote, kinds);
            case LINE:
                return odd(Drawing.LINE, row, vote, kinds);
            case WORD_IN_CELL:
                return odd(Drawing.WORD, row, vote, kinds);
            case FILLED:
                kinds.put(vote, Mark.Kind.UNCLEAR);
                return List.of(filled(cell));
            case ACROSS_TWO_CELLS:
                return List.of(across(row, kinds));
            case CANCELLED_AND_MOVED:
                return cancelled(row, vote, true, kinds);
            case CANCELLED_ONLY:
                return cancelled(row, vote, false, kinds);
            default:
                kinds.put(vote, Mark.Kind.CROSS);
                return List.of(crossed(row, vote, deed)).stream()
                        .flatMap(List::stream)
                        .toList();
        }
    }

    private List<Ink> crosses(Row row, List<Level> levels, Map<Level, Mark.Kind> kinds) {
        List<Ink> inks = new ArrayList<>();
        for (Level level : levels) {
            kinds.put(level, Mark.Kind.CROSS);
            inks.add(voter.cross(row.cell(level), random));
        }
        return inks;
    }

    private List<Ink> odd(Drawing what, Row row, Level vote, Map<Level, Mark.Kind> kinds) {
        kinds.put(vote, Mark.Kind.UNCLEAR);
        return List.of(voter.draws(what, row.cell(vote), random));
    }

    /** An X in its cell, with whatever harmless oddity was ordered. */
    private List<Ink> crossed(Row row, Level vote, Deed deed) {
        PaperBox cell = row.cell(vote);
        return switch (deed) {
            case FAINT_MARK ->
                List.of(new Ink(
                        voter.pen().faded(0.2 + 0.15 * random.nextDouble()),
                        voter.cross(cell, random).strokes()));
            case TINY_MARK ->
                List.of(new Ink(
                        voter.pen().withWidth(Math.min(voter.pen().widthMm(), 0.3)),
                        voter.drawn(Drawing.X, cell, 1.1 + 0.4 * random.nextDouble(), random)));
            case PEN_REST -> List.of(voter.cross(cell, random), rest(row.cell(other(vote))));
            case OFF_CENTRE -> List.of(shifted(cell, 0.5, 0.0));
            case OVER_THE_BORDER -> List.of(shifted(cell, 0.5, 1.2));
            default -> List.of(voter.cross(cell, random));
        };
    }

    /** A dot where the pen lay: 0.3 to 0.8 mm, no stroke. */
    private Ink rest(PaperBox cell) {
        double x = cell.xMm() + cell.widthMm() * (0.2 + 0.6 * random.nextDouble());
        double y = cell.yMm() + cell.heightMm() * (0.2 + 0.6 * random.nextDouble());
        double tail = 0.25 * random.nextDouble();
        return new Ink(
                voter.pen(),
                List.of(new PenStroke(List.of(new PenPoint(x, y, 1), new PenPoint(x + tail, y + tail / 2, 0.8)))));
    }

    /** An X against a border of its cell; {@code overMm} of it may lie beyond. */
    private Ink shifted(PaperBox cell, double share, double overMm) {
        List<PenStroke> x = voter.cross(cell, random).strokes();
        PenStroke.Extent e = PenStroke.Extent.of(x);
        boolean aside = random.nextBoolean();
        double sign = random.nextBoolean() ? 1 : -1;
        double roomX = sign > 0 ? cell.rightMm() - e.right() : e.left() - cell.xMm();
        double roomY = sign > 0 ? cell.bottomMm() - e.bottom() : e.top() - cell.yMm();
        double go = overMm > 0 ? 1 : 2 * share * (0.8 + 0.2 * random.nextDouble());
        double dx = aside ? sign * (roomX * go + (overMm > 0 ? Math.min(overMm, e.width() / 4) : -0.4)) : 0;
        double dy = aside ? 0 : sign * (roomY * go + (overMm > 0 ? Math.min(overMm, e.height() / 4) : -0.4));
        return new Ink(
                voter.pen(),
                x.stream()
                        .map(s -> s.moved(p -> new PenPoint(p.x() + dx, p.y() + dy, p.press())))
                        .toList());
    }

    private Ink filled(PaperBox cell) {
        double w = cell.widthMm() * (0.3 + 0.4 * random.nextDouble());
        double h = cell.heightMm() * (0.4 + 0.3 * random.nextDouble());
        return new Ink(
                voter.pen(),
                PenStroke.fitted(
                        voter.hand().draw(Drawing.FILL, random),
                        cell.centre().xMm(),
                        cell.centre().yMm(),
                        w,
                        h));
    }

    private Ink across(Row row, Map<Level, Mark.Kind> kinds) {
        boolean first = random.nextBoolean();
        PaperBox left = row.cell(first ? Level.HIGH : Level.CONFIDENCE);
        kinds.put(first ? Level.HIGH : Level.CONFIDENCE, Mark.Kind.UNCLEAR);
        kinds.put(first ? Level.CONFIDENCE : Level.LOW, Mark.Kind.UNCLEAR);
        double size = Math.min(Math.max(voter.sizeMm(), 4.5), row.box().heightMm() + 1);
        List<PenStroke> x = PenStroke.placed(
                voter.hand().draw(Drawing.X, random), 0, left.centre().yMm(), size, 0);
        PenStroke.Extent e = PenStroke.Extent.of(x);
        // At least a third of it in each cell; what lies over the border by less is a large hand's honest X.
        double cut = e.left() + e.width() * (0.36 + 0.28 * random.nextDouble());
        return new Ink(
                voter.pen(),
                x.stream()
                        .map(s -> s.moved(p -> new PenPoint(p.x() + left.rightMm() - cut, p.y(), p.press())))
                        .toList());
    }

    private List<Ink> cancelled(Row row, Level vote, boolean moved, Map<Level, Mark.Kind> kinds) {
        List<Ink> inks = new ArrayList<>();
        Ink cross = voter.cross(row.cell(vote), random);
        inks.add(cross);
        PenStroke.Extent e = PenStroke.Extent.of(cross.strokes());
        inks.add(new Ink(
                voter.pen(),
                PenStroke.fitted(
                        voter.hand().draw(Drawing.SCRIBBLE, random),
                        e.centreX() + 0.3 * random.nextGaussian(),
                        e.centreY() + 0.3 * random.nextGaussian(),
                        Math.max(2.2, e.width()) * (0.95 + 0.3 * random.nextDouble()),
                        Math.max(2.2, e.height()) * (0.9 + 0.2 * random.nextDouble()))));
        kinds.put(vote, Mark.Kind.CANCELLED);
        if (moved) {
            Level instead = other(vote);
            kinds.put(instead, Mark.Kind.CROSS);
            inks.add(voter.cross(row.cell(instead), random));
        }
        return inks;
    }

    private Level other(Level vote) {
        return Level.values()[(vote.ordinal() + 1 + random.nextInt(2)) % 3];
    }
}
