package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

/**
 * Shares the ink of the cells out among them. A mark that overruns its cell is that cell's; one that sits across two is
 * nobody's, and both cells say so.
 */
final class CellInk {

    private record Key(int official, Level level) {}

    private record Share(Key key, PaperBox cell, double share) {}

    /** With three fifths of its ink in a cell, and no other cell holding a fifth, a mark is that cell's. */
    private static final double MINE = 0.6;

    private static final double OTHERS = 0.2;

    /**
     * An X whose strokes cross deep inside a cell belongs to it, though it runs over. But not with more of its ink than this in
     * another cell: that one sits across two.
     */
    private static final double MOST_ELSEWHERE = 0.3;

    /**
     * An X with more of its box than this over another cell sits across two, though nearly all ink may be in one. Of honest X's
     * drawn over a border at most 0.25 was read as one cell's; those drawn across two have 0.36 and more there.
     */
    private static final double MOST_OVER = 0.3;

    /** Share of the ink of marks that touch that lies in their cells, at least. The rest is their ends; more would be writing. */
    private static final double TOUCHING = 0.9;

    /** Less ink than this in a cell is a stroke's end that came over the line. */
    static final double TAIL_MM2 = 0.3;

    /** No stroke that somebody draws in a cell keeps this near to its border. */
    private static final double SHALLOW_MM = 0.5;

    private final FormPage form;
    private final RuledRim ruledRim;
    private final Survey.Traces traces;
    private final Map<Key, List<InkPiece>> pieces = new HashMap<>();
    private final Map<Key, InkPiece> across = new HashMap<>();
    private final Map<Key, PaperBox> ends = new HashMap<>();
    private final List<Finding> strays = new ArrayList<>();

    /** @param traces where cells show something too pale for ink */
    CellInk(FormPage form, Survey.Traces traces) {
        this.form = form;
        this.ruledRim = new RuledRim(form);
        this.traces = traces;
    }

    /** Takes a piece that belongs to cells, or is what shows of their lines; leaves all others. */
    boolean claims(InkPiece piece) {
        List<Share> shares = shares(piece);
        if (shares.isEmpty()) {
            return false;
        }
        if (ruledRim.is(piece)) {
            shares.forEach(s -> ends.putIfAbsent(s.key(), piece.box()));
            return true;
        }
        Share first = shares.get(0);
        double others = shares.size() > 1 ? shares.get(1).share() : 0;
        boolean within = shares.stream()
                .skip(1)
                .allMatch(s -> over(s.cell(), piece.box()) <= MOST_OVER && endsStraight(piece, s));
        if (within && first.share() >= MINE && others < OTHERS) {
            give(first, piece, shares);
            return true;
        }
        MarkJudge.Look look = MarkJudge.look(piece.mask());
        Optional<Share> crossedIn = look.crossing()
                .flatMap(at -> shares.stream()
                        .filter(s -> TouchingMarks.isDeep(at, s.cell()) && s.share() > 0.35)
                        .findFirst());
        if (within && crossedIn.isPresent() && others < MOST_ELSEWHERE) {
            give(crossedIn.get(), piece, shares);
            return true;
        }
        double inCells = shares.stream().mapToDouble(Share::share).sum();
        List<Share> crossed = shares.stream()
                .filter(s -> TouchingMarks.crossing(piece, s.cell()).isPresent())
                .toList();
        if (crossed.size() > 1 && inCells > TOUCHING) {
            Optional<List<InkPiece>> marks = TouchingMarks.apart(
                            piece, crossed.stream().map(Share::cell).toList())
                    .filter(apart -> eachIsItsCells(crossed, apart))
                    .findFirst();
            if (marks.isPresent()) {
                for (int i = 0; i < crossed.size(); i++) {
                    InkPiece mark = marks.get().get(i);
                    give(crossed.get(i), mark, shares(mark));
                }
                return true;
            }
        }
        List<Share> marked = shares.stream().filter(s -> isMore(piece, s)).toList();
        if (marked.isEmpty() && inCells < MINE) {
            return false;
        }
        for (Share s : shares) {
            if (isMore(piece, s) || s.share() > 0.25) {
                across.putIfAbsent(s.key(), piece);
            }
        }
        if (inCells < MINE) {
            // Mostly outside the cells: writing that runs into them. A row's doubt alone would hide that.
            strays.add(new Finding(
                    Finding.Kind.ADDITION, OptionalInt.of(first.key().official()), piece.box(), false, 0.2));
        }
        return true;
    }

    /** {@return additions that reach into cells} */
    List<Finding> strays() {
        return strays;
    }

    /** {@return the rows of the page, each mark judged by itself and then beside the others: they are one hand's} */
    List<RowReading> rows() {
        return new RowMarks(form, traces, this).read();
    }

    /** {@return the ink of each cell that holds some, as the network sees it} */
    List<CellPicture> pictures() {
        return pieces.keySet().stream()
                .map(key -> new CellPicture(key.official(), key.level(), MarkPicture.of(ink(key))))
                .toList();
    }

    /** {@return the mark that is that cell's, without specks that lie apart; empty where there is none} */
    List<InkPiece> ink(int official, Level level) {
        return ink(new Key(official, level));
    }

    private List<InkPiece> ink(Key key) {
        return CellJudge.markAmong(pieces.getOrDefault(key, List.of()));
    }

    /** {@return a mark that lies across this cell and others} */
    Optional<InkPiece> across(int official, Level level) {
        return Optional.ofNullable(across.get(new Key(official, level)));
    }

    /** {@return where something lies that is no mark of this cell and is in it: the end of another cell's, or what shows of its lines} */
    Optional<PaperBox> end(int official, Level level) {
        return Optional.ofNullable(ends.get(new Key(official, level)));
    }

    /** {@return the share of a mark's box that lies over that cell, 0..1} */
    private static double over(PaperBox cell, PaperBox mark) {
        return cell.overlapMm2(mark) / (mark.widthMm() * mark.heightMm());
    }

    private static boolean endsStraight(InkPiece mark, Share into) {
        return !runsInto(mark, into) || Overrun.asideMm2(mark.mask(), into.cell()) <= TAIL_MM2;
    }

    private static boolean runsInto(InkPiece mark, Share into) {
        InkMask deep = mark.mask().within(into.cell().grown(-SHALLOW_MM));
        return deep.areaMm2() > TAIL_MM2;
    }

    private static boolean isMore(InkPiece mark, Share in) {
        return in.share() * mark.areaMm2() > TAIL_MM2;
    }

    private void give(Share to, InkPiece piece, List<Share> shares) {
        pieces.computeIfAbsent(to.key(), k -> new ArrayList<>()).add(piece);
        shares.stream()
                .filter(s -> !s.key().equals(to.key()) && isMore(piece, s))
                .forEach(s -> ends.putIfAbsent(s.key(), piece.box()));
    }

    /**
     * Marks that touch may run over into one another's cells as any other may. What ends in a cell that has no crossing is held to what
     * a single mark's ends are.
     */
    private boolean eachIsItsCells(List<Share> cells, List<InkPiece> marks) {
        List<Key> crossed = cells.stream().map(Share::key).toList();
        return IntStream.range(0, marks.size()).allMatch(i -> {
            InkPiece mark = marks.get(i);
            List<Share> shares = shares(mark);
            return shares.get(0).key().equals(crossed.get(i))
                    && shares.get(0).share() >= MINE
                    && shares.stream()
                            .skip(1)
                            .allMatch(s -> crossed.contains(s.key())
                                    ? s.share() < MOST_ELSEWHERE && over(s.cell(), mark.box()) <= MOST_OVER
                                    : endsStraight(mark, s));
        });
    }

    /** The cells that hold some of the piece's ink, the fullest first. */
    private List<Share> shares(InkPiece piece) {
        List<Share> shares = new ArrayList<>();
        int all = piece.mask().count();
        for (Row row : form.rows()) {
            if (row.box().overlapMm2(piece.box()) == 0) {
                continue;
            }
            for (Level level : Level.values()) {
                PaperBox cell = row.cell(level);
                double share = cell.overlapMm2(piece.box()) > 0 ? piece.mask().countIn(cell) / (double) all : 0;
                if (share > 0.02) {
                    shares.add(new Share(new Key(row.official(), level), cell, share));
                }
            }
        }
        shares.sort((a, b) -> Double.compare(b.share(), a.share()));
        return shares;
    }
}
