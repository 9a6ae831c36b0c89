package vn.kiemphieu.job;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.kiemphieu.meeting.MeetingFolder;

/**
 * What pages are read against, as one SHA-256: the form, and the program's own way of reading. A page that was read
 * against another form, or by a program that read otherwise, is read again; old readings stay in the ledger and are not
 * mixed with new ones.
 */
final class Basis {

    /** The rooms that decide what is read on a page. */
    private static final List<String> READING_ROOMS =
            List.of("form", "intake", "meeting", "reading", "registration", "vision");

    private Basis() {}

    /** {@return the form alone} Its file names the SHA-256 of every blank page, so it stands for the whole form. */
    static String formOf(MeetingFolder folder) throws IOException {
        return HexFormat.of().formatHex(sha256().digest(formFile(folder)));
    }

    private static byte[] formFile(MeetingFolder folder) throws IOException {
        return Files.readAllBytes(folder.form().resolve("form.json"));
    }

    static String of(MeetingFolder folder) throws IOException {
        return of(folder, program());
    }

    /** @param program a jar, or the folder of its classes */
    static String of(MeetingFolder folder, Path program) throws IOException {
        MessageDigest digest = sha256();
        digest.update(formFile(folder));
        if (Files.isDirectory(program)) {
            digestRooms(program, digest);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                digestRooms(jar.getPath("/"), digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Classes, and what they have learnt: it lies among them. */
    private static void digestRooms(Path root, MessageDigest digest) throws IOException {
        for (String room : READING_ROOMS) {
            try (Stream<Path> files = Files.walk(root.resolve("vn/kiemphieu").resolve(room))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    try (InputStream in = Files.newInputStream(file)) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
        }
    }

    private static Path program() {
        try {
            URI place = Basis.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class that came from nowhere", e);
        }
    }

    /** {@return the SHA-256 of the text, in lower-case hex} */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
