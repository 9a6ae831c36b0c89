package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.InkMask;
import vn.kiemphieu.reading.InkPiece;

/**
 * The ink of a page less the print of its form, in connected pieces. Where a stroke runs over print it is carried on
 * through it, so that a ruled line does not cut an X in two.
 *
 * <p>Two thresholds as in J. Canny, "A computational approach to edge detection", PAMI 8(6), 1986: faint ink counts
 * where it hangs together with sure ink.
 */
final class Residue {

    /** Two pixels of a 200-dpi page: less is grain. */
    private static final int LEAST_PX = 3;

    /** Print may lie this far from where the form has it, beside its thickening: what registration leaves, 0.25 mm. */
    static final int SLACK_PX = 2;

    /** Print as dark as ink leaves a rim of grey, on photographs above all. */
    private static final int BLUR_PX = 2;

    /** How wide the rim of a cell is. */
    private static final double RIM_MM = 0.7;

    final int width;
    final int height;
    /** 0 paper, 1 ink beyond the print, 2 the same carried over print. */
    final byte[] ink;

    /** Folds and streaks, which are in no ink. */
    final List<EdgeToEdge.Line> lines;

    private final byte[] dark;
    private final byte @Nullable [] red;
    private final byte[] onSheet;
    private final double sure;
    private final List<PaperBox> cells;
    private final Optional<Shade> shade;

    private Residue(
            int width,
            int height,
            byte[] ink,
            byte[] dark,
            byte @Nullable [] red,
            byte[] onSheet,
            double sure,
            List<EdgeToEdge.Line> lines,
            List<PaperBox> cells,
            Optional<Shade> shade) {
        this.width = width;
        this.height = height;
        this.ink = ink;
        this.dark = dark;
        this.red = red;
        this.onSheet = onSheet;
        this.sure = sure;
        this.lines = lines;
        this.cells = cells;
        this.shade = shade;
    }

    static Residue of(AlignedPage page, InkLevels levels, byte @Nullable [] reddish) {
        int slack = SLACK_PX + levels.thickenedPx();
        Mat print = page.template.printGrown(slack);
        int w = page.dark.cols();
        int h = page.dark.rows();
        Mat beyond = LentMats.lend(h, w, CvType.CV_8UC1);
        Imgproc.threshold(page.dark, beyond, levels.faint(), 1, Imgproc.THRESH_BINARY);
        Mat sheet = LentMats.lend(h, w, CvType.CV_8UC1);
        Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5));
        Imgproc.erode(page.onSheet, sheet, kernel);
        Core.bitwise_and(beyond, sheet, beyond);
        Mat over = LentMats.lend(h, w, CvType.CV_8UC1);
        Core.bitwise_and(beyond, print, over);
        beyond.setTo(new Scalar(0), print);

        byte[] ink = bytes(beyond);
        byte[] samples = PixelBuffers.ofAtLeast(ink.length).samples();
        over.get(0, 0, samples);
        List<PaperBox> cells = page.template.page.rows().stream()
                .flatMap(row -> Arrays.stream(Level.values()).map(row::cell))
                .toList();
        new Bridges(w, h, slack + 3, (x, y) -> isAtCell(cells, x, y)).carry(ink, samples);
        byte[] dark = page.samples();
        byte[] onSheet = bytes(sheet);
        OpenCv.release(kernel);
        LentMats.giveBack(beyond, sheet, over);
        print.get(0, 0, samples);
        List<EdgeToEdge.Line> lines =
                new EdgeToEdge(w, h, samples, (int) (0.6 * levels.faint()), page.deformation).wipe(ink, dark);
        Optional<Shade> shade = page.bilevel()
                ? Optional.empty()
                : Optional.of(new Shade(w, h, ink, dark, page.template.printGrown(slack + BLUR_PX)));
        return new Residue(w, h, ink, dark, reddish, onSheet, levels.sure(), lines, cells, shade);
    }

    /** {@return whether that pixel lies in a cell or on its lines, where no form prints letters} */
    private static boolean isAtCell(List<PaperBox> cells, int x, int y) {
        PaperPoint at = new PaperPoint(x / FormTemplate.PIXELS_PER_MM, y / FormTemplate.PIXELS_PER_MM);
        return cells.stream().anyMatch(cell -> cell.grown(RIM_MM).contains(at));
    }

    private static byte[] bytes(Mat mat) {
        byte[] bytes = LentSamples.lend((int) mat.total());
        mat.get(0, 0, bytes);
        return bytes;
    }

    /** Gives the samples back; nobody may look at them any more. */
    void close() {
        LentSamples.giveBack(ink, onSheet);
    }

    boolean isRed(int i) {
        return red != null && Redness.isRed(red[i] & 0xff, darkness(i));
    }

    /** {@return how dark it is in red light, 0..255: red ink is pale there, all other ink as dark as in any} */
    int darknessInRed(int i) {
        return red == null ? darkness(i) : Math.max(0, darkness(i) - (red[i] & 0xff));
    }

    boolean isOnSheet(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && onSheet[y * width + x] != 0;
    }

    int darkness(int i) {
        return dark[i] & 0xff;
    }

    List<InkPiece> pieces() {
        List<InkPiece> pieces = new ArrayList<>();
        PixelBuffers buffers = PixelBuffers.ofAtLeast(ink.length);
        byte[] seen = buffers.bytes();
        int[] stack = buffers.queue();
        for (int i = SparsePixels.next(ink, 0); i < ink.length; i = SparsePixels.next(ink, i + 1)) {
            if (ink[i] == 1 && seen[i] == 0) {
                InkPiece piece = grow(i, seen, stack);
                if (piece != null && !isOfALine(piece.mask())) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }

    /** In a cell it may be what a line left of a mark, but for the rim at its sides: no mark keeps so near to a ruled line. */
    private boolean isOfALine(InkMask piece) {
        return cells.stream().noneMatch(cell -> inner(cell).contains(piece.box().centre()))
                && lines.stream().anyMatch(line -> line.holds(piece));
    }

    private static PaperBox inner(PaperBox cell) {
        return new PaperBox(cell.xMm() + RIM_MM, cell.yMm(), cell.widthMm() - 2 * RIM_MM, cell.heightMm());
    }

    /** One piece from one of its pixels on, eight neighbours wide; null where it is grain. */
    private @Nullable InkPiece grow(int start, byte[] seen, int[] stack) {
        int top = 0;
        int end = 0;
        stack[end++] = start;
        seen[start] = 1;
        int left = width;
        int right = 0;
        int upper = height;
        int lower = 0;
        long sum = 0;
        int most = 0;
        int reds = 0;
        boolean edge = false;
        while (top < end) {
            int i = stack[top++];
            int x = i % width;
            int y = i / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            upper = Math.min(upper, y);
            lower = Math.max(lower, y);
            sum += darkness(i);
            most = Math.max(most, darkness(i));
            reds += isRed(i) ? 1 : 0;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                edge = true;
                continue;
            }
            for (int dy = -width; dy <= width; dy += width) {
                for (int dx = -1; dx <= 1; dx++) {
                    int k = i + dy + dx;
                    edge |= onSheet[k] == 0;
                    if (ink[k] != 0 && seen[k] == 0) {
                        seen[k] = 1;
                        stack[end++] = k;
                    }
                }
            }
        }
        int pixels = end;
        if (pixels < LEAST_PX
                || most < sure
                || shade.filter(s -> s.is(stack, pixels)).isPresent()) {
            return null;
        }
        int w = right - left + 1;
        int h = lower - upper + 1;
        boolean[] mask = new boolean[w * h];
        boolean[] core = new boolean[w * h];
        int half = half(stack, end);
        for (int k = 0; k < end; k++) {
            int at = (stack[k] / width - upper) * w + stack[k] % width - left;
            mask[at] = true;
            core[at] = ink[stack[k]] == 2 || darkness(stack[k]) >= half;
        }
        double perMm2 = FormTemplate.PIXELS_PER_MM * FormTemplate.PIXELS_PER_MM;
        return new InkPiece(
                new InkMask(left, upper, w, h, mask, FormTemplate.PIXELS_PER_MM),
                new InkMask(left, upper, w, h, core, FormTemplate.PIXELS_PER_MM),
                end / perMm2,
                sum / 255.0 / end,
                reds / (double) end,
                edge);
    }

    /** Half of what nine tenths of the piece's pixels do not exceed. Carried pixels are print's and do not tell. */
    private int half(int[] pixels, int n) {
        int[] histogram = new int[256];
        int all = 0;
        for (int k = 0; k < n; k++) {
            if (ink[pixels[k]] == 1) {
                histogram[darkness(pixels[k])]++;
                all++;
            }
        }
        int level = 255;
        int above = 0;
        while (level > 0 && above < all / 10) {
            above += histogram[level--];
        }
        return level / 2;
    }
}
