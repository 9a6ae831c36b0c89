package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table that spreadsheets and programs read alike, after RFC 4180. Values stand as they are: a file whose name
 * begins with {@code =} is not renamed, because other programs look the file up by that name.
 */
public final class Csv {

    /** Without it Excel takes UTF-8 for the system's code page, and Vietnamese letters are lost. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";

    private Csv() {}

    /** Writes a whole table, or nothing of it. {@return the file} */
    public static Path write(Path file, List<List<String>> lines) throws IOException {
        String text =
                lines.stream().map(line -> line(line.toArray())).collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
        return AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

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
