package vn.kiemphieu.vision;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import vn.kiemphieu.form.PaperBox;

/**
 * A printed word that is no name: of the title, a head, a position, a note. It is found by how close letters stand; nothing is read. What is
 * printed in cells is left out, for there the voter's marks lie over it.
 *
 * @param printed where its letters are and what lies before and behind them, in pixels
 * @param gaps the pixels of the page between and around them that lie further from print than 0 pixels, 1, 2, …
 */
record OtherWord(Rect printed, int[][] gaps, PrintedLetters letters) {

    /** Dots, dashes and digits by themselves have no gaps that a stroke could fill. */
    private static final double LEAST_WIDTH_MM = 2.2;

    private static final double LEAST_HEIGHT_MM = 1.2;

    /** A stroke through a short word shows beside it as much as in it. Longer ends are pieces of ink by themselves. */
    private static final int ENDS_PX = 4;

    /**
     * {@return those of a form's page}
     *
     * @param words all that is printed there
     */
    static List<OtherWord> on(FormTemplate form, List<Rect> words) {
        List<PaperBox> taken = form.page.rows().stream()
                .flatMap(row -> Stream.concat(Stream.of(row.name()), row.cells().values().stream()))
                .toList();
        return words.stream()
                .filter(box -> box.width >= form.px(LEAST_WIDTH_MM) && box.height >= form.px(LEAST_HEIGHT_MM))
                .filter(box -> taken.stream().noneMatch(place -> place.contains(FormWords.middle(box))))
                .map(box -> of(form, box))
                .toList();
    }

    private static OtherWord of(FormTemplate form, Rect word) {
        Rect printed = form.grown(word, ENDS_PX, 0);
        return new OtherWord(
                printed, gaps(form, LineThroughPrint.around(form, printed)), PrintedLetters.of(form, List.of(word)));
    }

    private static int[][] gaps(FormTemplate form, Rect around) {
        return IntStream.rangeClosed(0, LineThroughPrint.MOST_GROWN_PX)
                .mapToObj(by -> gaps(form.printGrown(by), around))
                .toArray(int[][]::new);
    }

    private static int[] gaps(Mat print, Rect around) {
        byte[] row = new byte[around.width];
        return IntStream.range(around.y, around.y + around.height)
                .flatMap(y -> {
                    print.get(y, around.x, row);
                    return IntStream.range(0, row.length)
                            .filter(x -> row[x] == 0)
                            .map(x -> y * print.cols() + around.x + x);
                })
                .toArray();
    }
}
