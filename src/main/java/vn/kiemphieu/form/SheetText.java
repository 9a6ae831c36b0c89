package vn.kiemphieu.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kiemphieu.form.UnmarkedSheet.Reading;

/** The print of one sheet, cell by cell, each read at most once a way. */
final class SheetText {

    /** Half a ruled line and the slack beside it: a line in the picture is read as a letter. */
    private static final double RULE_MM = 0.6;

    private final UnmarkedSheet sheet;
    private final Map<PaperBox, Map<Reading, List<PrintedWord>>> read = new HashMap<>();

    SheetText(UnmarkedSheet sheet) {
        this.sheet = sheet;
    }

    List<PrintedWord> words(PaperBox cell, Reading reading) {
        if (cell.widthMm() <= 4 * RULE_MM || cell.heightMm() <= 4 * RULE_MM) {
            return List.of();
        }
        return read.computeIfAbsent(cell, c -> new HashMap<>())
                .computeIfAbsent(reading, r -> sheet.words(cell.grown(-RULE_MM), r));
    }

    String text(PaperBox cell) {
        return joined(words(cell, Reading.PLAIN));
    }

    static String joined(List<PrintedWord> words) {
        return words.stream().map(PrintedWord::text).collect(Collectors.joining(" "));
    }
}
