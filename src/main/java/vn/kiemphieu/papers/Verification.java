package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds what lies in {@code results/} against what a fresh count says, and against its own sums. */
public final class Verification {

    private static final List<String> TABLES = List.of("ballots.csv", "readings.csv", "tally.json", "tally.csv");

    /** What may be wrong with a file. */
    public enum Kind {
        /** It is not there: {@code file}. */
        MISSING,
        /** It says something else than the ledger: {@code file, line, what it says, what it should say}. */
        SAYS_OTHERWISE,
        /** It cannot be read: {@code file, why}. */
        UNREADABLE,
        /** Its bytes are others than when the count was closed: {@code file}. */
        CHANGED,
        /** It was put there after the count was closed: {@code file}. */
        ADDED
    }

    /** One difference; its sentence stands in the texts. */
    public record Difference(Kind kind, List<String> details) {

        public Difference {
            details = List.copyOf(details);
        }

        static Difference of(Kind kind, String... details) {
            return new Difference(kind, List.of(details));
        }

        /** {@return the key of its sentence in the texts} */
        public String key() {
            return "papers.verify." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return what the sentence's placeholders stand for} */
        public Object[] values() {
            return details.toArray();
        }
    }

    private Verification() {}

    /** {@return the account as the closed papers tell it: with the digits of the list that lies there now} */
    public static Account closed(Account account, Path results) throws IOException {
        return Files.exists(results.resolve(Sums.LIST)) ? account.closed(Sums.digits(results)) : account;
    }

    /**
     * {@return whatever says otherwise; the tables always, the papers where there are any}
     *
     * @param fresh a folder with the tables of a fresh count; the papers are typed into it
     */
    public static List<Difference> against(Account account, Path results, Path fresh) throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (String table : TABLES) {
            compare(results, fresh, table).ifPresent(differences::add);
        }
        if (hasPapers(results)) {
            for (Path paper : Papers.write(account, fresh)) {
                compare(results, fresh, paper.getFileName().toString()).ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static boolean hasPapers(Path results) throws IOException {
        return Files.isDirectory(results) && Sums.covered(results).stream().anyMatch(Papers::isPaper);
    }

    private static Optional<Difference> compare(Path results, Path fresh, String name) throws IOException {
        if (!Files.exists(results.resolve(name))) {
            return Optional.of(Difference.of(Kind.MISSING, name));
        }
        List<String> expected = WrittenText.of(fresh.resolve(name));
        List<String> found;
        try {
            found = WrittenText.of(results.resolve(name));
        } catch (IOException | RuntimeException e) {
            // POI and PDFBox have no common type for a file that is not what its name says.
            return Optional.of(Difference.of(Kind.UNREADABLE, name, String.valueOf(e.getMessage())));
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String is = i < found.size() ? found.get(i) : "";
            String should = i < expected.size() ? expected.get(i) : "";
            if (!is.equals(should) || i >= found.size() || i >= expected.size()) {
                return Optional.of(Difference.of(Kind.SAYS_OTHERWISE, name, String.valueOf(i + 1), is, should));
            }
        }
        return Optional.empty();
    }

    /**
     * {@return whatever is otherwise than when the count was closed}
     *
     * @param sums the hash of the second list, as the ledger keeps it
     */
    public static List<Difference> againstSums(Path results, String sums) throws IOException {
        List<Difference> differences = new ArrayList<>();
        Path last = results.resolve(Sums.LIST_OF_MINUTES);
        if (!Files.exists(last)) {
            differences.add(Difference.of(Kind.MISSING, Sums.LIST_OF_MINUTES));
        } else if (!Sums.sum(last).equals(sums)) {
            differences.add(Difference.of(Kind.CHANGED, Sums.LIST_OF_MINUTES));
        }
        Set<String> listed = new TreeSet<>();
        for (String list : List.of(Sums.LIST, Sums.LIST_OF_MINUTES)) {
            for (Map.Entry<String, String> line :
                    Sums.read(results.resolve(list)).entrySet()) {
                listed.add(line.getKey());
                Path file = results.resolve(line.getKey());
                if (!Files.isRegularFile(file)) {
                    differences.add(Difference.of(Kind.MISSING, line.getKey()));
                } else if (!Sums.sum(file).equals(line.getValue())) {
                    differences.add(Difference.of(Kind.CHANGED, line.getKey()));
                }
            }
        }
        for (String name : Sums.covered(results)) {
            if (!listed.contains(name)) {
                differences.add(Difference.of(Kind.ADDED, name));
            }
        }
        return differences;
    }
}
