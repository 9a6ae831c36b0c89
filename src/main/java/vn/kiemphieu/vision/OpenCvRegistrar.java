package vn.kiemphieu.vision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.registration.Registration.Unplaced;

/**
 * Lays a page over the form by its print: features find the page in any position ({@link CoarseMatch}), corners of the
 * print followed from form to scan refine it ({@link PrintTracker}), and the result is checked against the print before
 * anybody may rely on it.
 */
public final class OpenCvRegistrar implements Registrar {

    /** Below 90 dpi a 0.3 mm line is one grey pixel among noise. */
    private static final double LEAST_DPI = 90;

    /** On 400 drawn pages honest fits had 0.03–0.12 mm; a wrong page of the same layout 0.4 mm and more. */
    private static final double TOLERATED_MM = 0.3;

    /** Of the print, this much must be seen again; honest pages show 0.9 and more even in 1-bit. */
    private static final double PRINT_NEEDED = 0.75;

    /** The table may lose this much at an edge of the scan: no more than the ruled line itself. */
    private static final double CUT_TOLERATED_MM = 0.5;

    /** Between paper and print, of 255: below it a page is night. */
    private static final double CONTRAST_NEEDED = 45;

    private final List<FormTemplate> templates;

    public OpenCvRegistrar(BallotForm form) {
        OpenCv.load();
        this.templates = form.pages().stream().map(FormTemplate::new).toList();
    }

    @Override
    public Registration register(Page page) {
        Mat image;
        try {
            image = ScanColour.decode(page.picture());
        } catch (UndecodablePicture e) {
            return new Unplaced(new Problem.Undecodable(String.valueOf(e.getMessage())));
        }
        try {
            return register(image);
        } finally {
            OpenCv.release(image);
        }
    }

    private Registration register(Mat image) {
        boolean bilevel = isBilevel(image);
        Mat scan = atWorkingSize(image);
        Mat dark = Darkness.of(scan);
        try {
            double contrast = contrast(scan);
            if (contrast < CONTRAST_NEEDED) {
                double ink = CoarseMatch.inkMm2(dark);
                return new Unplaced(
                        ink < CoarseMatch.BLANK_MM2
                                ? new Problem.BlankPage(ink)
                                : new Problem.TooDark(contrast, CONTRAST_NEEDED));
            }
            List<CoarseMatch> matches = CoarseMatch.of(dark, templates);
            Registration best = null;
            for (CoarseMatch match : matches) {
                Registration result = refine(match, scan, dark, bilevel, (double) image.cols() / scan.cols());
                if (result instanceof Registered) {
                    return result;
                }
                if (best == null) {
                    best = result;
                }
            }
            if (best != null) {
                return best;
            }
            double ink = CoarseMatch.inkMm2(dark);
            return new Unplaced(
                    ink < CoarseMatch.BLANK_MM2
                            ? new Problem.BlankPage(ink)
                            : new Problem.NotThisForm(0, PRINT_NEEDED));
        } finally {
            OpenCv.release(dark);
            OpenCv.release(scan);
        }
    }

    private Registration refine(CoarseMatch match, Mat scan, Mat dark, boolean bilevel, double shrunk) {
        FormTemplate form = match.template();
        Deformation rough = match.deformation();
        double dpi = rough.scale() * FormTemplate.PIXELS_PER_MM * 25.4 * shrunk;
        if (dpi < LEAST_DPI) {
            return new Unplaced(new Problem.TooCoarse(dpi, LEAST_DPI));
        }
        PrintTracker tracker = new PrintTracker(form);
        Optional<PrintTracker.Tracked> tracked = tracker.track(dark, rough);
        if (tracked.isEmpty()) {
            return new Unplaced(new Problem.NotThisForm(0, PRINT_NEEDED));
        }
        PrintTracker.Tracked found = tracked.get();
        double pxPerMm = FormTemplate.PIXELS_PER_MM;
        if (found.medianPx() / pxPerMm > TOLERATED_MM) {
            return new Unplaced(new Problem.TooBent(found.medianPx() / pxPerMm, TOLERATED_MM));
        }
        AlignedPage aligned = straighten(form, found, scan, dark, bilevel, dpi);
        Problem problem = check(aligned);
        if (problem != null) {
            aligned.close();
            return new Unplaced(problem);
        }
        return new Registered(aligned);
    }

    private AlignedPage straighten(
            FormTemplate form, PrintTracker.Tracked found, Mat scan, Mat dark, boolean bilevel, double dpi) {
        Mat[] maps = found.deformation().maps();
        Mat alignedDark = new Mat();
        Mat straight = new Mat();
        Imgproc.remap(dark, alignedDark, maps[0], maps[1], Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(0));
        Imgproc.remap(scan, straight, maps[0], maps[1], Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, Scalar.all(255));
        Mat onSheet = inside(maps, scan.size());
        OpenCv.release(maps[0]);
        OpenCv.release(maps[1]);
        double pxPerMm = FormTemplate.PIXELS_PER_MM;
        Fit fit = new Fit(
                found.medianPx() / pxPerMm,
                found.worstPx() / pxPerMm,
                found.deformation().bendPx() / found.deformation().scale() / pxPerMm,
                found.deformation().turnDegrees(),
                dpi,
                PrintCheck.seen(form, alignedDark));
        return new AlignedPage(form, alignedDark, onSheet, straight, bilevel, fit);
    }

    private static @Nullable Problem check(AlignedPage page) {
        double missing = missingMm(page);
        if (missing > CUT_TOLERATED_MM) {
            return new Problem.CutOff(missing);
        }
        if (page.fit().printSeen() < PRINT_NEEDED) {
            return new Problem.NotThisForm(page.fit().printSeen(), PRINT_NEEDED);
        }
        return null;
    }

    /** How much of the table's height or width lies off the scan, in mm. */
    private static double missingMm(AlignedPage page) {
        PaperBox table = page.formPage().table();
        Mat part = page.onSheet.submat(
                clamp(page.template.px(table.yMm()), page.template.heightPx),
                clamp(page.template.px(table.bottomMm()), page.template.heightPx),
                clamp(page.template.px(table.xMm()), page.template.widthPx),
                clamp(page.template.px(table.rightMm()), page.template.widthPx));
        double shown = Core.countNonZero(part) / (double) part.total();
        OpenCv.release(part);
        // The share lost, spread over the shorter side: a strip along one edge or a torn corner alike.
        return (1 - shown) * Math.max(table.heightMm(), table.widthMm());
    }

    private static int clamp(int px, int limit) {
        return Math.max(0, Math.min(px, limit - 1));
    }

    private static Mat inside(Mat[] maps, Size scan) {
        Mat x = new Mat();
        Mat y = new Mat();
        Core.inRange(maps[0], new Scalar(0), new Scalar(scan.width - 1), x);
        Core.inRange(maps[1], new Scalar(0), new Scalar(scan.height - 1), y);
        Core.bitwise_and(x, y, x);
        OpenCv.release(y);
        return x;
    }

    /** Shrinks what is finer than the form's working size; never enlarges. A4's longer side tells what is finer. */
    private Mat atWorkingSize(Mat image) {
        int longest = templates.stream()
                .map(t -> Math.max(t.widthPx, t.heightPx))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double shrink = Math.max(image.cols(), image.rows()) / (longest * 1.1);
        if (shrink <= 1.1) {
            return image.clone();
        }
        Mat small = new Mat();
        Imgproc.resize(image, small, new Size(image.cols() / shrink, image.rows() / shrink), 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    private static boolean isBilevel(Mat image) {
        if (image.channels() != 1) {
            return false;
        }
        Mat middle = new Mat();
        Core.inRange(image, new Scalar(1), new Scalar(254), middle);
        int grey = Core.countNonZero(middle);
        OpenCv.release(middle);
        return grey == 0;
    }

    /** From the darkest hundredth of the page to its lighter half. */
    private static double contrast(Mat scan) {
        Mat small = new Mat();
        Imgproc.resize(scan, small, new Size(400, 400), 0, 0, Imgproc.INTER_NEAREST);
        Mat grey = small.channels() == 1 ? small : Darkness.darkest(small);
        byte[] samples = new byte[400 * 400];
        grey.get(0, 0, samples);
        if (grey != small) {
            OpenCv.release(grey);
        }
        OpenCv.release(small);
        int[] histogram = new int[256];
        for (byte s : samples) {
            histogram[s & 0xff]++;
        }
        return quantile(histogram, 0.5) - quantile(histogram, 0.01);
    }

    private static int quantile(int[] histogram, double share) {
        int wanted = (int) (400 * 400 * share);
        int level = 0;
        int sum = histogram[0];
        while (sum < wanted) {
            sum += histogram[++level];
        }
        return level;
    }
}
