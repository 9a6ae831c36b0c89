package vn.kiemphieu.vision;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.Picture;
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

    /** On drawn pages honest fits have 0.002–0.04 mm; more than this is a sheet that cannot be followed. */
    private static final double TOLERATED_MM = 0.3;

    /** Of the print, this much must be seen again; honest pages show 0.9 and more even in 1-bit. */
    private static final double PRINT_NEEDED = 0.75;

    /** The table may lose this much at an edge of the scan: no more than the ruled line itself. */
    private static final double CUT_TOLERATED_MM = 0.5;

    /** Between paper and print, of 255: below it a page is night. */
    private static final double CONTRAST_NEEDED = 45;

    private final List<FormTemplate> templates;

    /** The longer side of the form's largest page, at its working size. */
    private final int usualPx;

    public OpenCvRegistrar(BallotForm form) {
        OpenCv.load();
        this.templates = form.pages().stream().map(FormTemplate::new).toList();
        this.usualPx = templates.stream()
                .mapToInt(t -> Math.max(t.widthPx, t.heightPx))
                .max()
                .orElseThrow();
    }

    @Override
    public Registration register(Page page) {
        try {
            Scan scan = Scan.of(page.picture(), usualPx);
            Registration registration = register(page.picture(), scan);
            scan.redness().ifPresent(Redness::close);
            if (!(registration instanceof Registered)) {
                scan.light().close();
            }
            return registration;
        } catch (UndecodablePicture e) {
            return new Unplaced(new Problem.Undecodable(String.valueOf(e.getMessage())));
        }
    }

    private Registration register(Picture picture, Scan scan) {
        double contrast = contrast(scan.light());
        if (contrast < CONTRAST_NEEDED) {
            return unplaced(scan, new Problem.TooDark(contrast, CONTRAST_NEEDED));
        }
        Registration best = null;
        for (Look look : Look.values()) {
            best = null;
            for (CoarseMatch match : CoarseMatch.of(scan.light(), templates, look)) {
                Registration result = refine(match, picture, scan);
                if (result instanceof Registered) {
                    return result;
                }
                best = best == null ? result : best;
            }
        }
        return best != null ? best : unplaced(scan, new Problem.NotThisForm(0, PRINT_NEEDED));
    }

    /** Nothing of the form was seen; whether anything was at all is asked only now. */
    private static Registration unplaced(Scan scan, Problem problem) {
        Mat darkest = scan.light().darkest();
        Mat dark = Darkness.of(darkest);
        OpenCv.release(darkest);
        double ink = BlankSheet.inkMm2(dark);
        OpenCv.release(dark);
        return new Unplaced(ink < BlankSheet.MOST_MM2 ? new Problem.BlankPage(ink) : problem);
    }

    private Registration refine(CoarseMatch match, Picture picture, Scan scan) {
        FormTemplate form = match.template();
        Deformation rough = match.deformation();
        double dpi = rough.scale() * FormTemplate.PIXELS_PER_MM * 25.4 * scan.shrunk();
        if (dpi < LEAST_DPI) {
            return new Unplaced(new Problem.TooCoarse(dpi, LEAST_DPI));
        }
        Optional<PrintTracker.Tracked> tracked = new PrintTracker(form).track(scan.light(), match);
        if (tracked.isEmpty()) {
            return new Unplaced(new Problem.NotThisForm(0, PRINT_NEEDED));
        }
        PrintTracker.Tracked found = tracked.get();
        double pxPerMm = FormTemplate.PIXELS_PER_MM;
        if (found.medianPx() / pxPerMm > TOLERATED_MM) {
            return new Unplaced(new Problem.TooBent(found.medianPx() / pxPerMm, TOLERATED_MM));
        }
        LaidSheet sheet = LaidSheet.of(form, found.deformation(), scan.light());
        double seen = PrintCheck.seen(form, sheet.samples());
        double missing = missingMm(form, sheet);
        if (missing > CUT_TOLERATED_MM) {
            return new Unplaced(new Problem.CutOff(missing));
        }
        if (seen < PRINT_NEEDED) {
            return new Unplaced(new Problem.NotThisForm(seen, PRINT_NEEDED));
        }
        Fit fit = new Fit(
                found.medianPx() / pxPerMm,
                found.worstPx() / pxPerMm,
                found.deformation().bendPx() / found.deformation().scale() / pxPerMm,
                found.deformation().turnDegrees(),
                dpi,
                seen);
        byte[] red = scan.redness().map(sheet::red).orElse(null);
        return new Registered(
                new AlignedPage(form, sheet, red, picture, scan.shrunk(), scan.depth(), found.deformation(), fit));
    }

    /** How much of the table's height or width lies off the scan, in mm. */
    private static double missingMm(FormTemplate form, LaidSheet sheet) {
        PaperBox table = form.page.table();
        double shown = sheet.shown(
                clamp(form.px(table.xMm()), form.widthPx),
                clamp(form.px(table.yMm()), form.heightPx),
                clamp(form.px(table.rightMm()), form.widthPx),
                clamp(form.px(table.bottomMm()), form.heightPx));
        // The share lost, spread over the shorter side: a strip along one edge or a torn corner alike.
        return (1 - shown) * Math.max(table.heightMm(), table.widthMm());
    }

    private static int clamp(int px, int limit) {
        return Math.max(0, Math.min(px, limit - 1));
    }

    /** From the darkest hundredth of the page to its lighter half. */
    private static double contrast(ScanLight light) {
        byte[] samples = light.full.samples();
        int[] histogram = new int[256];
        // A prime step meets every column in turn.
        int n = 0;
        for (int i = 0; i < samples.length; i += 23, n++) {
            histogram[samples[i] & 0xff]++;
        }
        return quantile(histogram, n, 0.5) - quantile(histogram, n, 0.01);
    }

    private static int quantile(int[] histogram, int n, double share) {
        int wanted = (int) (n * share);
        int level = 0;
        int sum = histogram[0];
        while (sum < wanted) {
            sum += histogram[++level];
        }
        return level;
    }
}
