package vn.kiemphieu.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A full disk. Neither the JDK nor H2 has a type or a code for it alone, only the operating system's words. */
public final class FullDisk {

    private static final List<String> WORDS =
            List.of("no space left", "not enough space", "disk quota exceeded", "file too large");

    /** In bytes. What the ledger grows by in a few pages. */
    private static final int ROOM_TO_GROW = 1 << 20;

    private FullDisk() {}

    /** {@return whether it is what lies behind that failure, be it under the words of a framework} */
    public static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String words = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return whether it is what lies behind that failure of the ledger, whatever its words} After a failed write H2
     * goes on with what the file held before, and then misses something else; so the room itself is tried.
     *
     * @param database the ledger's file
     */
    static boolean isBehind(Throwable failure, Path database) {
        return isBehind(failure) || !hasRoom(database);
    }

    /** As much as it takes to write the ledger anew and to go on. */
    private static boolean hasRoom(Path database) {
        Path trial = database.resolveSibling(database.getFileName() + "-room");
        try {
            try (OutputStream out = Files.newOutputStream(trial)) {
                long bytes = ROOM_TO_GROW + (Files.exists(database) ? Files.size(database) : 0);
                byte[] block = new byte[ROOM_TO_GROW];
                for (long written = 0; written < bytes; written += block.length) {
                    out.write(block, 0, (int) Math.min(block.length, bytes - written));
                }
                return true;
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (IOException e) {
            return !isBehind(e);
        }
    }
}
