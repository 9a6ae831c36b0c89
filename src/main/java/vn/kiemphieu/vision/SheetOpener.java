package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.LearnProblem.Kind;
import vn.kiemphieu.form.SheetOpening;
import vn.kiemphieu.form.UnmarkedSheet.PaperSize;
import vn.kiemphieu.intake.Picture;

/** Opens one page of a blank: its size on paper, straightened, without streaks, dust and stamp. */
public final class SheetOpener {

    /** Below this, tones cannot be read and thin lines break. */
    private static final double COARSEST_DPI = 130;

    /** Finer shows nothing more of a form and only takes time; coarser loses lines when pages are laid over it. */
    private static final double LEAST_DPI = 200;

    private static final double MOST_DPI = 300;

    private static final double A4_SHORT_MM = 210;
    private static final double A4_LONG_MM = 297;

    /** Ballots are printed on A5 to A3; a size beyond that means the file's dots per inch are wrong. */
    private static final double SHORTEST_MM = 100;

    private static final double LONGEST_MM = 450;

    /** A line of the table may stray this far from straight: feeders bend a sheet by half of it. */
    private static final double BENT_MM = 1.2;

    private SheetOpener() {}

    /** A resolution and whether the file told it. */
    private record Scale(double dpi, PaperSize known) {}

    /** {@return the sheet, or why it cannot be learned from} */
    public static SheetOpening open(Picture picture) {
        Mat colour;
        try {
            colour = PictureDecoder.colour(picture);
        } catch (UndecodablePicture e) {
            return refused(Kind.UNDECODABLE, String.valueOf(e.getMessage()));
        }
        Scale scale = scale(colour, picture.claimedDpi());
        if (scale.dpi() < COARSEST_DPI) {
            OpenCv.release(colour);
            return refused(Kind.TOO_COARSE, Math.round(scale.dpi()), Math.round(COARSEST_DPI));
        }
        double dpi = Math.max(LEAST_DPI, Math.min(MOST_DPI, scale.dpi()));
        double factor = dpi / scale.dpi();
        if (Math.abs(factor - 1) > 0.01) {
            int interpolation = factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
            Imgproc.resize(colour, colour, new Size(), factor, factor, interpolation);
        } else {
            dpi = scale.dpi();
        }
        return opened(colour, dpi / ScannedSheet.MM_PER_INCH, scale.known());
    }

    private static Scale scale(Mat image, double claimedDpi) {
        double longPx = Math.max(image.cols(), image.rows());
        double shortPx = Math.min(image.cols(), image.rows());
        if (claimedDpi >= COARSEST_DPI) {
            double longMm = longPx / claimedDpi * ScannedSheet.MM_PER_INCH;
            double shortMm = shortPx / claimedDpi * ScannedSheet.MM_PER_INCH;
            if (shortMm >= SHORTEST_MM && longMm <= LONGEST_MM) {
                return new Scale(claimedDpi, PaperSize.STATED);
            }
        }
        double pixelsPerMm = (longPx / A4_LONG_MM + shortPx / A4_SHORT_MM) / 2;
        return new Scale(pixelsPerMm * ScannedSheet.MM_PER_INCH, PaperSize.ASSUMED_A4);
    }

    private static SheetOpening opened(Mat colour, double pixelsPerMm, PaperSize known) {
        RedStamp.Removed page = RedStamp.removed(colour, pixelsPerMm);
        OpenCv.release(colour);
        Mat raw = Darkness.of(page.grey());
        OpenCv.release(page.grey());
        Mat dark = ScanCleaner.levelled(raw);
        OpenCv.release(raw);
        ScanCleaner.removeStreaks(dark, pixelsPerMm);
        Straightener.Straight straight = Straightener.straighten(dark, pixelsPerMm);
        OpenCv.release(dark);
        ScanCleaner.removeDirt(straight.image(), pixelsPerMm);
        double bent = bentMm(LineFinder.find(straight.image(), pixelsPerMm));
        if (bent > BENT_MM) {
            OpenCv.release(straight.image());
            return refused(Kind.TOO_BENT, bent, BENT_MM);
        }
        Optional<Rect> stamp = page.box();
        return new SheetOpening.Opened(
                new ScannedSheet(straight.image(), pixelsPerMm, known, straight.degrees(), stamp));
    }

    /** How far the worst long line strays over its length. */
    private static double bentMm(List<LineFinder.Found> lines) {
        return lines.stream()
                .mapToDouble(l -> {
                    double lengthMm = l.line().toMm() - l.line().fromMm();
                    return lengthMm < 40 ? 0 : Math.abs(l.slope()) * lengthMm + l.bendMm();
                })
                .max()
                .orElse(0);
    }

    private static SheetOpening refused(Kind kind, Object... details) {
        return new SheetOpening.Refused(LearnProblem.of(kind, 0, details));
    }
}
