package vn.kiemphieu.meeting;

import java.util.ArrayList;
import java.util.List;

/** Text from a clipboard as rows of cells: spreadsheets put tabs between cells, and quotes around one with a line break. */
final class PastedTable {

    /** Between a name and a position where nobody typed a tab. No name has one of these in it. */
    private static final String BETWEEN = "\\s*[|;,:]\\s*|\\s+[-–—]\\s+";

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private PastedTable(String text) {
        this.text = text;
    }

    static List<List<String>> rows(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n');
        if (text.contains("\t")) {
            return new PastedTable(text).rows();
        }
        return text.lines().map(line -> List.of(line.strip().split(BETWEEN, 2))).toList();
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            int closing = text.charAt(at) == '"' ? closing(at + 1) : -1;
            int end = closing < 0 ? endOfCell(at) : closing + 1;
            String cell = closing < 0
                    ? text.substring(at, end)
                    : text.substring(at + 1, closing).replace("\"\"", "\"");
            row.add(cell);
            if (end >= text.length() || text.charAt(end) == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
            at = end + 1;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private int endOfCell(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** {@return where the quote that was opened is closed; -1 where it was no opening quote after all} */
    private int closing(int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (!doubled) {
                    boolean atEnd = i + 1 == text.length() || "\t\n".indexOf(text.charAt(i + 1)) >= 0;
                    return atEnd ? i : -1;
                }
                i++;
            }
            i++;
        }
        return -1;
    }
}
