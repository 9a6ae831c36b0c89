package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Survey.PrintedName;

class NameJudgeTest {

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

    private static Survey.Traces traced(PaperBox where) {
        return new GivenTraces(List.of(new GivenTraces.Trace(where, true)));
    }

    private static List<Finding> judged(double strokeMm, double gapMm) {
        return judged(strokeMm, gapMm, GivenTraces.NONE);
    }

    private static List<Finding> judged(double strokeMm, double gapMm, Survey.Traces traces) {
        PaperBox letters = new PaperBox(32, 103, 28, 4);
        return NameJudge.judge(
                FORM, List.of(new PrintedName(1, letters, 0.92, strokeMm, gapMm, letters)), traces, new ArrayList<>());
    }
}
