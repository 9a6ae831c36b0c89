package vn.kiemphieu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of text for a terminal: names at the left, figures set flush right, a rule under the head and over the sum. */
final class Columns {

    private Columns() {}

    /** {@return one line of text for each line of cells, and the two rules} */
    static List<String> of(List<String> head, List<List<String>> body, List<String> sum) {
        int[] widths = new int[head.size()];
        Stream.concat(Stream.of(head, sum), body.stream()).forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        List<String> table = new ArrayList<>();
        table.add(aligned(head, widths));
        String rule = "─".repeat(table.get(0).length());
        table.add(rule);
        body.forEach(line -> table.add(aligned(line, widths)));
        table.add(rule);
        table.add(aligned(sum, widths));
        return table;
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - line.get(i).length());
            text.append(i == 0 ? line.get(i) + pad : "  " + pad + line.get(i));
        }
        return text.toString();
    }
}
