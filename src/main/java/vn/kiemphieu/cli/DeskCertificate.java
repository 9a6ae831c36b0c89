package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.kiemphieu.review.Desk;

/**
 * The certificate under which the desk speaks to other machines: one of the office's own, or one that is made for this
 * start alone with the JDK's keytool. The browser warns of the latter; its fingerprint is compared by eye.
 */
final class DeskCertificate {

    /** The name of the environment variable with the key store's password. */
    private static final String PASSWORD = "KIEMPHIEU_CERTIFICATE_PASSWORD";

    private final Path meeting;

    DeskCertificate(Path meeting) {
        this.meeting = meeting;
    }

    Desk.Certificate given(Path file) {
        return new Desk.Certificate(
                file.toAbsolutePath(),
                Optional.ofNullable(System.getenv(PASSWORD)).orElse(""));
    }

    /** A new one for each start: a key that lies about is a key that somebody takes. */
    Desk.Certificate selfMade(String address) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Path folder = Files.createTempDirectory("kiemphieu-desk");
        Path file = folder.resolve("certificate.p12");
        file.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        boolean figures = address.matches("[0-9.]+|.*:.*");
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "7",
                        "-dname",
                        "CN=Kiem Phieu",
                        "-ext",
                        "SAN=" + (figures ? "ip:" : "dns:") + address,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(meeting.toAbsolutePath().toFile());
        keytool.environment().put(PASSWORD, password);
        if (keytool.start().waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        return new Desk.Certificate(file, password);
    }

    /** {@return the certificate's SHA-256, as browsers show it, so that people can compare} */
    static String fingerprint(Desk.Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(
                certificate.file().toFile(), certificate.password().toCharArray());
        byte[] encoded = store.getCertificate(store.aliases().nextElement()).getEncoded();
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }
}
