package vn.kiemphieu.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.Trail;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.review.Desk;

/** Opens the desk in the browser and serves it until it is stopped. */
@Command(name = "review")
final class ReviewCommand implements Callable<Integer> {

    /** The name of the environment variable by which a first password is given without a question. */
    private static final String PASSWORD = "KIEMPHIEU_ADMIN_PASSWORD";

    /** Beside the threads that count, people ask for pages. */
    private static final int THREADS_FOR_PAGES = 8;

    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Option(names = "--port", paramLabel = "P", descriptionKey = "port", defaultValue = "8745")
    private int port;

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "listen", defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "certificate")
    private @Nullable Path certificate;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > HIGHEST_PORT) {
            throw console.wrongValue("--port", String.valueOf(port));
        }
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            throw new Failure(console.say("review.no-folder", dir));
        }
        MeetingFolder folder = new MeetingFolder(dir);
        if (!Files.exists(folder.meetingFile())) {
            console.tell(console.say("review.new-meeting", dir));
        }
        Desk.Place place = place();
        try (Desk desk = opened(folder, place)) {
            String scheme = place.certificate().isPresent() ? "https" : "http";
            console.tell(console.say("review.open", "%s://%s:%d/".formatted(scheme, shown(), desk.port())));
            if (place.certificate().isPresent()) {
                String fingerprint =
                        DeskCertificate.fingerprint(place.certificate().get());
                console.tell(console.say("review.fingerprint", fingerprint));
            }
            desk.waitForTheEnd();
        }
        return 0;
    }

    private Desk opened(MeetingFolder folder, Desk.Place place) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors() + THREADS_FOR_PAGES;
        Ledger ledger = OpenLedger.of(folder, threads, console.texts());
        boolean handedOver = false;
        try {
            Trail.Proof proof = ledger.trail().proof();
            if (!proof.whole()) {
                throw new Failure(console.say("job.trail-broken", String.valueOf(proof.broken())));
            }
            if (!Desk.hasAdministrator(ledger)) {
                Desk.letIn(ledger, firstPassword(), Clock.systemUTC());
            }
            Desk desk = Desk.open(
                    new Desk.Opened(folder, new Desk.Program(KiemPhieu.Version.number())),
                    ledger,
                    place,
                    console.texts(),
                    Clock.systemUTC());
            handedOver = true;
            return desk;
        } catch (RuntimeException e) {
            throw portTaken(e) ? new Failure(console.say("review.port-taken", String.valueOf(port))).causedBy(e) : e;
        } finally {
            if (!handedOver) {
                ledger.close();
            }
        }
    }

    private String firstPassword() {
        Optional<String> given = Optional.ofNullable(System.getenv(PASSWORD)).filter(p -> !p.isEmpty());
        String password = given.orElseGet(this::askedPassword);
        if (password.length() < Desk.LEAST_PASSWORD) {
            throw new Failure(console.say("review.short-password", String.valueOf(Desk.LEAST_PASSWORD)));
        }
        return password;
    }

    private String askedPassword() {
        java.io.Console terminal = Console.answered() ? System.console() : null;
        if (terminal == null) {
            throw new Failure(console.say("review.no-password", PASSWORD));
        }
        char[] typed = terminal.readPassword("%s ", console.say("review.ask-password", Desk.ADMINISTRATOR));
        return typed == null ? "" : new String(typed);
    }

    private Desk.Place place() throws Exception {
        boolean near = onlyThisMachine();
        if (near && certificate == null) {
            return new Desk.Place(address, port, Optional.empty());
        }
        DeskCertificate own = new DeskCertificate(dir);
        return new Desk.Place(
                address, port, Optional.of(certificate == null ? own.selfMade(address) : own.given(certificate)));
    }

    private boolean onlyThisMachine() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Failure(console.say("review.no-such-address", address)).causedBy(e);
        }
    }

    private String shown() {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static boolean portTaken(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof java.net.BindException
                    || t.getClass().getSimpleName().equals("PortInUseException")) {
                return true;
            }
        }
        return false;
    }
}
