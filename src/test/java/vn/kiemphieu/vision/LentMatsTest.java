package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class LentMatsTest {

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void lendsAgainWhatWasGivenBackWithTheSameMemory() {
        Mat first = LentMats.lend(31, 17, CvType.CV_8UC1);
        long address = first.dataAddr();
        LentMats.giveBack(first);

        Mat again = LentMats.lend(31, 17, CvType.CV_8UC1);
        assertThat(again.dataAddr()).isEqualTo(address);
        assertThat(LentMats.lend(31, 17, CvType.CV_8UC1).dataAddr())
                .as("what is out is not lent twice")
                .isNotEqualTo(address);
    }

    @Test
    void lendsNoOtherShapeThanAskedFor() {
        LentMats.giveBack(new Mat(32, 18, CvType.CV_8UC1));
        Mat turned = LentMats.lend(18, 32, CvType.CV_8UC1);
        Mat coloured = LentMats.lend(32, 18, CvType.CV_8UC3);
        assertThat(turned.size()).hasToString("32x18");
        assertThat(coloured.type()).isEqualTo(CvType.CV_8UC3);
    }

    @Test
    void letsTheOldestGoHoweverManySizesComeBy() {
        Mat oldest = new Mat(1, 500, CvType.CV_8UC1);
        LentMats.giveBack(oldest);
        for (int more = 1; more <= LentMats.MOST; more++) {
            LentMats.giveBack(new Mat(1, 500 + more, CvType.CV_8UC1));
        }
        assertThat(oldest.empty()).as("its memory is given back").isTrue();
    }
}
