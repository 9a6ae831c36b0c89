package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.words.Texts;

/** The open desk. Serves its pages until it is closed; while it is open nobody else can open the meeting's ledger. */
public final class Desk implements AutoCloseable {

    /** Long enough that five guesses every five minutes get nowhere, short enough to be typed at night. */
    public static final int LEAST_PASSWORD = 8;

    /** The administrator's account name, by the contract of the commands. */
    public static final String ADMINISTRATOR = "admin";

    /** The web server speaks to the JDK's own log, which prints what nobody at the desk can use. Held, or it is forgotten. */
    private static final Logger SERVER_LOG = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;

    private Desk(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The folder that is opened, whatever is or is not in it yet, and the program that opens it. */
    public record Opened(MeetingFolder folder, Program program) {}

    /** The program's version, as the papers name it. */
    public record Program(String version) {}

    /**
     * Where the desk listens.
     *
     * @param port 0 for any that is free
     * @param certificate where people may come from other machines: the key store with the certificate
     */
    public record Place(String address, int port, Optional<Certificate> certificate) {}

    /** A key store of the kind PKCS#12. */
    public record Certificate(Path file, String password) {}

    /** {@return whether somebody may enter already, so that no first password is needed} */
    public static boolean hasAdministrator(Ledger ledger) {
        return ledger.accounts().all().stream()
                .anyMatch(account -> account.open() && account.role() == Role.ADMINISTRATOR);
    }

    /** Lets the first administrator in. */
    public static void letIn(Ledger ledger, String password, Clock clock) {
        String hash = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
        Account first = new Account(ADMINISTRATOR, ADMINISTRATOR, Role.ADMINISTRATOR, String.valueOf(hash), true);
        if (ledger.accounts().add(first)) {
            ledger.trail()
                    .add(
                            clock.instant(),
                            ADMINISTRATOR,
                            Role.ADMINISTRATOR,
                            List.of(new Deed.AccountMade(ADMINISTRATOR, ADMINISTRATOR, Role.ADMINISTRATOR)));
        }
    }

    /** Opens the desk. It takes the ledger over and closes it with itself. */
    public static Desk open(Opened opened, Ledger ledger, Place place, Texts texts, Clock clock) throws IOException {
        return open(opened, ledger, place, texts, Surroundings.usual(clock));
    }

    static Desk open(Opened opened, Ledger ledger, Place place, Texts texts, Surroundings surroundings)
            throws IOException {
        Office office = new Office(opened, ledger, surroundings.clock());
        ApplicationContextInitializer<GenericApplicationContext> given = context -> {
            context.registerBean(Office.class, () -> office);
            context.registerBean(Texts.class, () -> texts);
            context.registerBean(MeetingFolder.class, opened::folder);
            context.registerBean(Program.class, opened::program);
            context.registerBean(Surroundings.class, () -> surroundings);
        };
        // Its own logging would take the place of ours and print to standard output.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SERVER_LOG.setLevel(Level.OFF);
        return new Desk(new SpringApplicationBuilder(DeskRooms.class)
                .web(WebApplicationType.SERVLET)
                .initializers(given)
                .properties(properties(place, surroundings))
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .run());
    }

    private static Map<String, Object> properties(Place place, Surroundings surroundings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", place.address());
        properties.put("server.port", place.port());
        properties.put("server.shutdown", "graceful");
        properties.put("server.servlet.session.timeout", "30m");
        properties.put("server.servlet.session.cookie.same-site", "strict");
        properties.put("server.servlet.session.cookie.http-only", "true");
        properties.put("server.servlet.session.tracking-modes", "cookie");
        properties.put("spring.web.resources.static-locations", "classpath:/desk-files/");
        properties.put("spring.thymeleaf.prefix", "classpath:/desk-pages/");
        properties.put(
                "spring.servlet.multipart.max-file-size",
                surroundings.largestFile().toBytes() + "B");
        properties.put(
                "spring.servlet.multipart.max-request-size",
                surroundings.largestRequest().toBytes() + "B");
        properties.put("spring.servlet.multipart.resolve-lazily", "true");
        // Read to its end also where it is refused, or the browser shows a broken line instead of the reason.
        properties.put("server.tomcat.max-swallow-size", "-1");
        // Three fields for each of sixty officials, or the scans of an evening as files of one page.
        properties.put("server.tomcat.max-part-count", "2000");
        properties.put("server.tomcat.max-parameter-count", "2000");
        properties.put("spring.main.register-shutdown-hook", "true");
        place.certificate().ifPresent(certificate -> {
            properties.put("server.ssl.key-store", certificate.file().toUri().toString());
            properties.put("server.ssl.key-store-password", certificate.password());
            properties.put("server.ssl.key-store-type", "PKCS12");
            properties.put("server.servlet.session.cookie.secure", "true");
        });
        return properties;
    }

    /** {@return the port it listens on} */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** {@return one of the things that the desk is made of} */
    <T> T part(Class<T> kind) {
        return context.getBean(kind);
    }

    /** Waits until the desk is closed. */
    public void waitForTheEnd() throws InterruptedException {
        while (context.isActive()) {
            Thread.sleep(500);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
