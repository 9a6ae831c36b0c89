package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.vision.PaleCell.Piece;

/** A place for a name, 400 pixels wide, with letters from 20 to 220: 50 and 28 mm at 200 dpi. */
class BrokenLineTest {

    @Test
    void isFoundWhereItShowsBeforeAndBehindAWord() {
        assertThat(found(bit(80, 30, 10), bit(140, 31, 5))).isTrue();
    }

    @Test
    void isFoundWhereItLeans() {
        assertThat(found(bit(60, 24, 10), bit(130, 32, 9))).isTrue();
    }

    @Test
    void isNoneOfOneBitAlone() {
        assertThat(found(bit(80, 30, 15))).isFalse();
    }

    @Test
    void isNoneOfBitsThatLieInNoLine() {
        assertThat(found(bit(80, 30, 10), bit(140, 55, 9))).isFalse();
    }

    @Test
    void isNoneOfRipples() {
        assertThat(found(bit(60, 30, 5), bit(90, 30, 5), bit(120, 30, 5))).isFalse();
        assertThat(found(bit(60, 30, 8), bit(120, 30, 4))).isFalse();
    }

    @Test
    void isNoneOfUprightBits() {
        assertThat(found(new Piece(80, 25, 4, 12), new Piece(140, 25, 4, 12))).isFalse();
    }

    @Test
    void isNoneFarFromTheLetters() {
        assertThat(found(bit(280, 30, 10), bit(340, 30, 9))).isFalse();
    }

    @Test
    void isNoneWhereItGoesOnAsAFoldDoes() {
        List<Piece> fold = new ArrayList<>(List.of(bit(80, 30, 10), bit(140, 31, 8)));
        for (int x = 260; x < 390; x += 20) {
            fold.add(bit(x, 34, 8));
        }

        assertThat(found(fold.toArray(Piece[]::new))).isFalse();
    }

    @Test
    void isNoneWhereNothingHidesWhatIsMissing() {
        Piece[] line = {bit(80, 30, 10), bit(140, 31, 8)};

        assertThat(found(line)).isTrue();
        assertThat(new BrokenLine(List.of(line), (x, y) -> x < 115, 20, 220, 400).find())
                .isEmpty();
    }

    @Test
    void isNoneWhereNoLettersLieBetweenItsBits() {
        Piece[] dashes = {bit(80, 30, 10), bit(93, 30, 10)};

        assertThat(new BrokenLine(List.of(dashes), (x, y) -> false, 20, 220, 400).find())
                .isEmpty();
    }

    private static Piece bit(int left, int top, int widthPx) {
        return new Piece(left, top, widthPx, 3);
    }

    private static boolean found(Piece... pieces) {
        return new BrokenLine(List.of(pieces), (x, y) -> true, 20, 220, 400)
                .find()
                .isPresent();
    }
}
