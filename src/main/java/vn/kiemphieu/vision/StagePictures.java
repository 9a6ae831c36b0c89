package vn.kiemphieu.vision;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.InkMask;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.registration.Aligned;

/**
 * What the program saw of one page between straightening and judging, as pictures for people. They are made by the very
 * steps that reading takes, so what they do not show was not there for the reader either.
 */
public final class StagePictures {

    /** Too pale to begin a piece of ink, dark enough to belong to one. */
    public static final int FAINT_RGB = 0xe8a33d;

    /** Beyond what the scanner saw, or cut off for lying at its edge. */
    public static final int OFF_SHEET_RGB = 0xc3cede;

    /** Where print may lie: ink found there alone is the form's own. */
    public static final int PRINT_RGB = 0xd5e6fb;

    /** Ink that was found where print may lie, and was subtracted. */
    public static final int SUBTRACTED_RGB = 0x86b2ea;

    /** Ink that remains. */
    public static final int REMAINING_RGB = 0x111827;

    /** A stroke carried on over print. */
    public static final int CARRIED_RGB = 0xe0218a;

    /** Ink that was too little or too pale to be a piece. */
    public static final int GRAIN_RGB = 0xa3a3a3;

    /** The form's print under the pieces, to find one's way by. */
    private static final int GUIDE_RGB = 0xe5e7eb;

    /** Told apart at a glance; pieces that follow one another never share one. */
    private static final int[] PIECES_RGB = {
        0xc81e1e, 0x1d4ed8, 0x15803d, 0xd97706, 0x7e22ce, 0x0e7490, 0xbe185d, 0x4d7c0f, 0x92400e, 0x0369a1, 0x6d28d9
    };

    /**
     * Where paper ended and ink began, as darkness of 255.
     *
     * @param print how dark the print is where it is solid
     * @param thickenedMm by how much print is wider than the form's, each side
     * @param slackMm how far around the form's print ink is taken for print
     */
    public record Ink(double print, double faint, double sure, double thickenedMm, double slackMm) {}

    private final AlignedPage page;
    private final InkLevels levels;
    private final Residue residue;

    private StagePictures(AlignedPage page) {
        this.page = page;
        this.levels = InkLevels.of(page);
        this.residue = Residue.of(page, levels, null);
    }

    /** {@return the pictures of that page, to be asked for before it is closed} */
    public static StagePictures of(Aligned aligned) {
        return new StagePictures((AlignedPage) aligned);
    }

    public Ink ink() {
        return new Ink(
                levels.print(),
                levels.faint(),
                levels.sure(),
                levels.thickenedPx() / FormTemplate.PIXELS_PER_MM,
                slackPx() / FormTemplate.PIXELS_PER_MM);
    }

    private int slackPx() {
        return Residue.SLACK_PX + levels.thickenedPx();
    }

    /** {@return a PNG of the ink against the paper: light and shadow are gone, the doubtful tones stand out} */
    public byte[] darkness() {
        Mat picture = paperWhite(page.dark);
        Mat some = new Mat();
        Core.inRange(page.dark, new Scalar(levels.faint()), new Scalar(levels.sure()), some);
        paint(picture, some, FAINT_RGB);
        paintOffSheet(picture);
        OpenCv.release(some);
        return png(picture);
    }

    /** {@return a PNG of a page that was never straightened, no wider than that} */
    public static byte[] darkness(Picture picture, int widthPx) throws UndecodablePicture {
        OpenCv.load();
        Mat scan = ScanColour.decode(picture);
        double shrink = Math.min(1, (double) widthPx / scan.cols());
        Mat small = new Mat();
        Imgproc.resize(scan, small, new Size(), shrink, shrink, Imgproc.INTER_AREA);
        Mat dark = Darkness.of(small);
        try {
            return png(paperWhite(dark));
        } finally {
            OpenCv.release(scan);
            OpenCv.release(small);
            OpenCv.release(dark);
        }
    }

    /** {@return a PNG of the print that was subtracted, tinted, and of the ink that remains} */
    public byte[] printAndInk() {
        Mat picture = new Mat(page.dark.size(), CvType.CV_8UC3, Scalar.all(255));
        Mat print = page.template.printGrown(slackPx());
        paint(picture, print, PRINT_RGB);
        Mat some = new Mat();
        Imgproc.threshold(page.dark, some, levels.faint(), 255, Imgproc.THRESH_BINARY);
        Core.bitwise_and(some, print, some);
        paint(picture, some, SUBTRACTED_RGB);
        paintOffSheet(picture);
        Mat ink = new Mat(residue.height, residue.width, CvType.CV_8UC1);
        ink.put(0, 0, residue.ink);
        Core.compare(ink, new Scalar(1), some, Core.CMP_EQ);
        paint(picture, some, REMAINING_RGB);
        Core.compare(ink, new Scalar(2), some, Core.CMP_EQ);
        paint(picture, some, CARRIED_RGB);
        OpenCv.release(ink);
        OpenCv.release(some);
        return png(picture);
    }

    /** {@return a PNG of those pieces, each in its own colour} */
    public byte[] pieces(List<InkPiece> pieces) {
        Mat picture = new Mat(page.dark.size(), CvType.CV_8UC3, Scalar.all(255));
        paint(picture, page.template.printedMask(), GUIDE_RGB);
        byte[] samples = new byte[(int) picture.total() * 3];
        picture.get(0, 0, samples);
        for (int i = 0; i < residue.ink.length; i++) {
            if (residue.ink[i] == 1) {
                put(samples, i, GRAIN_RGB);
            }
        }
        int next = 0;
        for (InkPiece piece : pieces) {
            int rgb = PIECES_RGB[next++ % PIECES_RGB.length];
            InkMask mask = piece.mask();
            for (int y = 0; y < mask.heightPx(); y++) {
                for (int x = 0; x < mask.widthPx(); x++) {
                    if (mask.at(x, y)) {
                        put(samples, (mask.topPx() + y) * residue.width + mask.leftPx() + x, rgb);
                    }
                }
            }
        }
        picture.put(0, 0, samples);
        return png(picture);
    }

    private static void put(byte[] bgr, int pixel, int rgb) {
        bgr[3 * pixel] = (byte) rgb;
        bgr[3 * pixel + 1] = (byte) (rgb >> 8);
        bgr[3 * pixel + 2] = (byte) (rgb >> 16);
    }

    private static Mat paperWhite(Mat dark) {
        Mat picture = new Mat();
        Core.bitwise_not(dark, picture);
        Imgproc.cvtColor(picture, picture, Imgproc.COLOR_GRAY2BGR);
        return picture;
    }

    private void paintOffSheet(Mat picture) {
        Mat off = new Mat();
        Core.bitwise_not(page.onSheet, off);
        paint(picture, off, OFF_SHEET_RGB);
        OpenCv.release(off);
    }

    private static void paint(Mat picture, Mat where, int rgb) {
        picture.setTo(new Scalar(rgb & 0xff, rgb >> 8 & 0xff, rgb >> 16 & 0xff), where);
    }

    /** Encodes the picture and lets go of it. */
    private static byte[] png(Mat picture) {
        MatOfByte png = new MatOfByte();
        Imgcodecs.imencode(".png", picture, png);
        byte[] bytes = png.toArray();
        OpenCv.release(png);
        OpenCv.release(picture);
        return bytes;
    }
}
