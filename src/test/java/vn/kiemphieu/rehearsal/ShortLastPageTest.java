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
        assertThat(foot(ScanKind.OFFICE, 300, scan)).isEmpty();
    }

    /** Paper that lay unevenly: the number may be two millimetres from where the table lets it be guessed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void doesNotTakeItsPageNumberForWritingOnPoorScans(int scan) {
        assertThat(foot(ScanKind.POOR, 200, scan)).isEmpty();
    }

    /** {@return what is found near the lower edge, where nothing but the number stands} */
    private static List<Finding> foot(ScanKind kind, int dpi, int scan) {
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            return read(scanner, kind, dpi, scan).stream()
                    .filter(finding -> finding.where().yMm() > PAGE.heightMm() - FOOT_MM)
                    .toList();
        }
    }

    private static List<Finding> read(SimulatedScanner scanner, ScanKind kind, int dpi, int scan) {
        ScanRecipe recipe = Scanner.recipe(kind, PAGE, dpi, ScanRecipe.Output.COLOUR_JPEG, Lots.of(32, scan));
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
