package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A page that proves that the printer prints at 100 %: two rulers to be held against a real one. A printer that shrinks a
 * page to fit makes ballots that are read less surely.
 */
public final class RulerPage {

    private static final int ACROSS_MM = 150;
    private static final int DOWN_MM = 200;
    private static final int LEFT_MM = 25;
    private static final int TOP_MM = 70;

    private RulerPage() {}

    /** Writes the page. {@return the file} */
    public static Path write(Path file) throws IOException {
        StringBuilder marks = new StringBuilder();
        for (int mm = 0; mm <= ACROSS_MM; mm++) {
            mark(marks, LEFT_MM + mm, TOP_MM, 0.2, length(mm));
            if (mm % 10 == 0) {
                number(marks, LEFT_MM + mm - 5, TOP_MM - 5.5, mm);
            }
        }
        for (int mm = 0; mm <= DOWN_MM; mm++) {
            mark(marks, LEFT_MM, TOP_MM + mm, length(mm), 0.2);
            if (mm % 10 == 0 && mm > 0) {
                number(marks, LEFT_MM - 12, TOP_MM + mm - 2, mm);
            }
        }
        String html = Template.fromJar("/paper-templates/ruler.html")
                .fill(Map.of(
                        "marks", marks.toString(),
                        "across", String.valueOf(ACROSS_MM),
                        "down", String.valueOf(DOWN_MM)));
        return AtomicFile.write(file, Typesetter.pdf(html));
    }

    private static double length(int mm) {
        return mm % 10 == 0 ? 8 : mm % 5 == 0 ? 6 : 4;
    }

    /** A mark's middle lies on its millimetre, so it begins half its thickness before. */
    private static void mark(StringBuilder marks, double xMm, double yMm, double widthMm, double heightMm) {
        boolean upright = widthMm < heightMm;
        marks.append("<div class=\"mark\" style=\"left:%smm;top:%smm;width:%smm;height:%smm\"></div>"
                .formatted(upright ? xMm - 0.1 : xMm, upright ? yMm : yMm - 0.1, widthMm, heightMm));
    }

    private static void number(StringBuilder marks, double xMm, double yMm, int mm) {
        marks.append("<div class=\"number\" style=\"left:%smm;top:%smm\">%d</div>".formatted(xMm, yMm, mm));
    }
}
