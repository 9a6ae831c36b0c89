package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.SimulatedScanner;

/** The number of a page stands far below a short table, where the fit to the table is only a guess. */
class ShortLastPageTest {

    private static final BallotForm FORM = Forms.of(20);

    private static final FormPage PAGE = FORM.pages().get(1);

    /** Nothing but the number stands there. */
    private static final double FOOT_MM = 20;

    /** Of 60 scans by lot those on which one look from near the table missed the number. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 20, 28, 40, 56})
    void doesNotTakeItsPageNumberForWriting(int scan) {
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            assertThat(read(scanner, scan))
                    .filteredOn(finding -> finding.where().yMm() > PAGE.heightMm() - FOOT_MM)
                    .isEmpty();
        }
    }

    private static List<Finding> read(SimulatedScanner scanner, int scan) {
        ScanRecipe recipe =
                Scanner.recipe(ScanKind.OFFICE, PAGE, 300, ScanRecipe.Output.COLOUR_JPEG, Lots.of(32, scan));
        Darkroom.Shot shot = scanner.expose(PAGE, List.of(), recipe);
        Page page = new Page(
                new PageId("a.jpg", 1),
                "0".repeat(64),
                new Picture.Encoded(shot.bytes(), shot.widthPx(), shot.heightPx(), 0, false, shot.dpi()));
        Registered registered = (Registered) new OpenCvRegistrar(FORM).register(page);
        try (Aligned aligned = registered.aligned()) {
            return new PageReader(new OpenCvInkSurveyor()).read(aligned).findings();
        }
    }
}
