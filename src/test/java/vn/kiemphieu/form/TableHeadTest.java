package vn.kiemphieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.meeting.Level;

class TableHeadTest {

    @ParameterizedTest
    @CsvSource({
        "Tín nhiệm cao, HIGH",
        "TÍN NHIỆM CAO, HIGH",
        "Tin nhiệm cáo, HIGH",
        "TN cao, HIGH",
        "Cao, HIGH",
        "Mức tín nhiệm cao, HIGH",
        "Tín nhiệm, CONFIDENCE",
        "Tin nhiêm, CONFIDENCE",
        "TN, CONFIDENCE",
        "Tín nhiệm thấp, LOW",
        "Tín nhiệm tháp, LOW",
        "Tín thấp, LOW",
        "THẤP, LOW"
    })
    void knowsALevelByItsPrint(String print, Level level) {
        assertThat(TableHead.levelOf(print)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Họ và tên",
                "Chức vụ",
                "TT",
                "",
                "Tín nhiệm cao, tín nhiệm thấp",
                "Không tín nhiệm",
                "Ghi chú",
                "Tín nhiệm trung bình",
                "Cao Văn Thấp"
            })
    void takesNothingElseForALevel(String print) {
        assertThat(TableHead.levelOf(print)).isEmpty();
    }

    @Test
    void cannotTellTheMergedHeadFromALevelByWordsAlone() {
        assertThat(TableHead.levelOf("Mức độ tín nhiệm")).contains(Level.CONFIDENCE);
    }
}
