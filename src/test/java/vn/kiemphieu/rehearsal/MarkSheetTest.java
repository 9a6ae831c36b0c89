package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.vision.SimulatedScanner;

class MarkSheetTest {

    private static final FormPage PAGE = Forms.of(12).pages().get(0);

    @Test
    void holdsOnEverySecondSheetNothingButXs() {
        for (int n = 0; n < 10; n++) {
            Set<MarkSheet.Kind> kinds =
                    sheet(n).marks().stream().map(MarkSheet.Known::kind).collect(Collectors.toSet());
            if (n % 2 == 0) {
                assertThat(kinds).containsExactly(MarkSheet.Kind.X);
            } else {
                assertThat(kinds).doesNotContain(MarkSheet.Kind.X).hasSizeGreaterThan(4);
            }
        }
    }

    @Test
    void holdsEveryKindOfMarkAndEveryKindOfScanSoonerOrLater() {
        assertThat(IntStream.range(0, 40)
                        .mapToObj(MarkSheetTest::sheet)
                        .flatMap(s -> s.marks().stream())
                        .map(MarkSheet.Known::kind))
                .containsAll(EnumSet.allOf(MarkSheet.Kind.class));
        assertThat(IntStream.range(0, 10).mapToObj(n -> sheet(n).scan()).distinct())
                .hasSize(5);
    }

    @Test
    void isTheSameEachTimeItIsAskedFor() {
        try (SimulatedScanner scanner = new SimulatedScanner()) {
            for (int n = 0; n < 5; n++) {
                assertThat(sheet(n).scanned(scanner).bytes())
                        .isEqualTo(sheet(n).scanned(scanner).bytes());
            }
        }
    }

    private static MarkSheet sheet(int number) {
        return MarkSheet.of(PAGE, DeckMaker.OWN_HANDS, 7, number);
    }
}
