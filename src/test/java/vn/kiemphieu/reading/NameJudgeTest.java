package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Survey.PrintedName;
import vn.kiemphieu.reading.Survey.Strangest;

class NameJudgeTest {

    private static final PaperBox LETTERS = new PaperBox(32, 103, 28, 4);

    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(20, 100, 140, 10),
            List.of(new Row(
                    1,
                    new PaperBox(20, 100, 140, 10),
                    new PaperBox(30, 100, 60, 10),
                    Optional.empty(),
                    Map.of(
                            Level.HIGH,
                            new PaperBox(100, 100, 20, 10),
                            Level.CONFIDENCE,
                            new PaperBox(120, 100, 20, 10),
                            Level.LOW,
                            new PaperBox(140, 100, 20, 10)))),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    /** Measured on a photograph: a thin blue line through one word, most of it over letters. */
    @Test
    void asksAboutAThinLineThroughOneWordThatFillsFewGaps() {
        assertThat(judged(11.9, 0.89)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.STRUCK_NAME);
            assertThat(finding.certain()).isFalse();
        });
    }

    @Test
    void isSureOfALineThatFillsAllGapsOfAWord() {
        assertThat(judged(11.9, 2.4))
                .singleElement()
                .satisfies(finding -> assertThat(finding.certain()).isTrue());
    }

    /** The most that a name without a strike showed, on a poor scan of 150 dpi under a strong JPEG. */
    @Test
    void findsNoStrikeWherePrintHasRunTogether() {
        assertThat(judged(4.2, 0.64)).isEmpty();
    }

    @Test
    void asksAboutALineTooPaleForInkBesideTheLetters() {
        PaperBox line = new PaperBox(40, 105, 8, 0.5);

        assertThat(judged(0, 0, traced(line))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.STRUCK_NAME);
            assertThat(finding.certain()).isFalse();
            assertThat(finding.where()).isEqualTo(line);
        });
        assertThat(judged(0, 0, traced(new PaperBox(150, 105, 8, 0.5))))
                .as("a trace in a cell is not the name's")
                .isEmpty();
    }

    @Test
    void asksAboutALetterThatIsNotAsPrinted() {
        PaperBox letter = new PaperBox(40, 103, 2, 4);

        assertThat(judged(0, 0, new Strangest(letter, 14.7, 0), GivenTraces.NONE))
                .as("something lies over it")
                .singleElement()
                .isEqualTo(new Finding(Finding.Kind.STRUCK_NAME, OptionalInt.of(1), letter, false, 14.7 / 14 - 1));
        assertThat(judged(0, 0, new Strangest(letter, 13.9, 0), GivenTraces.NONE))
                .isEmpty();
    }

    @Test
    void asksAboutFewFilledGapsOnlyWhereLettersAreStrange() {
        assertThat(judged(3, 0.4, new Strangest(LETTERS, 4.6, 0), GivenTraces.NONE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.STRUCK_NAME);
                    assertThat(finding.certain()).isFalse();
                });
        assertThat(judged(3, 0.4, new Strangest(LETTERS, 4.4, 0), GivenTraces.NONE))
                .isEmpty();
        assertThat(judged(3, 0.3, new Strangest(LETTERS, 4.6, 0), GivenTraces.NONE))
                .isEmpty();
        assertThat(judged(2.5, 0.4, new Strangest(LETTERS, 4.6, 0), GivenTraces.NONE))
                .isEmpty();
    }

    /** Ink takes no print away: where some is gone, another name was printed, whatever else lies there. */
    @Test
    void asksWhetherItIsTheNameWherePrintIsMissing() {
        assertThat(judged(20, 5, new Strangest(LETTERS, 5, 0.07), GivenTraces.NONE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.OTHER_NAME);
                    assertThat(finding.certain()).isFalse();
                });
        assertThat(judged(20, 5, new Strangest(LETTERS, 5, 0.05), GivenTraces.NONE))
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Finding.Kind.STRUCK_NAME);
    }

    private static Survey.Traces traced(PaperBox where) {
        return new GivenTraces(List.of(new GivenTraces.Trace(where, true)));
    }

    private static List<Finding> judged(double strokeMm, double gapMm) {
        return judged(strokeMm, gapMm, GivenTraces.NONE);
    }

    private static List<Finding> judged(double strokeMm, double gapMm, Survey.Traces traces) {
        return judged(strokeMm, gapMm, new Strangest(LETTERS, 0, 0), traces);
    }

    private static List<Finding> judged(double strokeMm, double gapMm, Strangest letter, Survey.Traces traces) {
        return NameJudge.judge(
                FORM,
                List.of(new PrintedName(1, LETTERS, letter, strokeMm, gapMm, LETTERS)),
                traces,
                new ArrayList<>());
    }
}
