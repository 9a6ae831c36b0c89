package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PrintedWord;
import vn.kiemphieu.form.RuledLine;
import vn.kiemphieu.form.UnmarkedSheet;

/** A page of a blank as an image of darkness, 0 paper to 255 black, straight and clean. */
final class ScannedSheet implements UnmarkedSheet {

    static final double MM_PER_INCH = 25.4;

    /** Of 255: half of what print is, so that the blurred rim of a letter does not count. */
    private static final double INK = 70;

    /** White left around print when a cell is cut down to it. */
    private static final double AROUND_PRINT_MM = 1.5;

    private final Mat dark;
    private final double pixelsPerMm;
    private final PaperSize paperSize;
    private final double skewDegrees;
    private final Optional<Rect> stamp;
    private final List<RuledLine> lines;

    ScannedSheet(Mat dark, double pixelsPerMm, PaperSize paperSize, double skewDegrees, Optional<Rect> stamp) {
        this.dark = dark;
        this.pixelsPerMm = pixelsPerMm;
        this.paperSize = paperSize;
        this.skewDegrees = skewDegrees;
        this.stamp = stamp;
        this.lines = LineFinder.find(dark, pixelsPerMm).stream()
                .map(LineFinder.Found::line)
                .toList();
    }

    @Override
    public double widthMm() {
        return dark.cols() / pixelsPerMm;
    }

    @Override
    public double heightMm() {
        return dark.rows() / pixelsPerMm;
    }

    @Override
    public PaperSize paperSize() {
        return paperSize;
    }

    @Override
    public double skewDegrees() {
        return skewDegrees;
    }

    @Override
    public List<RuledLine> lines() {
        return lines;
    }

    @Override
    public List<PrintedWord> words(PaperBox block, Reading reading) {
        Rect cell = pixels(block);
        Optional<Rect> print = printIn(cell);
        return print.isEmpty() ? List.of() : read(print.get(), reading, Ocr.Layout.BLOCK, dark);
    }

    @Override
    public List<PrintedWord> scatteredWords(PaperBox where) {
        Mat unruled = dark.clone();
        for (RuledLine line : lines) {
            boolean level = line.direction() == RuledLine.Direction.LEVEL;
            double half = 0.6;
            PaperBox ink = level
                    ? new PaperBox(line.fromMm(), line.atMm() - half, line.toMm() - line.fromMm(), 2 * half)
                    : new PaperBox(line.atMm() - half, line.fromMm(), 2 * half, line.toMm() - line.fromMm());
            Imgproc.rectangle(unruled, pixels(ink), new Scalar(0), -1);
        }
        try {
            return read(pixels(where), Reading.PLAIN, Ocr.Layout.PAGE, unruled);
        } finally {
            OpenCv.release(unruled);
        }
    }

    private List<PrintedWord> read(Rect part, Reading reading, Ocr.Layout layout, Mat from) {
        Mat cut = from.submat(part);
        Mat light = new Mat();
        try {
            Core.bitwise_not(cut, light);
            if (reading == Reading.SOFTER) {
                Imgproc.GaussianBlur(light, light, new Size(0, 0), 0.08 * pixelsPerMm);
            }
            // Said to be coarser than it is, the picture is enlarged more before it is read.
            double dpi = pixelsPerMm * MM_PER_INCH / (reading == Reading.LARGER ? 1.4 : 1);
            return Ocr.ofThisThread().read(light, dpi, layout).stream()
                    .map(w -> new PrintedWord(w.text(), millimetres(w.box(), part), w.confidence()))
                    .toList();
        } finally {
            OpenCv.release(cut);
            OpenCv.release(light);
        }
    }

    private Optional<Rect> printIn(Rect cell) {
        Mat cut = dark.submat(cell);
        Mat mask = new Mat();
        Imgproc.threshold(cut, mask, INK, 255, Imgproc.THRESH_BINARY);
        Rect print = Imgproc.boundingRect(mask);
        OpenCv.release(cut);
        OpenCv.release(mask);
        if (print.area() < 1) {
            return Optional.empty();
        }
        int around = (int) Math.round(AROUND_PRINT_MM * pixelsPerMm);
        int x = Math.max(cell.x, cell.x + print.x - around);
        int y = Math.max(cell.y, cell.y + print.y - around);
        int right = Math.min(cell.x + cell.width, cell.x + print.x + print.width + around);
        int bottom = Math.min(cell.y + cell.height, cell.y + print.y + print.height + around);
        return Optional.of(new Rect(x, y, right - x, bottom - y));
    }

    @Override
    public double inkMm2(PaperBox where) {
        Mat cut = dark.submat(pixels(where));
        Mat mask = new Mat();
        Imgproc.threshold(cut, mask, INK, 255, Imgproc.THRESH_BINARY);
        int inked = Core.countNonZero(mask);
        OpenCv.release(cut);
        OpenCv.release(mask);
        return inked / (pixelsPerMm * pixelsPerMm);
    }

    @Override
    public Optional<PaperBox> redStamp() {
        return stamp.map(box -> millimetres(box, new Rect(0, 0, 1, 1)));
    }

    @Override
    public UnmarkedSheet turned(int quarterTurns) {
        return new ScannedSheet(
                rotated(dark, quarterTurns),
                pixelsPerMm,
                paperSize,
                skewDegrees,
                stamp.map(box -> RedStamp.turned(box, dark.size(), quarterTurns)));
    }

    static Mat rotated(Mat image, int quarterTurns) {
        Mat turned = new Mat();
        Core.rotate(
                image,
                turned,
                switch (quarterTurns) {
                    case 1 -> Core.ROTATE_90_CLOCKWISE;
                    case 2 -> Core.ROTATE_180;
                    case 3 -> Core.ROTATE_90_COUNTERCLOCKWISE;
                    default -> throw new IllegalArgumentException("1 to 3 quarter turns, not " + quarterTurns);
                });
        return turned;
    }

    @Override
    public Blank blank() {
        Mat light = new Mat();
        MatOfByte png = new MatOfByte();
        try {
            Core.bitwise_not(dark, light);
            Imgcodecs.imencode(".png", light, png);
            return new Blank(png.toArray(), pixelsPerMm * MM_PER_INCH);
        } finally {
            OpenCv.release(light);
            OpenCv.release(png);
        }
    }

    @Override
    public void close() {
        OpenCv.release(dark);
    }

    private Rect pixels(PaperBox box) {
        int left = clamp(Math.round(box.xMm() * pixelsPerMm), dark.cols() - 1);
        int top = clamp(Math.round(box.yMm() * pixelsPerMm), dark.rows() - 1);
        int right = clamp(Math.round(box.rightMm() * pixelsPerMm), dark.cols());
        int bottom = clamp(Math.round(box.bottomMm() * pixelsPerMm), dark.rows());
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int clamp(long value, int most) {
        return (int) Math.max(0, Math.min(most, value));
    }

    private PaperBox millimetres(Rect box, Rect part) {
        return new PaperBox(
                (part.x + box.x) / pixelsPerMm,
                (part.y + box.y) / pixelsPerMm,
                box.width / pixelsPerMm,
                box.height / pixelsPerMm);
    }
}
