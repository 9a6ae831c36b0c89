package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of every file in {@code results/}, in two lists that {@code sha256sum -c} checks. The first covers all but the
 * minutes, which carry the hash of that list and so cannot stand in it; the second covers the minutes and the first list.
 */
public final class Sums {

    /** Everything but the minutes. Its own hash stands on them. */
    static final String LIST = "SHA256SUMS";

    /** The minutes, and {@link #LIST}. Its own hash stands in the ledger. */
    static final String LIST_OF_MINUTES = "SHA256SUMS.bien-ban";

    private static final int DIGITS_ON_PAPER = 16;

    private Sums() {}

    /** Writes the first list. {@return the digits of its hash that the minutes carry} */
    public static String writeList(Path results) throws IOException {
        write(
                results,
                LIST,
                covered(results).stream()
                        .filter(name -> !Papers.carriesTheHash(name))
                        .toList());
        return digits(results);
    }

    /** Writes the second list. {@return its whole hash} */
    public static String writeListOfMinutes(Path results) throws IOException {
        List<String> names = new ArrayList<>(List.of(LIST));
        covered(results).stream().filter(Papers::carriesTheHash).forEach(names::add);
        write(results, LIST_OF_MINUTES, names);
        return sum(results.resolve(LIST_OF_MINUTES));
    }

    static String digits(Path results) throws IOException {
        return sum(results.resolve(LIST)).substring(0, DIGITS_ON_PAPER);
    }

    private static void write(Path results, String list, List<String> names) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(sum(results.resolve(name))).append("  ").append(name).append('\n');
        }
        AtomicFile.write(results.resolve(list), out -> out.write(lines.toString()));
    }

    /** {@return every file under the folder but the lists, with {@code /}, in the order of the names} */
    static List<String> covered(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> results.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(LIST) && !name.equals(LIST_OF_MINUTES))
                    .sorted()
                    .toList();
        }
    }

    /** {@return what a list says, by name; empty where there is no list} */
    static Map<String, String> read(Path list) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        if (Files.exists(list)) {
            // A line of another shape says nothing; that somebody wrote it is seen by the list's own hash.
            for (String line : Files.readAllLines(list)) {
                int gap = line.indexOf("  ");
                if (gap > 0) {
                    sums.put(line.substring(gap + 2), line.substring(0, gap));
                }
            }
        }
        return sums;
    }

    static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
