package vn.kiemphieu.papers;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lines of a table that spreadsheets and programs read alike, after RFC 4180. Values stand as they are: a file whose name
 * begins with {@code =} is not renamed, because other programs look the file up by that name.
 */
final class Csv {

    /** Without it Excel takes UTF-8 for the system's code page, and Vietnamese letters are lost. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";

    private Csv() {}

    static String line(Object... values) {
        return Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String quoted(Object value) {
        String text = String.valueOf(value);
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
