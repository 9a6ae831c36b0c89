package vn.kiemphieu.cli;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.words.Texts;

/** The sums as a table for the terminal. Letters with tones are one column wide, so lengths are columns. */
final class ResultTable {

    private final Texts texts;

    ResultTable(Texts texts) {
        this.texts = texts;
    }

    /** {@return the lines to show} */
    List<String> lines(Tally tally) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                texts.say("job.table.official"),
                texts.say("job.table.high"),
                texts.say("job.table.confidence"),
                texts.say("job.table.low"),
                texts.say("job.table.invalid"),
                texts.say("job.table.review")));
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
