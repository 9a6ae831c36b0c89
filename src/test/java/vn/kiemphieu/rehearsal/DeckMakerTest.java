package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

class DeckMakerTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(ScanKind.class)
    void makesTheSameBytesFromTheSameSeed(ScanKind kind) throws IOException {
        DeckOrder order = DeckOrder.of(2, 7, kind);
        Truth first = Forms.deck(Forms.of(3), order, dir.resolve("a"));
        Truth second = Forms.deck(Forms.of(3), order, dir.resolve("b"));
        assertThat(second).isEqualTo(first);
        for (PageTruth page : first.pages()) {
            assertThat(dir.resolve("b").resolve(page.id().scan()))
                    .hasSameBinaryContentAs(dir.resolve("a").resolve(page.id().scan()));
        }
    }

    @Test
    void tellsTheTruthOfEveryFileAndKeepsIt() throws IOException {
        Truth truth = Forms.deck(Forms.of(3), DeckOrder.of(14, 3, ScanKind.MIXED), dir.resolve("scans"));
        try (Stream<Path> files = Files.list(dir.resolve("scans"))) {
            assertThat(truth.pages().stream().map(p -> p.id().scan()).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(f -> f.getFileName().toString()).toList());
        }
        assertThat(truth.pages())
                .anyMatch(p -> p.deeds().contains(Deed.COPIED_FILE))
                .anyMatch(p -> p.deeds().contains(Deed.CORRUPT_FILE))
                .anyMatch(p -> p.deeds().contains(Deed.FOREIGN_PAGE));
        TruthFile.write(dir.resolve("truth.csv"), truth);
        assertThat(TruthFile.read(dir.resolve("truth.csv"))).isEqualTo(truth);
    }

    @Test
    void marksEveryOfficialOfABallotOfTwoPages() throws IOException {
        BallotForm form = Forms.of(30);
        Truth truth = Forms.deck(form, new DeckOrder(1, 5, ScanKind.GREY, 0, false), dir);
        assertThat(truth.pages()).hasSize(2);
        List<RowTruth> rows =
                truth.pages().stream().flatMap(p -> p.rows().stream()).toList();
        assertThat(rows)
                .extracting(RowTruth::official)
                .containsExactlyElementsOf(
                        Stream.iterate(1, i -> i + 1).limit(30).toList());
        assertThat(rows).allSatisfy(row -> {
            Level vote = row.vote().orElseThrow();
            assertThat(row.cells()).containsEntry(vote, Mark.Kind.CROSS);
        });
    }

    @Test
    void expectsARowWithTwoMarksToSpoilTheBallotOnlyUnderThePlanOfKhanhHoa() {
        assertThat(Deed.TWO_MARKS.under(Profile.KH_BDT_2023, 3)).isEqualTo(Expectation.INVALID);
        assertThat(Deed.TWO_MARKS.under(Profile.QD_96, 3)).isEqualTo(Expectation.COUNTED);
        assertThat(Deed.TWO_MARKS.under(Profile.QD_96, 1)).isEqualTo(Expectation.INVALID);
        assertThat(Deed.ALL_ROWS_BARE.under(Profile.QD_96, 3)).isEqualTo(Expectation.INVALID);
    }
}
