package vn.kiemphieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.Official;

class NameMatchTest {

    private static final Official AN = new Official("Nguyễn Văn An", "Trưởng ban");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An",
                "NGUYỄN VĂN AN",
                "Ông Nguyễn Văn An",
                "1. Nguyễn Văn An",
                "Nguyễn Văn Ăn",
                "Đồng chí Nguyễn Văn An, Trưởng ban",
                "Nguyễn Văn An - Trưởng ban",
                "Nguyễn Văn An (Trưởng bạn)",
                "Nguyễn Văn An / Trưởng ban",
                "NguyễnVăn An"
            })
    void knowsTheNameInItsCell(String print) {
        assertThat(NameMatch.of(words(print), AN).same()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Anh",
                "Nguyễn Văn An Bình",
                "Trần Nguyễn Văn An",
                "Nguyễn Vân Anh",
                "Nguyễn An",
                "Lê Văn An",
                "Trưởng ban",
                ""
            })
    void takesNobodyElseForHim(String print) {
        assertThat(NameMatch.of(words(print), AN).same()).isFalse();
    }

    @Test
    void tellsAnExactNameFromANearOne() {
        assertThat(NameMatch.of(words("Nguyễn Văn An"), AN).exact()).isTrue();
        assertThat(NameMatch.of(words("Nguyễn Văn Ân"), AN).exact()).isFalse();
    }

    /** A slash stands for the next line. */
    private static List<PrintedWord> words(String print) {
        List<PrintedWord> words = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (String text : print.split(" ")) {
            if (text.equals("/")) {
                x = 0;
                y += 6;
            } else if (!text.isEmpty()) {
                words.add(new PrintedWord(text, new PaperBox(x, y, 2 * text.length(), 4), 0.9));
                x += 2 * text.length() + 1.5;
            }
        }
        return words;
    }
}
