package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Sheet;

/** The rows of a long table are alike, so features agree in the head of the page, and the fit to them is a guess at its foot. */
class LongTableTest {

    /** Printed rows lie this near to the form's wherever paper lies even. */
    private static final double LAID_MM = 0.12;

    /** Of 40 scans of each kind by lot those on which a look at the whole page at once missed the last rows. */
    @ParameterizedTest
    @CsvSource({"OFFICE, 5", "OFFICE, 8", "POOR, 3", "POOR, 7", "POOR, 15", "POOR, 28"})
    void liesOverItsFormToTheLastRow(ScanKind kind, int scan) {
        BallotForm form = Forms.of(20);
        Random random = Lots.of(91, scan);
        int dpi = (int) Scanner.dpi(kind, random);
        Sheet sheet = ScannedPage.read(form, form.pages().get(0), List.of(), kind, dpi, random);
        assertThat(sheet.fit().worstMm()).isLessThan(LAID_MM);
        assertThat(sheet.findings()).noneMatch(finding -> finding.kind() == Finding.Kind.ADDITION);
    }
}
