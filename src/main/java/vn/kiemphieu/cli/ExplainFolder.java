package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.papers.AtomicFile;

/** The folder {@code results/explain/<scan>-<page>/}. What an earlier call left of the same page is taken away first. */
final class ExplainFolder {

    static final String AS_IT_CAME = "1-as-it-came.png";
    static final String STRAIGHTENED = "2-straightened.png";
    static final String DARKNESS = "3-darkness.png";
    static final String PRINT_AND_INK = "4-print-and-ink.png";
    static final String PIECES = "5-pieces.png";
    static final String FINDINGS = "6-findings.jpg";
    static final String WORDS = "explain.txt";

    private static final List<String> ALL =
            List.of(AS_IT_CAME, STRAIGHTENED, DARKNESS, PRINT_AND_INK, PIECES, FINDINGS, WORDS);

    /** File systems take 255 bytes; a Vietnamese letter has up to three. */
    private static final int LONGEST = 60;

    private final Path folder;

    private ExplainFolder(Path folder) {
        this.folder = folder;
    }

    static ExplainFolder of(Path results, PageId page) throws IOException {
        ExplainFolder explained =
                new ExplainFolder(results.resolve("explain").resolve(safe(page.scan()) + "-" + page.number()));
        for (String name : ALL) {
            Files.deleteIfExists(explained.folder.resolve(name));
        }
        return explained;
    }

    Path path() {
        return folder;
    }

    void put(String name, byte[] bytes) throws IOException {
        AtomicFile.write(folder.resolve(name), bytes);
    }

    void put(String name, String words) throws IOException {
        put(name, words.getBytes(StandardCharsets.UTF_8));
    }

    /** A name that any file system takes. One that had to be changed ends with what tells it from others changed alike. */
    static String safe(String scan) {
        String name = Normalizer.normalize(scan, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "_")
                .replaceFirst("^[._-]+", "_");
        if (name.length() > LONGEST) {
            name = name.substring(0, LONGEST);
        }
        return name.equals(scan) ? name : name + "-" + String.format(Locale.ROOT, "%08x", scan.hashCode());
    }
}
