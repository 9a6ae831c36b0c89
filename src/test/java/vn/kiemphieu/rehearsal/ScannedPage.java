package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.SimulatedScanner;

/** One page of a form, marked, scanned and read by the real parts. */
final class ScannedPage {

    private ScannedPage() {}

    static Sheet read(BallotForm form, FormPage page, List<Ink> inks, ScanKind kind, int dpi, Random random) {
        boolean grey = kind == ScanKind.GREY;
        ScanRecipe recipe = Scanner.recipe(
                kind, page, dpi, grey ? ScanRecipe.Output.GREY_JPEG : ScanRecipe.Output.COLOUR_JPEG, random);
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            Darkroom.Shot shot = scanner.expose(page, inks, recipe);
            Page scan = new Page(
                    new PageId("a.jpg", 1),
                    "0".repeat(64),
                    new Picture.Encoded(shot.bytes(), shot.widthPx(), shot.heightPx(), 0, false, shot.dpi()));
            Registered registered = (Registered) new OpenCvRegistrar(form).register(scan);
            try (Aligned aligned = registered.aligned()) {
                return new PageReader(new OpenCvInkSurveyor()).read(aligned);
            }
        }
    }
}
