package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void hasEveryVietnameseLetter() {
        String letters = "AĂÂEÊIOÔƠUƯYĐ";
        for (int i = 0; i < letters.length(); i++) {
            for (String tone : new String[] {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
                String letter = letters.charAt(i) + (letters.charAt(i) == 'Đ' ? "" : tone);
                assertThat(Lettering.BOLD.outline(letter, 0, 0, 10).getBounds2D())
                        .as(letter)
                        .isNotEqualTo(Lettering.BOLD.outline("\uE000", 0, 0, 10).getBounds2D())
                        .satisfies(bounds -> assertThat(bounds.isEmpty()).isFalse());
            }
        }
    }

    @Test
    void standsOnItsBaselineAndIsAsWideAsItSays() {
        Rectangle2D bounds = Lettering.REGULAR.outline("HNH", 100, 50, 20).getBounds2D();
        assertThat(bounds.getMaxY()).isBetween(49.9, 50.1);
        assertThat(bounds.getHeight()).isBetween(12.5, 14.0);
        assertThat(bounds.getMaxX()).isLessThan(100 + Lettering.REGULAR.widthPx("HNH", 20));
    }
}
