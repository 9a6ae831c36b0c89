package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;

/**
 * One page of the form, prepared once for laying many scans over it: its image at the two working resolutions, the
 * points that are easy to find again, and where print is to be expected. Read by many threads, never changed.
 *
 * <p>Its native memory lives as long as the program: a meeting has a handful of form pages.
 */
final class FormTemplate {

    static {
        OpenCv.load();
    }

    /** 200 dpi: the thinnest pen line, 0.15 mm, is still more than one pixel wide. */
    static final double PIXELS_PER_MM = 200 / 25.4;

    /** Distance of the nodes of the deformation field: a sheet bends over centimetres, not millimetres. */
    static final int NODE_PX = 32;

    /** Print is never looked for further from its place than this: slack, thickening and one to see that it ended. Nor is its halo. */
    static final int FURTHEST_PX = 8;

    /** Darker than this of 255 the form prints; lighter than the next it does not even smear. */
    private static final double SOLID = 150;

    private static final double TOUCHED = 60;

    final FormPage page;
    final int widthPx;
    final int heightPx;
    final Mat fine;

    /** Patches of print to look for first, from 2 mm away, and those to look for then. */
    final PrintPatches widePatches;

    final PrintPatches closePatches;

    /** Anchors of a page: two hundred are seen on a usual scan, and the fit needs forty. */
    private static final int MOST_ANCHORS = 420;

    private static final int APART_PX = 28;

    /** With fewer anchors than this around, print stands alone, and has them closer together: about a letter's width. */
    private static final int FEW = 8;

    private static final int CLOSER_PX = 9;

    /** More corners than so close together a full page of print does not have. */
    private static final int MOST_CORNERS = 3000;

    /** Print darker than this on the form is looked for on each page. */
    private static final double PRINTED = 120;

    private final Map<Look, Look.Features> features = new EnumMap<>(Look.class);
    private final int[] printedPixels;
    private final Mat printed = new Mat();
    private final boolean[] bare;
    private final int[] solidPixels;
    private final List<OtherWord> words;
    private final Map<Integer, PrintedLetters> letters = new HashMap<>();
    private final Mat[] grown = new Mat[FURTHEST_PX + 1];
    private final RingTiles[] ringTiles = new RingTiles[FURTHEST_PX + 1];

    FormTemplate(FormPage page) {
        OpenCv.load();
        this.page = page;
        this.widthPx = (int) Math.round(page.widthMm() * PIXELS_PER_MM);
        this.heightPx = (int) Math.round(page.heightMm() * PIXELS_PER_MM);
        this.fine = blank(page, widthPx, heightPx);
        for (Look look : Look.values()) {
            features.put(look, features(look, fine));
        }
        Point[] anchors = anchors(fine);
        this.widePatches = new PrintPatches(fine, everyOther(anchors), 4, 9);
        this.closePatches = new PrintPatches(fine, anchors, 2, 7);
        this.printedPixels = darker(fine, PRINTED);
        this.solidPixels = darker(fine, SOLID);
        Imgproc.threshold(fine, printed, 255 - SOLID, 255, Imgproc.THRESH_BINARY_INV);
        Mat touched = new Mat();
        Imgproc.threshold(fine, touched, 255 - TOUCHED, 255, Imgproc.THRESH_BINARY_INV);
        FaintLines.addTo(touched, fine);
        for (int by = 0; by <= FURTHEST_PX; by++) {
            Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * by + 1, 2 * by + 1));
            grown[by] = new Mat();
            Imgproc.dilate(touched, grown[by], kernel);
            OpenCv.release(kernel);
            if (by > 0) {
                Mat ring = new Mat();
                Core.subtract(grown[by], grown[by - 1], ring);
                ringTiles[by] = new RingTiles(ring);
                OpenCv.release(ring);
            }
        }
        byte[] near = new byte[(int) fine.total()];
        grown[FURTHEST_PX].get(0, 0, near);
        this.bare = new boolean[near.length];
        for (int i = 0; i < near.length; i++) {
            bare[i] = near[i] == 0;
        }
        OpenCv.release(touched);
        List<Rect> all = FormWords.of(this);
        this.words = OtherWord.on(this, all);
        page.rows().forEach(row -> letters.put(row.official(), PrintedLetters.ofName(this, row.name(), all)));
    }

    private static Mat blank(FormPage page, int widthPx, int heightPx) {
        MatOfByte png = new MatOfByte(page.blank().png());
        Mat image = Imgcodecs.imdecode(png, Imgcodecs.IMREAD_GRAYSCALE);
        OpenCv.release(png);
        if (image.empty()) {
            throw new IllegalStateException("The blank of form page %d is no PNG".formatted(page.number()));
        }
        Mat sized = new Mat();
        Imgproc.resize(image, sized, new Size(widthPx, heightPx), 0, 0, Imgproc.INTER_AREA);
        OpenCv.release(image);
        return sized;
    }

    private static Look.Features features(Look look, Mat fine) {
        double shrunk = Math.max(fine.cols(), fine.rows()) / (double) look.longerSidePx;
        Mat small = new Mat();
        Imgproc.resize(fine, small, new Size(fine.cols() / shrunk, fine.rows() / shrunk), 0, 0, Imgproc.INTER_AREA);
        Look.Features features = look.features(small, shrunk);
        OpenCv.release(small);
        return features;
    }

    /** {@return what of the form is found again by that look; not to be changed or released} */
    Look.Features features(Look look) {
        return Objects.requireNonNull(features.get(look));
    }

    /**
     * Corners of the print (J. Shi, C. Tomasi, "Good features to track", CVPR 1994), spread over the page; closer together
     * where little is printed, or a few words far from all else would weigh nothing in a fit.
     */
    private static Point[] anchors(Mat fine) {
        Mat smooth = new Mat();
        Imgproc.GaussianBlur(fine, smooth, new Size(5, 5), 1.2);
        List<Point> anchors = corners(smooth, MOST_ANCHORS, APART_PX);
        List<Point> spread = List.copyOf(anchors);
        for (Point p : corners(smooth, MOST_CORNERS, CLOSER_PX)) {
            boolean isNew = PrintPatches.near(p, spread, CLOSER_PX) == 0;
            if (isNew && PrintPatches.near(p, spread, PrintTracker.ISLAND_PX) < FEW) {
                anchors.add(p);
            }
        }
        OpenCv.release(smooth);
        return anchors.toArray(Point[]::new);
    }

    private static List<Point> corners(Mat smooth, int most, int apartPx) {
        MatOfPoint found = new MatOfPoint();
        Mat anywhere = new Mat();
        Imgproc.goodFeaturesToTrack(smooth, found, most, 0.03, apartPx, anywhere, 7);
        List<Point> corners = new ArrayList<>(found.toList());
        OpenCv.release(anywhere);
        OpenCv.release(found);
        return corners;
    }

    private static int[] darker(Mat fine, double than) {
        byte[] samples = new byte[(int) fine.total()];
        fine.get(0, 0, samples);
        return IntStream.range(0, samples.length)
                .filter(i -> (samples[i] & 0xff) <= 255 - than)
                .toArray();
    }

    /** {@return where the form prints, row by row; not to be changed} */
    int[] printedPixels() {
        return printedPixels;
    }

    private static Point[] everyOther(Point[] anchors) {
        return IntStream.range(0, anchors.length / 2)
                .mapToObj(i -> anchors[2 * i])
                .toArray(Point[]::new);
    }

    /** {@return 255 where the form prints solidly; not to be changed or released} */
    Mat printedMask() {
        return printed;
    }

    /** {@return 255 where the form prints anything within that many pixels; not to be changed or released} */
    Mat printGrown(int byPx) {
        return grown[byPx];
    }

    /** {@return the ring of one pixel that lies that far from print} */
    RingTiles ringTiles(int distancePx) {
        return ringTiles[distancePx];
    }

    /** {@return where the form prints solidly, row by row; not to be changed} */
    int[] solidPixels() {
        return solidPixels;
    }

    /** {@return whether the form leaves paper bare there, row by row; not to be changed} */
    boolean[] bare() {
        return bare;
    }

    /** {@return where words stand that are no names} */
    List<OtherWord> words() {
        return words;
    }

    /** {@return the letters of an official's name} */
    PrintedLetters letters(int official) {
        return Objects.requireNonNull(letters.get(official));
    }

    /** {@return the rectangle of what is printed inside a cell, its ruled lines left out} */
    Rect printedIn(PaperBox cell) {
        PaperBox inner = cell.grown(-0.8);
        Rect rect = new Rect(px(inner.xMm()), px(inner.yMm()), px(inner.widthMm()), px(inner.heightMm()));
        Mat part = printed.submat(rect);
        Rect tight = Imgproc.boundingRect(part);
        OpenCv.release(part);
        if (tight.area() < 1) {
            return rect;
        }
        return new Rect(rect.x + tight.x, rect.y + tight.y, tight.width, tight.height);
    }

    /** {@return that rectangle with as many pixels more on both sides, above and below, as far as the page goes} */
    Rect grown(Rect r, int acrossPx, int downPx) {
        int x = Math.max(0, r.x - acrossPx);
        int y = Math.max(0, r.y - downPx);
        return new Rect(
                x, y, Math.min(widthPx, r.x + r.width + acrossPx) - x, Math.min(heightPx, r.y + r.height + downPx) - y);
    }

    int px(double mm) {
        return (int) Math.round(mm * PIXELS_PER_MM);
    }
}
