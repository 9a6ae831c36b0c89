package vn.kiemphieu.cli;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.words.Texts;

/** The sums as a table for the terminal. Letters with tones are one column wide, so lengths are columns. */
final class ResultTable {

    private static final List<String> HEADS = List.of(
            "job.table.official",
            "job.table.high",
            "job.table.confidence",
            "job.table.low",
            "job.table.invalid",
            "job.table.review");

    private final Texts texts;

    ResultTable(Texts texts) {
        this.texts = texts;
    }

    /** {@return the lines to show} */
    List<String> lines(Tally tally) {
        List<List<String>> rows = new ArrayList<>(heads());
        for (OfficialTally official : tally.officials()) {
            rows.add(List.of(
                    official.number() + ".",
                    official.official().name(),
                    votes(official, Level.HIGH),
                    votes(official, Level.CONFIDENCE),
                    votes(official, Level.LOW),
                    String.valueOf(official.invalid()),
                    String.valueOf(official.inReview())));
        }
        return aligned(rows);
    }

    /** A head in two parts stands on two lines: on one, the table would be wider than most terminals. */
    private List<List<String>> heads() {
        List<String> heads = HEADS.stream().map(texts::say).toList();
        List<String> upper = new ArrayList<>(List.of(""));
        List<String> lower = new ArrayList<>(List.of(""));
        for (String head : heads) {
            int cut = head.indexOf('\n');
            upper.add(head.substring(0, Math.max(0, cut)));
            lower.add(head.substring(cut + 1));
        }
        return upper.stream().allMatch(String::isEmpty) ? List.of(lower) : List.of(upper, lower);
    }

    private String votes(OfficialTally official, Level level) {
        String share = texts.locale().getLanguage().equals("en")
                ? official.share(level).withPoint()
                : official.share(level).withComma();
        return "%d (%s%%)".formatted(official.votes(level), share);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                boolean words = i == 1;
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ").append(words ? row.get(i) + pad : pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
