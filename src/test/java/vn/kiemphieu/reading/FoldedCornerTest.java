package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

class FoldedCornerTest {

    private static final double PIXELS_PER_MM = 150 / 25.4;

    /** One row, 15 mm from the right edge and 20 mm from the lower one. */
    private static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(20, 250, 175, 27),
            List.of(new Row(
                    1,
                    new PaperBox(20, 267, 175, 10),
                    new PaperBox(20, 267, 100, 10),
                    Optional.empty(),
                    Map.of(
                            Level.HIGH,
                            new PaperBox(120, 267, 25, 10),
                            Level.CONFIDENCE,
                            new PaperBox(145, 267, 25, 10),
                            Level.LOW,
                            new PaperBox(170, 267, 25, 10)))),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    @ParameterizedTest(name = "corner at {0}, {1}, legs {2} and {3} mm, {4} mm from the edges")
    @CsvSource({
        "0, 0, 14, 14, 0",
        "210, 0, 14, 14, 1.6",
        "0, 297, 8, 6, 3",
        "210, 297, 19, 19, 0",
    })
    void knowsATriangleAtEachCornerOfTheSheet(double x, double y, double across, double down, double off) {
        double in = x == 0 ? 1 : -1;
        double up = y == 0 ? 1 : -1;
        InkPiece corner = piece(
                true,
                (atX, atY) -> isWithin((atX - x) * in - off, (atY - y) * up - off, across, down),
                new PaperBox(Math.min(x, x + 30 * in), Math.min(y, y + 30 * up), 30, 30));
        assertThat(FoldedCorner.is(corner, FORM)).isTrue();
    }

    @Test
    void knowsOneWithAWornFold() {
        assertThat(isOne(true, (x, y) -> x / 4 + y / 4 < 1 + 0.2 * Math.sin(9 * y)))
                .isTrue();
    }

    @ParameterizedTest(name = "legs {0} and {1} mm, {2} mm from the edges")
    @CsvSource({
        "24, 12, 0", // hides what margins do not hold
        "12, 24, 0",
        "2, 10, 0", // a rim
        "12, 12, 7", // on the page
    })
    void leavesOtherTrianglesToAPerson(double across, double down, double off) {
        InkPiece triangle = piece(true, (x, y) -> isWithin(x - off, y - off, across, down), new PaperBox(0, 0, 30, 30));
        assertThat(FoldedCorner.is(triangle, FORM)).isFalse();
    }

    @Test
    void leavesACornerToAPersonWhoseFlapMayHideARow() {
        assertThat(FoldedCorner.is(lowerRight(19, 0), FORM)).isTrue();
        assertThat(FoldedCorner.is(lowerRight(19, 3), FORM))
                .as("the same of a scan that ends before the sheet")
                .isFalse();
    }

    private static InkPiece lowerRight(double legs, double off) {
        return piece(
                true, (x, y) -> isWithin(210 - off - x, 297 - off - y, legs, legs), new PaperBox(180, 267, 30, 30));
    }

    @Test
    void leavesATriangleThatTurnsItsBackOnTheCornerToAPerson() {
        assertThat(isOne(true, (x, y) -> isWithin(14 - x, 14 - y, 14, 14))).isFalse();
    }

    @Test
    void leavesAFilledSquareToAPerson() {
        assertThat(isOne(true, (x, y) -> x < 10 && y < 10)).isFalse();
    }

    @Test
    void leavesAnOutlineAndHatchingToAPerson() {
        assertThat(isOne(true, (x, y) -> isWithin(x, y, 14, 14) && !isWithin(x - 1, y - 1, 11, 11)))
                .isFalse();
        assertThat(isOne(true, (x, y) -> isWithin(x, y, 14, 14) && (y < 1 || x % 2 < 1.7)))
                .isFalse();
    }

    @Test
    void leavesATriangleWithAWordBesideItToAPerson() {
        assertThat(isOne(true, (x, y) -> isWithin(x, y, 14, 14) || Math.abs(y - 9) < 1 && x < 14))
                .isFalse();
    }

    @Test
    void leavesATriangleThatDoesNotReachTheEdgeOfTheScanToAPerson() {
        assertThat(isOne(false, (x, y) -> isWithin(x - 2, y - 2, 12, 12))).isFalse();
    }

    private static boolean isOne(boolean atEdge, Inked inked) {
        return FoldedCorner.is(piece(atEdge, inked, new PaperBox(0, 0, 30, 30)), FORM);
    }

    private static boolean isWithin(double fromUpright, double fromLevel, double across, double down) {
        return fromUpright >= 0 && fromLevel >= 0 && fromUpright / across + fromLevel / down < 1;
    }

    private interface Inked {
        boolean at(double x, double y);
    }

    private static InkPiece piece(boolean atEdge, Inked inked, PaperBox within) {
        int left = (int) Math.round(within.xMm() * PIXELS_PER_MM);
        int top = (int) Math.round(within.yMm() * PIXELS_PER_MM);
        int side = (int) Math.round(within.widthMm() * PIXELS_PER_MM);
        boolean[] ink = new boolean[side * side];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = inked.at((left + i % side + 0.5) / PIXELS_PER_MM, (top + i / side + 0.5) / PIXELS_PER_MM);
        }
        InkMask mask = new InkMask(left, top, side, side, ink, PIXELS_PER_MM).trimmed();
        return new InkPiece(mask, mask, mask.areaMm2(), 0.5, 0, atEdge);
    }
}
