package vn.kiemphieu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of files, and their fingerprints. */
final class ScanBytes {

    /** Of one image, packed or not: a sheet of A3 in colour at 600 dpi has 210 million bytes unpacked. */
    static final int LIMIT = 256 << 20;

    private ScanBytes() {}

    static byte[] whole(Path file) throws IOException, Refused {
        long size = Files.size(file);
        if (size == 0) {
            throw new Refused(Reason.EMPTY);
        }
        if (size > LIMIT) {
            throw new Refused(Reason.TOO_HEAVY, size >> 20, LIMIT >> 20);
        }
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than there should be shows a file that grows.
            byte[] bytes = in.readNBytes((int) size + 1);
            if (bytes.length != size) {
                throw new Refused(Reason.CHANGING);
            }
            return bytes;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
