package vn.kiemphieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.review.Desk;
import vn.kiemphieu.words.Texts;

/** What keeps the desk shut: a trail that was bent, no password, no certificate. */
class DeskLocksTest {

    @TempDir
    private Path dir;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of("sample-scans/meeting.yaml"), dir.resolve("meeting.yaml"));
        Files.createDirectories(dir.resolve("form"));
        for (String part : List.of("form.json", "page-1.png")) {
            Files.copy(Path.of("sample-scans/form", part), dir.resolve("form").resolve(part));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5})
    void openOnNoTrailWithAChangedByteAndSayWhichLine(long line) throws IOException {
        try (Ledger ledger = Ledger.open(dir.resolve("ledger"), 1)) {
            for (int i = 0; i < 5; i++) {
                ledger.trail()
                        .add(Instant.EPOCH, "hoa", Role.MEMBER, List.of(new Deed.Sent("A", "a".repeat(64), "rõ " + i)));
            }
            assertThat(JdbcClient.create(ledger.dataSource())
                            .sql("UPDATE trail SET body = REPLACE(body, 'hoa', 'hoà') WHERE number = ?")
                            .param(line)
                            .update())
                    .isEqualTo(1);
        }
        assertThat(review()).isEqualTo(1);
        assertThat(said.toString()).contains("òng " + line).doesNotContain("Exception");
    }

    @Test
    void openForNobodyWithoutAPassword() throws IOException {
        assertThat(review()).isEqualTo(1);
        assertThat(said.toString()).contains("KIEMPHIEU_ADMIN_PASSWORD");
        try (Ledger ledger = Ledger.open(dir.resolve("ledger"), 1)) {
            assertThat(ledger.accounts().all()).isEmpty();
        }
    }

    @Test
    void speakOnlyInSecretUnderACertificate() throws Exception {
        Desk.Certificate made = new DeskCertificate(dir).selfMade("127.0.0.1");
        OpenMeeting open = OpenMeeting.open(dir, Texts.VIETNAMESE);
        Ledger ledger = Ledger.open(open.folder().ledger(), 2);
        try (Desk desk = Desk.open(
                new Desk.Opened(open.folder(), new Desk.Program("test")),
                ledger,
                new Desk.Place("127.0.0.1", 0, Optional.of(made)),
                Texts.VIETNAMESE,
                Clock.systemUTC())) {
            HttpClient browser =
                    HttpClient.newBuilder().sslContext(trusting(made)).build();
            HttpResponse<String> secret = browser.send(at("https", desk.port()), BodyHandlers.ofString());
            assertThat(secret.statusCode()).isEqualTo(200);
            assertThat(secret.headers().firstValue("set-cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Strict"));
            assertThat(secret.headers().firstValue("strict-transport-security")).isPresent();
            HttpResponse<String> open80 = browser.send(at("http", desk.port()), BodyHandlers.ofString());
            assertThat(open80.statusCode()).isEqualTo(400);
            assertThat(open80.body()).doesNotContain("password");
        }
    }

    private static HttpRequest at(String scheme, int port) {
        return HttpRequest.newBuilder(URI.create("%s://127.0.0.1:%d/login".formatted(scheme, port)))
                .GET()
                .build();
    }

    private static SSLContext trusting(Desk.Certificate made) throws Exception {
        KeyStore store =
                KeyStore.getInstance(made.file().toFile(), made.password().toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", store.getCertificate("desk"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private int review() {
        PrintWriter to = new PrintWriter(said, true);
        return KiemPhieu.run(to, to, "review", dir.toString(), "--port", "0");
    }
}
