package vn.kiemphieu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that whoever opens it finds the old one or the new one, never half of it, whenever the machine stops. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes text as it comes. */
    public interface Text {

        void writeTo(Writer out) throws IOException;
    }

    /** Replaces the file. {@return the file} */
    public static Path write(Path file, Text text) throws IOException {
        Path beside = beside(file);
        try {
            try (FileChannel channel = open(beside)) {
                Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                text.writeTo(out);
                out.flush();
                channel.force(true);
            }
            return replace(beside, file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Replaces the file. {@return the file} */
    public static Path write(Path file, byte[] bytes) throws IOException {
        Path beside = beside(file);
        try {
            try (FileChannel channel = open(beside)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            return replace(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path beside(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private static Path replace(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
