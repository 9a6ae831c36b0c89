package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.kiemphieu.papers.Papers;

/** Keeps what a closed count left, before the count goes on: the papers that were signed lie in nobody's way, but there. */
final class ClosedResults {

    private static final String FOLDER = "closed-";

    private ClosedResults() {}

    /** Copies the results into the next free folder and takes the papers and sums away above. {@return that folder} */
    static Path keep(Path results) throws IOException {
        int number = 1;
        while (Files.exists(results.resolve(FOLDER + number))) {
            number++;
        }
        Path kept = results.resolve(FOLDER + number);
        List<Path> files;
        try (Stream<Path> all = Files.walk(results)) {
            files = all.filter(Files::isRegularFile)
                    .map(results::relativize)
                    .filter(file -> !file.getName(0).toString().startsWith(FOLDER))
                    .toList();
        }
        for (Path file : files) {
            Path to = kept.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(results.resolve(file), to);
        }
        for (Path file : files) {
            if (file.getNameCount() == 1 && Papers.belongsToAClosedCount(file.toString())) {
                Files.delete(results.resolve(file));
            }
        }
        return kept;
    }
}
