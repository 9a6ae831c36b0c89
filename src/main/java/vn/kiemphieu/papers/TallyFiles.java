package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;

/**
 * The sums for other programs: {@code tally.json} and, one line for each official, {@code tally.csv}. Both hold the same
 * figures under the same names; what nobody has entered yet is null in the one and empty in the other, never 0.
 */
public final class TallyFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TallyFiles() {}

    /** Writes both files. {@return them} */
    public static List<Path> write(Path results, Tally tally, Books books) throws IOException {
        Map<String, @Nullable Object> sums = sums(tally, books);
        List<Map<String, Object>> officials =
                tally.officials().stream().map(TallyFiles::official).toList();
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(sums);
        whole.put("open", books.open().stream().map(line -> line.check().name()).toList());
        whole.put("officials", officials);
        String json = JSON.writeValueAsString(whole) + "\n";
        return List.of(
                AtomicFile.write(results.resolve("tally.json"), out -> out.write(json)),
                AtomicFile.write(results.resolve("tally.csv"), out -> {
                    out.write(Csv.BYTE_ORDER_MARK + header(officials.get(0), sums));
                    for (Map<String, Object> official : officials) {
                        out.write(line(official, sums));
                    }
                }));
    }

    private static Map<String, @Nullable Object> sums(Tally tally, Books books) {
        Map<String, @Nullable Object> sums = new LinkedHashMap<>();
        sums.put("rules", tally.rules());
        sums.put("final", books.balance());
        sums.put("summoned", known(tally.attendance().summoned()));
        sums.put("present", known(tally.attendance().present()));
        sums.put("quorum_met", tally.attendance().quorum());
        sums.put("issued", known(tally.ballots().issued()));
        sums.put("collected", known(tally.ballots().collected()));
        sums.put("exchanged", tally.ballots().exchanged());
        sums.put("scanned", tally.scanned());
        sums.put("valid", tally.valid());
        sums.put("invalid", tally.invalid());
        sums.put("in_review", tally.inReview());
        return sums;
    }

    private static @Nullable Integer known(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static Map<String, Object> official(OfficialTally tally) {
        Map<String, Object> official = new LinkedHashMap<>();
        official.put("row", tally.number());
        official.put("official", tally.official().name());
        official.put("position", tally.official().position());
        official.put("valid", tally.valid());
        official.put("invalid", tally.invalid());
        official.put("in_review", tally.inReview());
        for (Level level : Level.values()) {
            official.put(word(level), tally.votes(level));
        }
        for (Level level : Level.values()) {
            official.put(word(level) + "_percent", tally.share(level).withPoint());
        }
        return official;
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The sums of the whole meeting stand on every line, so that the file stays one plain table. */
    private static String header(Map<String, Object> official, Map<String, @Nullable Object> sums) {
        List<Object> names = new ArrayList<>(official.keySet());
        sums.keySet().forEach(name -> names.add(official.containsKey(name) ? "ballots_" + name : name));
        return Csv.line(names.toArray());
    }

    private static String line(Map<String, Object> official, Map<String, @Nullable Object> sums) {
        List<Object> values = new ArrayList<>(official.values());
        sums.values().forEach(value -> values.add(value == null ? "" : value));
        return Csv.line(values.toArray());
    }
}
