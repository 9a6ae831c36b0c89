package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.words.Texts;

/** The real desk over a meeting's folder, on a free port, with an account for each role and one more member. */
final class OpenDesk implements AutoCloseable {

    /** Everybody's; hashed once, because hashing is slow on purpose. */
    static final String PASSWORD = "mot-mat-khau-dai";

    private static final String HASH = String.valueOf(
            Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD));

    private final Desk desk;

    private OpenDesk(Desk desk) {
        this.desk = desk;
    }

    /** Opens it; accounts that are there already stay. They are called as their roles, and {@code member2}. */
    static OpenDesk on(Path dir) throws IOException {
        return on(dir, Surroundings.usual(Clock.systemUTC()));
    }

    /** The same with other clocks, or another limit on files. */
    static OpenDesk on(Path dir, Surroundings surroundings) throws IOException {
        MeetingFolder folder = new MeetingFolder(dir);
        Ledger ledger = Ledger.open(folder.ledger(), 8);
        for (Role role : Role.values()) {
            String name = name(role);
            ledger.accounts().add(new Account(name, "Người " + name, role, HASH, true));
        }
        ledger.accounts().add(new Account("member2", "Người member2", Role.MEMBER, HASH, true));
        return new OpenDesk(Desk.open(
                new Desk.Opened(folder, new Desk.Program("test")),
                ledger,
                new Desk.Place("127.0.0.1", 0, Optional.empty()),
                Texts.VIETNAMESE,
                surroundings));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** {@return a browser in which that role's account is logged in} */
    DeskVisitor visitor(Role role) {
        return visitor(name(role));
    }

    /** {@return a browser in which that account is logged in} */
    DeskVisitor visitor(String account) {
        return stranger().enter(account, PASSWORD);
    }

    /** {@return a browser in which nobody is logged in} */
    DeskVisitor stranger() {
        return new DeskVisitor(desk.port());
    }

    /** {@return one of the things that the desk is made of} */
    <T> T part(Class<T> kind) {
        return desk.part(kind);
    }

    /** {@return what is known of the meeting at this moment} */
    Office office() {
        return part(Office.class);
    }

    int port() {
        return desk.port();
    }

    @Override
    public void close() {
        desk.close();
    }
}
