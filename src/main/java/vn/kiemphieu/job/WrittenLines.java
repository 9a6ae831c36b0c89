package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.intake.PageId;

/**
 * The pages that stand in a written {@code ballots.csv}. It knows nothing of how the file was written: a proof that asks
 * the writer proves nothing.
 */
final class WrittenLines {

    private WrittenLines() {}

    static List<PageId> of(Path ballots) throws IOException {
        List<PageId> pages = new ArrayList<>();
        for (List<String> record : records(Files.readString(ballots, StandardCharsets.UTF_8))) {
            if (!record.get(1).equals("page")) {
                pages.add(new PageId(record.get(0), Integer.parseInt(record.get(1))));
            }
        }
        return pages;
    }

    /** RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. */
    private static List<List<String>> records(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records;
    }
}
