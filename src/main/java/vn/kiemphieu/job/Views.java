package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kiemphieu.ledger.PageKey;

/**
 * Straightened pages kept from reading until their ballot is drawn, so that they need not be laid over the form twice.
 * Only a help: a view that is missing costs time and nothing else. Those of an earlier run are not trusted, since it may
 * have died while it wrote one; none is left when the count is done.
 */
final class Views {

    /** As wide as a page stands in the drawn picture. */
    static final int WIDTH_PX = 1240;

    private final Path folder;
    private final String basis;

    Views(Path results, String basis) {
        this.folder = results.resolve(".views");
        this.basis = basis;
    }

    void keep(PageKey page, byte[] jpeg) throws IOException {
        Files.createDirectories(folder);
        Files.write(file(page), jpeg);
    }

    Optional<byte[]> find(PageKey page) throws IOException {
        Path file = file(page);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Path file(PageKey page) {
        String name = "%s-%d-%s.jpg".formatted(page.fileSha256(), page.number(), basis.substring(0, 16));
        return folder.resolve(name);
    }
}
