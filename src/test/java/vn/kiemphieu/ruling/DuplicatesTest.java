package vn.kiemphieu.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.intake.PageId;

class DuplicatesTest {

    @RepeatedTest(20)
    void knowsASheetThatWasScannedTwice(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        for (int rows : new int[] {1, 2, 5, 30}) {
            Scribe voter = Scribe.voter(rows, random);

            assertThat(twins(voter.scanned(random), voter.scanned(random)))
                    .as("%d rows", rows)
                    .containsExactly("0.png:1 = 1.png:1");
        }
    }

    @RepeatedTest(5)
    void tellsTwoHundredVotersApart(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        for (int rows : new int[] {3, 12}) {
            List<Handwriting> pages = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                pages.add(Scribe.voter(rows, random).approving().scanned(random).on(page(i)));
            }

            assertThat(Duplicates.among(pages)).as("%d rows", rows).isEmpty();
        }
    }

    @Test
    void tellsVotersApartWhoLeftOneXEachInTheSameCell() {
        Random random = new Random(7);
        List<Handwriting> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pages.add(Scribe.voter(1, random)
                    .approving()
                    .stamped(random)
                    .scanned(random)
                    .on(page(i)));
        }

        assertThat(Duplicates.among(pages)).isEmpty();
    }

    @Test
    void findsTheOnePairAmongMany() {
        Random random = new Random(11);
        List<Handwriting> pages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pages.add(Scribe.voter(3, random).scanned(random).on(page(i)));
        }
        Scribe twice = Scribe.voter(3, random);
        pages.add(17, twice.scanned(random).on(page(1000)));
        pages.add(60, twice.scanned(random).on(page(2000)));

        assertThat(Duplicates.among(pages))
                .extracting(Twins::toString)
                .singleElement()
                .asString()
                .contains("1000.png")
                .contains("2000.png");
    }

    @Test
    void neverTakesABallotWithoutHandwritingForAnother() {
        Handwriting bare = new Scribe(3).scanned(new Random(1)).on(page(1));
        Handwriting other = new Scribe(3).scanned(new Random(2)).on(page(2));

        assertThat(Duplicates.among(List.of(bare, other))).isEmpty();
    }

    @Test
    void knowsABareBallotByItsSignature() {
        Random random = new Random(5);
        Scribe signed = new Scribe(3).signed(random);
        Scribe otherwise = new Scribe(3).signed(random);

        assertThat(twins(signed.scanned(random), signed.scanned(random))).hasSize(1);
        assertThat(twins(signed.scanned(random), otherwise.scanned(random))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 30})
    void knowsASheetOfWhichOneMarkWasTooFaintInOneScan(int rows) {
        Random random = new Random(rows);
        Scribe voter = Scribe.voter(rows, random);

        assertThat(twins(voter.scanned(random), voter.scanned(random).withoutItsFirstMark()))
                .hasSize(1);
    }

    @RepeatedTest(20)
    void knowsASheetOfWhichOneMarkLostTheEndOfAnArmInOneScan(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Scribe voter = Scribe.voter(3, random);

        assertThat(twins(voter.scanned(random), voter.scanned(random).withAnArmCutShort()))
                .hasSize(1);
    }

    @Test
    void tellsPagesOfDifferentNumbersApart() {
        Random random = new Random(3);
        Scribe voter = Scribe.voter(3, random);

        assertThat(twins(voter.scanned(random), voter.scanned(random).asFormPage(2)))
                .isEmpty();
    }

    /** Where the marks lie alike by chance the stamps tell two sheets apart, unless one of them was seen only in part. */
    @Test
    void tellsTwoSheetsApartByWhereTheirStampsLie() {
        Random random = new Random(17);
        Scribe voter = Scribe.voter(3, random);

        assertThat(twins(
                        voter.scanned(random).stampedAt(50, 30, 36),
                        voter.scanned(random).stampedAt(51, 31, 36)))
                .as("1.4 mm apart")
                .hasSize(1);
        assertThat(twins(
                        voter.scanned(random).stampedAt(50, 30, 36),
                        voter.scanned(random).stampedAt(51.2, 31.2, 36)))
                .as("1.7 mm apart")
                .isEmpty();
        assertThat(twins(
                        voter.scanned(random).stampedAt(50, 30, 36),
                        voter.scanned(random).stampedAt(55, 30, 26)))
                .as("a worn stamp, seen in part")
                .hasSize(1);
        assertThat(twins(voter.scanned(random).stampedAt(50, 30, 36), voter.scanned(random)))
                .as("one stamp was not found")
                .hasSize(1);
    }

    /** Eight million pairs of the hardest kind: one X each, all in the same cell. A second, on a machine with time. */
    @Test
    @Timeout(60)
    void looksThroughFourThousandBallotsInSeconds() {
        Random random = new Random(13);
        List<Handwriting> pages = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            pages.add(Scribe.voter(1, random)
                    .approving()
                    .stamped(random)
                    .scanned(random)
                    .on(page(i)));
        }

        assertThat(Duplicates.among(pages)).hasSizeLessThan(400);
    }

    private static List<String> twins(Scribe first, Scribe second) {
        return Duplicates.among(List.of(first.on(page(0)), second.on(page(1)))).stream()
                .map(twins -> twins.first() + " = " + twins.second())
                .toList();
    }

    private static PageId page(int number) {
        return new PageId(number + ".png", 1);
    }
}
