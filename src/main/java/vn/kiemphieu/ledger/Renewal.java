package vn.kiemphieu.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes a ledger as a whole: the change is made in a fresh file, which then takes the old one's place in one step. Whoever is
 * struck down meanwhile leaves the old one as it was, or none.
 */
final class Renewal {

    private static final String ENDING = ".mv.db";

    /** H2 writes this into the first block of a file that it closes, and takes it out with the next change. */
    private static final String CLOSED_IN_ORDER = ",clean:1,";

    private static final int FIRST_BLOCK = 4096;

    private final Function<Path, DataSource> opened;
    private final Path file;
    private final Path fresh;
    private final Path words;

    /**
     * @param file without the ending {@code .mv.db}
     * @param opened the ledger in a file
     */
    Renewal(Path file, Function<Path, DataSource> opened) {
        this.opened = opened;
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + "-renewed");
        this.words = file.resolveSibling(file.getFileName() + "-renewed.sql");
    }

    /**
     * Writes a ledger anew that was not closed in order: killed, or on a full disk. H2 saves its tables one after the other, so
     * the last save of a process that was struck down may hold a row without the note that its transaction was still open.
     * Whoever changes that row waits for the end of a transaction that is long gone, for ever. Reading is not misled by it, so
     * all that can be read is copied.
     */
    void ifNotClosedInOrder() throws IOException {
        clear();
        if (!Files.exists(database(file)) || closedInOrder(file)) {
            return;
        }
        try {
            // Not closed in order this time either: if this run is struck down, too, the next one begins anew.
            run(opened.apply(file), "SCRIPT TO ?", "SHUTDOWN IMMEDIATELY");
            run(opened.apply(fresh), "RUNSCRIPT FROM ?", "SHUTDOWN");
            putInPlace();
        } finally {
            clear();
        }
    }

    /**
     * Makes the tables, or brings older ones up to date. H2 cannot take back half a step of that.
     *
     * @param step changes the tables of a ledger that is not in use
     */
    void migrate(Consumer<DataSource> step) throws IOException {
        clear();
        try {
            if (Files.exists(database(file))) {
                Files.copy(database(file), database(fresh));
            }
            DataSource ledger = opened.apply(fresh);
            step.accept(ledger);
            new JdbcTemplate(ledger).execute("SHUTDOWN");
            putInPlace();
        } finally {
            clear();
        }
    }

    private void putInPlace() throws IOException {
        if (!closedInOrder(fresh)) {
            throw new IOException("Could not be written whole: " + database(fresh));
        }
        Files.move(
                database(fresh), database(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void run(DataSource database, String copying, String closing) {
        new JdbcTemplate(database).execute((ConnectionCallback<Boolean>) connection -> {
            try (PreparedStatement copy = connection.prepareStatement(copying);
                    Statement close = connection.createStatement()) {
                copy.setString(1, words.toString());
                copy.execute();
                return close.execute(closing);
            }
        });
    }

    private static boolean closedInOrder(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(database(file))) {
            return new String(in.readNBytes(FIRST_BLOCK), StandardCharsets.ISO_8859_1).contains(CLOSED_IN_ORDER);
        }
    }

    /** What a renewal left behind that was itself struck down. */
    private void clear() throws IOException {
        Files.deleteIfExists(words);
        Files.deleteIfExists(database(fresh));
    }

    static Path database(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }
}
