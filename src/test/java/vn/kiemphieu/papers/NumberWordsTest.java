package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, không",
        "1, một",
        "4, bốn",
        "5, năm",
        "10, mười",
        "11, mười một",
        "14, mười bốn",
        "15, mười lăm",
        "19, mười chín",
        "20, hai mươi",
        "21, hai mươi mốt",
        "24, hai mươi tư",
        "25, hai mươi lăm",
        "29, hai mươi chín",
        "31, ba mươi mốt",
        "47, bốn mươi bảy",
        "55, năm mươi lăm",
        "71, bảy mươi mốt",
        "91, chín mươi mốt",
        "100, một trăm",
        "101, một trăm linh một",
        "104, một trăm linh bốn",
        "105, một trăm linh năm",
        "110, một trăm mười",
        "111, một trăm mười một",
        "115, một trăm mười lăm",
        "121, một trăm hai mươi mốt",
        "500, năm trăm",
        "554, năm trăm năm mươi tư",
        "999, chín trăm chín mươi chín",
        "1000, một nghìn",
        "1001, một nghìn không trăm linh một",
        "1015, một nghìn không trăm mười lăm",
        "1100, một nghìn một trăm",
        "2024, hai nghìn không trăm hai mươi tư",
        "10000, mười nghìn",
        "21005, hai mươi mốt nghìn không trăm linh năm",
        "100000, một trăm nghìn",
        "1000000, một triệu",
        "1000001, một triệu không trăm linh một",
        "2000021, hai triệu không trăm hai mươi mốt",
        "5105000, năm triệu một trăm linh năm nghìn",
        "2147483647, hai tỷ một trăm bốn mươi bảy triệu bốn trăm tám mươi ba nghìn sáu trăm bốn mươi bảy"
    })
    void saysNumbersAsTheyAreSaid(int number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }

    @Test
    void saysEveryNumberOtherwiseThanEveryOther() {
        Set<String> said = new HashSet<>();
        for (int number = 0; number <= 20_000; number++) {
            String words = NumberWords.of(number);
            assertThat(words).doesNotContain("  ").isEqualTo(words.strip());
            assertThat(said.add(words))
                    .as("%d is said like another number: %s", number, words)
                    .isTrue();
        }
    }

    @Test
    void saysNothingBelowZero() {
        assertThatThrownBy(() -> NumberWords.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
