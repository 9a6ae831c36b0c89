package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.InkMask;
import vn.kiemphieu.reading.Survey;

/**
 * Where a cell or the place of a name shows something that is too pale for ink and too plain for the grain of its paper: what a
 * hard pencil leaves, or a pen that is all but dry. Nobody can say what it is, only that the cell is not certainly empty.
 *
 * <p>A cell is held against its own paper. The mean of nine pixels is a third as grainy as one; what is darker by several
 * times that grain and hangs together over the length of a small X is a trace.
 */
final class FaintTraces implements Survey.Traces {

    /** Ruled lines and what registration leaves of them lie nearer to the cell's edge. */
    private static final double INSET_MM = 0.9;

    /** Of 3,500 blank cells that four kinds of scanning gave, some under the edge of a shadow, eleven show a trace at this or a hint. */
    private static final Limit PLAIN = new Limit(4, 2);

    /** So many grains, and pieces that far apart, are found in a blank cell of a hundred on poor scans, and hardly elsewhere. */
    private static final Limit HINT = new Limit(3.5, 4);

    /** Paler than that are the steps of a JPEG. */
    private static final double LEAST = 6;

    /** A pen's rest measures up to 1.2 mm here, blurred as it is; the smallest X that people draw 1.7. */
    private static final double LONG_MM = 1.35;

    /** An X's strokes are slanted: even one arm is about as wide as high. The steps of a JPEG lie level and upright. */
    private static final double SHORT_MM = 0.85;

    /**
     * What counts.
     *
     * @param grains how many times its own grain the paper is darker
     * @param joinPx the grain breaks a pale line: so far apart its pieces still hang together
     */
    private record Limit(double grains, int joinPx) {}

    /** Letters are blurred, and JPEG leaves ripples around them: so far from print nothing is held against the paper. */
    private static final int BESIDE_PRINT_PX = 3;

    /** Ripples further out are paler than that. */
    private static final double LEAST_BESIDE_PRINT = 10;

    /** Of 1,925 names without a line through them, on four kinds of scan, three show more in a row, or bits of a {@link BrokenLine}: folds. */
    private static final double STRIKE_MM = 2.5;

    /**
     * Ink takes light away as well as colour: blue and red pens half and more of what they take from the darkest channel. What a
     * JPEG leaves of colour alone, whole blocks of 8 or 16 pixels on tinted paper, takes none.
     */
    private static final double SHOWN_IN_LIGHT = 0.3;

    /** Of a black pixel of the scan that falls between four of the page at least one is as dark. */
    private static final int BLACK = 64;

    private final AlignedPage page;

    private final InkLevels levels;

    private final List<EdgeToEdge.Line> lines;

    private final Creases creases;

    private @Nullable Halo halo;

    /** @param lines folds and streaks that were seen on the page */
    FaintTraces(AlignedPage page, InkLevels levels, List<EdgeToEdge.Line> lines, Creases creases) {
        this.page = page;
        this.levels = levels;
        this.lines = lines;
        this.creases = creases;
    }

    @Override
    public Optional<PaperBox> plainIn(PaperBox cell) {
        return trace(cell.grown(-INSET_MM), PLAIN);
    }

    @Override
    public Optional<PaperBox> hintIn(PaperBox cell) {
        PaperBox inside = cell.grown(-INSET_MM);
        return trace(inside, HINT).or(() -> speck(inside));
    }

    @Override
    public List<InkMask> besideLines(InkMask ink) {
        return lines.stream()
                .filter(line -> line.touches(ink))
                .map(line -> ink.without(line::leadsOver))
                .toList();
    }

    private Optional<PaperBox> trace(PaperBox inside, Limit limit) {
        PaleCell cell = PaleCell.of(page, inside, Optional.empty());
        cell.show(limit.grains(), LEAST);
        if (cell.pieces(limit.joinPx()).stream().noneMatch(FaintTraces::isTrace)) {
            return Optional.empty();
        }
        // A fold, a streak or the soft edge of a shadow. What is left when they are gone was drawn.
        cell.wipeLines(lines);
        cell.wipeSlopes();
        return cell.pieces(limit.joinPx()).stream()
                .filter(FaintTraces::isTrace)
                .filter(p -> showsInLight(cell, p))
                .findFirst()
                .map(p -> box(inside, p));
    }

    /** {@return the first black pixel of a 1-bit scan: of a pencil's X such a scan may keep no more than one or two} */
    private Optional<PaperBox> speck(PaperBox inside) {
        if (!page.bilevel()) {
            return Optional.empty();
        }
        FormTemplate form = page.template;
        byte[] dark = page.samples();
        for (int y = form.px(inside.yMm()); y < form.px(inside.bottomMm()); y++) {
            for (int x = form.px(inside.xMm()); x < form.px(inside.rightMm()); x++) {
                if ((dark[y * form.widthPx + x] & 0xff) >= BLACK && !liesOnLine(x, y)) {
                    double px = FormTemplate.PIXELS_PER_MM;
                    return Optional.of(new PaperBox(x / px, y / px, 1 / px, 1 / px));
                }
            }
        }
        return Optional.empty();
    }

    private boolean liesOnLine(int x, int y) {
        return lines.stream().anyMatch(line -> line.covers(x, y));
    }

    /** {@return a pale line that runs beside, between and below the letters of a name, and ends with them or soon after} */
    @Override
    public Optional<PaperBox> through(Row row) {
        PaperBox name = row.name();
        PaperBox inside = name.grown(-INSET_MM);
        PaleCell cell = place(inside);
        cell.show(PLAIN.grains(), LEAST_BESIDE_PRINT);
        if (strike(cell, name, inside).isEmpty()) {
            return Optional.empty();
        }
        cell.wipeLines(lines);
        cell.wipeSlopes();
        halo().wipe(cell);
        return strike(cell, name, inside)
                .filter(p -> showsInLight(cell, p))
                .map(p -> box(inside, p))
                .filter(box -> !creases.runThrough(Creases.PixelBox.of(box), true));
    }

    /** {@return the inside of a name's place, its letters hidden} */
    private PaleCell place(PaperBox inside) {
        return PaleCell.of(page, inside, Optional.of(page.template.printGrown(beside())));
    }

    private int beside() {
        return BESIDE_PRINT_PX + levels.thickenedPx();
    }

    private Halo halo() {
        if (halo == null) {
            List<Mat> rings = IntStream.rangeClosed(1, Halo.RINGS)
                    .mapToObj(ring -> page.template.printGrown(Math.min(beside() + ring, FormTemplate.FURTHEST_PX)))
                    .toList();
            List<PaleCell> names = page.template.page.rows().stream()
                    .map(row -> place(row.name().grown(-INSET_MM)))
                    .toList();
            halo = new Halo(names, rings);
        }
        return halo;
    }

    private Optional<PaleCell.Piece> strike(PaleCell cell, PaperBox name, PaperBox inside) {
        List<PaleCell.Piece> pieces = cell.pieces(PLAIN.joinPx());
        Optional<PaleCell.Piece> whole =
                pieces.stream().filter(FaintTraces::isStrike).findFirst();
        Rect letters = page.template.printedIn(name);
        int from = letters.x - page.template.px(inside.xMm());
        return whole.or(() -> new BrokenLine(
                        pieces, cell::isHidden, from, from + letters.width, page.template.px(inside.widthMm()))
                .find());
    }

    private boolean showsInLight(PaleCell cell, PaleCell.Piece piece) {
        byte[] dark = page.samples();
        double darkest = cell.contrast(piece, (x, y) -> dark[y * page.template.widthPx + x] & 0xff);
        return cell.contrast(piece, page::darknessOfLight) > SHOWN_IN_LIGHT * darkest;
    }

    private static boolean isStrike(PaleCell.Piece piece) {
        return piece.widthPx() > STRIKE_MM * FormTemplate.PIXELS_PER_MM;
    }

    private static boolean isTrace(PaleCell.Piece piece) {
        double px = FormTemplate.PIXELS_PER_MM;
        return Math.max(piece.widthPx(), piece.heightPx()) >= LONG_MM * px
                && Math.min(piece.widthPx(), piece.heightPx()) >= SHORT_MM * px;
    }

    private static PaperBox box(PaperBox inside, PaleCell.Piece p) {
        double px = FormTemplate.PIXELS_PER_MM;
        return new PaperBox(
                inside.xMm() + p.left() / px, inside.yMm() + p.top() / px, p.widthPx() / px, p.heightPx() / px);
    }
}
