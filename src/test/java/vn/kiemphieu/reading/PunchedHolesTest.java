package vn.kiemphieu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.form.PaperBox;

class PunchedHolesTest {

    private static final double PIXELS_PER_MM = 200 / 25.4;

    private static final PaperBox SHEET = new PaperBox(0, 0, 210, 297);

    @ParameterizedTest(name = "at {0}, {1} and {2}, {3}")
    @CsvSource({"12, 108, 12, 188", "11, 108, 13, 188", "198, 60, 198, 140", "65, 12, 145, 12", "65, 285, 145, 285"})
    void takesTwoRingsThatStandAsAPunchHasThemForHoles(double x, double y, double otherX, double otherY) {
        assertThat(left(shadow(x, y, 3, 200), shadow(otherX, otherY, 3, 200))).isEmpty();
    }

    @Test
    void takesThemForHolesWhereTheShadowLiesAlongAThirdOfTheirRim() {
        assertThat(left(shadow(12, 108, 3, 120), shadow(12, 188, 3, 120))).isEmpty();
    }

    @Test
    void takesFourInARowForHoles() {
        assertThat(left(
                        shadow(12, 28, 3, 200),
                        shadow(12, 108, 3, 200),
                        shadow(12, 188, 3, 200),
                        shadow(12, 268, 3, 200)))
                .isEmpty();
    }

    @Test
    void leavesARingThatStandsAloneToAPerson() {
        assertThat(left(shadow(12, 108, 3, 360))).hasSize(1);
    }

    @ParameterizedTest(name = "at {0}, {1} and {2}, {3}, radius {4}")
    @CsvSource({
        "12, 108, 12, 185, 3", // 77 mm apart
        "12, 108, 17, 188, 3", // too far askew
        "30, 108, 30, 188, 3", // in the text
        "5, 108, 5, 188, 3", // at the very edge
        "16.5, 108, 17.5, 188, 3", // one of them is
        "12, 108, 12, 188, 2", // too small
        "12, 108, 12, 188, 4.2", // too large
    })
    void leavesTwoRingsThatStandOtherwiseToAPerson(double x, double y, double otherX, double otherY, double radius) {
        assertThat(left(shadow(x, y, radius, 360), shadow(otherX, otherY, radius, 360)))
                .hasSize(2);
    }

    @Test
    void leavesTwoLinesAndTwoLettersToAPerson() {
        assertThat(left(line(12, 108), line(12, 188))).hasSize(2);
        assertThat(left(cross(12, 108), cross(12, 188))).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tick", "open V", "square"})
    void leavesTwoOfAnythingElseOfAHolesSizeToAPerson(String drawn) {
        assertThat(left(drawn(drawn, 198, 108), drawn(drawn, 198, 188))).hasSize(2);
    }

    @Test
    void leavesTwoBowsThatOpenToDifferentSidesToAPerson() {
        assertThat(left(shadow(12, 108, 3, 160), mirrored(12, 188, 3, 160))).hasSize(2);
    }

    @Test
    void takesTwoDiscsThatStandAsAPunchHasThemForHoles() {
        assertThat(left(disc(12, 108, 3), disc(12, 188, 3))).isEmpty();
        assertThat(left(rough(12, 108), rough(12, 188))).as("frayed").isEmpty();
    }

    @Test
    void leavesADiscThatStandsAloneAndTwoThatAreNotRoundToAPerson() {
        assertThat(left(disc(12, 108, 3))).hasSize(1);
        assertThat(left(square(12, 108), square(12, 188))).hasSize(2);
    }

    @Test
    void leavesTwoBowsOfALargeRingToAPerson() {
        assertThat(left(shadow(12, 108, 4.5, 100), shadow(12, 188, 4.5, 100))).hasSize(2);
    }

    @Test
    void leavesRingsOfUnlikeSizeToAPerson() {
        assertThat(left(shadow(12, 108, 2.8, 360), shadow(12, 188, 3.7, 360))).hasSize(2);
    }

    private static List<InkPiece> left(InkPiece... pieces) {
        return new PunchedHoles(SHEET).without(List.of(pieces));
    }

    /** A ring's shadow, widest in the middle of those degrees. */
    private static InkPiece shadow(double x, double y, double radius, double degrees) {
        return piece(x, y, (dx, dy) -> isShadow(dx, dy, radius, degrees));
    }

    private static boolean isShadow(double dx, double dy, double radius, double degrees) {
        double turn = Math.abs(Math.toDegrees(Math.atan2(dy, dx)));
        double off = radius - Math.hypot(dx, dy);
        double wide = degrees >= 360 ? 0.4 : 0.7 * Math.cos(Math.toRadians(turn * 180 / degrees));
        return turn <= degrees / 2 && off >= 0 && off <= Math.max(0.15, wide);
    }

    private static InkPiece disc(double x, double y, double radius) {
        return piece(x, y, (dx, dy) -> Math.hypot(dx, dy) < radius);
    }

    /** Its rim goes in and out by 0.2 mm. */
    private static InkPiece rough(double x, double y) {
        return piece(x, y, (dx, dy) -> Math.hypot(dx, dy) < 3 + 0.2 * Math.sin(9 * Math.atan2(dy, dx)));
    }

    private static InkPiece square(double x, double y) {
        return piece(x, y, (dx, dy) -> Math.max(Math.abs(dx), Math.abs(dy)) < 2.7);
    }

    private static InkPiece line(double x, double y) {
        return piece(x, y, (dx, dy) -> Math.abs(dx) < 0.3 && Math.abs(dy) < 3);
    }

    private static InkPiece cross(double x, double y) {
        return piece(
                x, y, (dx, dy) -> Math.hypot(dx, dy) < 4.5 && Math.min(Math.abs(dx - dy), Math.abs(dx + dy)) < 0.4);
    }

    private static InkPiece drawn(String what, double x, double y) {
        return switch (what) {
            case "tick" -> lines(x, y, -1.9, -0.2, -0.8, 1.5, 3.1, 0.6);
            case "open V" -> lines(x, y, -3.2, -1.2, 0, 1.1, 3.2, -1.2);
            default -> lines(x, y, -2.25, -2.25, 2.25, -2.25, 2.25, 2.25, -2.25, 2.25, -2.25, -2.25);
        };
    }

    /** A pen of half a millimetre from point to point. */
    private static InkPiece lines(double x, double y, double... xy) {
        return piece(x, y, (dx, dy) -> {
            for (int i = 0; i + 3 < xy.length; i += 2) {
                if (Line2D.ptSegDist(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], dx, dy) < 0.25) {
                    return true;
                }
            }
            return false;
        });
    }

    private static InkPiece mirrored(double x, double y, double radius, double degrees) {
        return piece(x, y, (dx, dy) -> isShadow(-dx, dy, radius, degrees));
    }

    private interface Inked {
        boolean at(double dx, double dy);
    }

    private static InkPiece piece(double x, double y, Inked inked) {
        int side = (int) (12 * PIXELS_PER_MM);
        int left = (int) ((x - 6) * PIXELS_PER_MM);
        int top = (int) ((y - 6) * PIXELS_PER_MM);
        boolean[] ink = new boolean[side * side];
        for (int i = 0; i < ink.length; i++) {
            double dx = (left + i % side + 0.5) / PIXELS_PER_MM - x;
            double dy = (top + i / side + 0.5) / PIXELS_PER_MM - y;
            ink[i] = inked.at(dx, dy);
        }
        InkMask mask = new InkMask(left, top, side, side, ink, PIXELS_PER_MM).trimmed();
        return new InkPiece(mask, mask, mask.areaMm2(), 0.5, 0, false);
    }
}
