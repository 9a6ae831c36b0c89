package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.kiemphieu.papers.AtomicFile;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * The folder {@code results/flagged/}: one picture for every scanned ballot that is invalid or for review, and no other. A
 * picture whose ballot came out as before is not drawn again; which those are stands in an index beside the folder, which
 * names a picture only when all are written.
 */
final class FlaggedFolder {

    private final Path folder;
    private final Path index;
    private final String basis;
    private final Map<String, String> wanted = new TreeMap<>();

    FlaggedFolder(Path results, String basis) {
        this.folder = results.resolve("flagged");
        this.index = results.resolve(".flagged");
        this.basis = basis;
    }

    /** Takes away what is no longer right. {@return the ballots whose picture has to be drawn} */
    List<RuledBallot> plan(List<RuledBallot> ballots) throws IOException {
        Map<String, String> before = readIndex();
        Map<String, String> kept = new TreeMap<>();
        List<RuledBallot> toDraw = new ArrayList<>();
        wanted.clear();
        for (RuledBallot ballot : ballots) {
            if (isFlagged(ballot.ruling()) && !ballot.ruling().pages().isEmpty()) {
                String looks = looks(ballot.ruling());
                wanted.put(ballot.id(), looks);
                if (looks.equals(before.get(ballot.id())) && Files.exists(file(ballot.id()))) {
                    kept.put(ballot.id(), looks);
                } else {
                    toDraw.add(ballot);
                }
            }
        }
        writeIndex(kept);
        removeAllBut(kept);
        return toDraw;
    }

    /** Keeps a picture. */
    void put(String ballot, byte[] jpeg) throws IOException {
        AtomicFile.write(file(ballot), jpeg);
    }

    /** Every picture that was wanted is there. */
    void finish() throws IOException {
        writeIndex(wanted);
    }

    private static boolean isFlagged(Ruling ruling) {
        return ruling.status() == Status.INVALID || ruling.status() == Status.REVIEW;
    }

    /** Everything that the picture shows: what was read is told by the basis and the pages. */
    private String looks(Ruling ruling) {
        StringBuilder looks = new StringBuilder(basis)
                .append(ruling.pages())
                .append(ruling.status())
                .append(new TreeSet<>(ruling.reasons()));
        ruling.rows()
                .forEach(row -> looks.append(row.official())
                        .append(row.status())
                        .append(row.vote())
                        .append(new TreeSet<>(row.reasons())));
        return Basis.sha256(looks.toString());
    }

    private Path file(String ballot) {
        return folder.resolve(ballot + ".jpg");
    }

    private void removeAllBut(Map<String, String> kept) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String ballot =
                        Objects.requireNonNull(file.getFileName()).toString().replace(".jpg", "");
                if (!kept.containsKey(ballot)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Map<String, String> readIndex() throws IOException {
        Map<String, String> drawn = new HashMap<>();
        if (Files.exists(index)) {
            for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
                String[] parts = line.split(" ", 2);
                drawn.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return drawn;
    }

    private void writeIndex(Map<String, String> drawn) throws IOException {
        AtomicFile.write(index, out -> {
            for (Map.Entry<String, String> each : drawn.entrySet()) {
                out.write(each.getKey() + " " + each.getValue() + "\n");
            }
        });
    }
}
