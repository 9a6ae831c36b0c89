package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.reading.Finding;

/** The number of a page stands far below a short table, where the fit to the table is only a guess. */
@Tag("long")
class ShortLastPageTest {

    /** Nothing but the number stands there. */
    private static final double FOOT_MM = 20;

    /** Of 60 scans by lot those on which one look from near the table missed the number. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 20, 28, 40, 56})
    void doesNotTakeItsPageNumberForWriting(int scan) {
        assertThat(foot(Forms.of(20), ScanKind.OFFICE, 300, Lots.of(32, scan))).isEmpty();
    }

    /** Paper that lay unevenly: of 20 scans by lot those on which single letters mislead, one for another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 11, 12, 16, 17})
    void doesNotTakeItsPageNumberForWritingOnPoorScans(int scan) {
        Random random = Lots.of(77, scan);
        int dpi = (int) Scanner.dpi(ScanKind.POOR, random);
        assertThat(foot(Forms.of(30), ScanKind.POOR, dpi, random)).isEmpty();
    }

    /** {@return what is found near the lower edge of an unmarked second page, where nothing but its number stands} */
    private static List<Finding> foot(BallotForm form, ScanKind kind, int dpi, Random random) {
        FormPage page = form.pages().get(1);
        return ScannedPage.read(form, page, List.of(), kind, dpi, random).findings().stream()
                .filter(finding -> finding.where().yMm() > page.heightMm() - FOOT_MM)
                .toList();
    }
}
