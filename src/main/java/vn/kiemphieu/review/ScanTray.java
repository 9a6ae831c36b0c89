package vn.kiemphieu.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * Puts files that came through the browser into {@code scans/}, whole or not at all. A name never leads out of the folder,
 * and nothing that lies there is written over: a file of the same name gets a number.
 */
final class ScanTray {

    /** File systems take 255 bytes; a Vietnamese letter has up to three. */
    private static final int LONGEST = 60;

    private static final int MOST_ALIKE = 1000;

    private final Path folder;

    ScanTray(Path folder) {
        this.folder = folder;
    }

    /** {@return how many files were put in} */
    int put(List<MultipartFile> files) throws IOException {
        Files.createDirectories(folder);
        int put = 0;
        for (MultipartFile file : files) {
            if (!file.isEmpty()
                    && put(
                            file,
                            name(Optional.ofNullable(file.getOriginalFilename()).orElse("")))) {
                put++;
            }
        }
        return put;
    }

    /**
     * Copies every file of a folder of this machine; what lies in folders below it stays there.
     *
     * @return how many files were put in; empty where there is no such folder, or it is the folder of scans itself
     */
    OptionalInt putAllOf(Path from) throws IOException {
        Files.createDirectories(folder);
        if (!from.isAbsolute() || !Files.isDirectory(from) || Files.isSameFile(from, folder)) {
            return OptionalInt.empty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(file -> Files.isRegularFile(file) && !isHidden(file))
                    .sorted()
                    .toList();
        }
        int put = 0;
        for (Path file : files) {
            put += put(() -> Files.newInputStream(file), name(String.valueOf(file.getFileName()))) ? 1 : 0;
        }
        return OptionalInt.of(put);
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private boolean put(InputStreamSource file, String name) throws IOException {
        // Outside the folder of scans, which a count may be reading at this moment.
        Path whole = Files.createTempFile(folder.toAbsolutePath().getParent(), ".arriving-", "");
        try {
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            }
            for (int i = 1; i <= MOST_ALIKE; i++) {
                if (moved(whole, folder.resolve(i == 1 ? name : numbered(name, i)))) {
                    return true;
                }
            }
            return false;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static boolean moved(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** {@return the last part of the name, with nothing in it that a file system could take for something else} */
    static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String safe = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._ -]+", "_")
                .replaceFirst("^[. ]+", "");
        if (safe.length() > LONGEST) {
            safe = safe.substring(safe.length() - LONGEST);
        }
        return safe.isBlank() ? "scan" : safe;
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? "%s (%d)".formatted(name, number)
                : "%s (%d)%s".formatted(name.substring(0, dot), number, name.substring(dot));
    }
}
