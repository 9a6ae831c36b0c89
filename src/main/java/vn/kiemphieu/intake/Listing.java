package vn.kiemphieu.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** Everything that lies in a folder and below it, in natural order, links not followed. A folder that cannot be opened is listed like a file. */
final class Listing {

    /** What was found under one name: a file, or why it can be none. */
    record Entry(
            Path path, @org.jspecify.annotations.Nullable Refusal refusal) {}

    private Listing() {}

    static Map<String, Entry> of(Path folder) throws IOException {
        Map<String, Entry> found = new TreeMap<>(new NaturalOrder());
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                put(file, attributes.isRegularFile() ? null : Refusal.of(Reason.LINK));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                boolean gone = e instanceof NoSuchFileException;
                put(file, gone ? Refusal.of(Reason.VANISHED) : Refusal.of(Reason.UNREADABLE, reason(e)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException e) {
                if (e != null) {
                    put(directory, Refusal.of(Reason.UNREADABLE, reason(e)));
                }
                return FileVisitResult.CONTINUE;
            }

            private void put(Path file, @org.jspecify.annotations.Nullable Refusal refusal) {
                Path relative = folder.relativize(file);
                String scan = relative.toString().replace(file.getFileSystem().getSeparator(), "/");
                Refusal last = refusal == null && !canBeFoundAgain(folder, scan) ? Refusal.of(Reason.NAME) : refusal;
                while (found.containsKey(scan)) {
                    // Two names that read alike on this machine: both are listed, none is taken.
                    last = Refusal.of(Reason.NAME);
                    scan += "?";
                }
                found.put(scan, new Entry(file, last));
            }
        });
        return found;
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    /** Where the system's character set lacks a letter, a name read from the disk does not lead back to its file. */
    private static boolean canBeFoundAgain(Path folder, String scan) {
        try {
            return Files.exists(folder.resolve(scan), LinkOption.NOFOLLOW_LINKS);
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }
}
