package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import vn.kiemphieu.papers.Lettering;

class OcrTest {

    private static final String LINE = "Nguyễn Thị Thu Nghĩa, Phó Chánh Văn phòng";

    @ParameterizedTest
    @ValueSource(doubles = {200, 300})
    void readsAVietnameseLine(double dpi) {
        assertThat(textOf(read(LINE, dpi))).isEqualTo(LINE);
    }

    @Test
    void saysWhereAWordStands() {
        List<Ocr.Word> words = read("Trần Minh Khánh", 300);
        Ocr.Word last = words.get(words.size() - 1);
        double expected = 40 + Lettering.REGULAR.widthPx("Trần Minh ", pixels(300));
        assertThat(last.text()).isEqualTo("Khánh");
        assertThat((double) last.box().x).isBetween(expected - 6, expected + 6);
        assertThat(last.confidence()).isGreaterThan(0.8);
    }

    @Test
    void readsNothingOnBarePaper() {
        assertThat(read("", 300)).isEmpty();
    }

    private static String textOf(List<Ocr.Word> words) {
        return words.stream().map(Ocr.Word::text).collect(Collectors.joining(" "));
    }

    /** Fourteen points, as offices type. */
    private static double pixels(double dpi) {
        return 14 * dpi / 72;
    }

    private static List<Ocr.Word> read(String text, double dpi) {
        BufferedImage image = new BufferedImage((int) (5 * dpi), (int) (0.5 * dpi), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.fill(Lettering.REGULAR.outline(text, 40, 0.32 * dpi, pixels(dpi)));
        pen.dispose();
        OpenCv.load();
        Mat grey = new Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC1);
        try {
            grey.put(0, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            return Ocr.ofThisThread().read(grey, dpi, Ocr.Layout.BLOCK);
        } finally {
            OpenCv.release(grey);
        }
    }
}
