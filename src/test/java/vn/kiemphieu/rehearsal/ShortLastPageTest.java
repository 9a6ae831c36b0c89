package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.reading.Finding;

/** The number of a page stands far below a short table, where the fit to the table is only a guess. */
class ShortLastPageTest {

    /** Nothing but the number stands there. */
    private static final double FOOT_MM = 20;

    /** Of 60 scans by lot those on which one look from near the table missed the number. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 20, 28, 40, 56})
    void doesNotTakeItsPageNumberForWriting(int scan) {
        assertThat(foot(Forms.of(20), ScanKind.OFFICE, 300, scan)).isEmpty();
    }

    /** Paper that lay unevenly: the number may be two millimetres from where the table lets it be guessed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void doesNotTakeItsPageNumberForWritingOnPoorScans(int scan) {
        assertThat(foot(Forms.of(30), ScanKind.POOR, 200, scan)).isEmpty();
    }

    /** {@return what is found near the lower edge of an unmarked second page, where nothing but its number stands} */
    private static List<Finding> foot(BallotForm form, ScanKind kind, int dpi, int scan) {
        FormPage page = form.pages().get(1);
        return ScannedPage.read(form, page, List.of(), kind, dpi, Lots.of(32, scan)).findings().stream()
                .filter(finding -> finding.where().yMm() > page.heightMm() - FOOT_MM)
                .toList();
    }
}
