package vn.kiemphieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void weighsAMisreadToneLittle() {
        assertThat(Spelling.distance("Lê Văn Ẩn", "Lê Văn Ấn")).isEqualTo(0.3);
        assertThat(Spelling.distance("Đinh Bá Mỵ", "Đình Bá My")).isEqualTo(0.6);
    }

    @Test
    void weighsAnotherLetterFully() {
        assertThat(Spelling.distance("Nguyễn Văn An", "Nguyễn Văn Anh")).isEqualTo(1);
        assertThat(Spelling.distance("Lê Văn Sơn", "Lê Văn Tơn")).isEqualTo(1);
    }

    @Test
    void doesNotMindCaseOrThePlaceOfATone() {
        assertThat(Spelling.distance("TRẦN THỊ HÒA", "Trần Thị Hoà")).isZero();
    }

    @Test
    void takesTonesOffWithoutLosingLetters() {
        assertThat(Spelling.plain("Đỗ Hữu Ưng, (Trưởng ban)")).isEqualTo("DO HUU UNG TRUONG BAN");
    }
}
