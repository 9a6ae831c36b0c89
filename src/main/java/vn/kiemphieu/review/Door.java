package vn.kiemphieu.review;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import vn.kiemphieu.ledger.Accounts.Account;

/** Lets people in who have an account, and makes whoever guesses passwords wait. */
final class Door implements UserDetailsService {

    /** Enough for a slip of the fingers and for capital letters left on. */
    static final int TRIES = 5;

    /** A thousand guesses would take a night and more; a member who was locked out can wait so long. */
    static final long WAIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Office office;
    private final LongSupplier nanoTime;
    private final Map<String, Tries> wrong = new ConcurrentHashMap<>();

    /** @param nanoTime a clock that nobody can set back */
    Door(Office office, LongSupplier nanoTime) {
        this.office = office;
        this.nanoTime = nanoTime;
    }

    private record Tries(int count, long lastNanos) {}

    @Override
    public UserDetails loadUserByUsername(String name) {
        Account account = office.accounts()
                .find(name)
                .filter(Account::open)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
        return User.withUsername(account.name())
                .password(account.password())
                .roles(account.role().name())
                .accountLocked(isShut(name))
                .build();
    }

    private boolean isShut(String name) {
        Tries tries = wrong.getOrDefault(name, new Tries(0, 0));
        return tries.count() >= TRIES && nanoTime.getAsLong() - tries.lastNanos() < WAIT_NANOS;
    }

    @EventListener
    public void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        if (office.accounts().find(name).isPresent()) { // made-up names must not fill the memory
            wrong.compute(name, (n, before) -> new Tries(next(before), nanoTime.getAsLong()));
        }
    }

    private int next(@org.jspecify.annotations.Nullable Tries before) {
        boolean anew = before == null || nanoTime.getAsLong() - before.lastNanos() >= WAIT_NANOS;
        return anew || before == null ? 1 : before.count() + 1;
    }

    @EventListener
    public void entered(AuthenticationSuccessEvent event) {
        wrong.remove(event.getAuthentication().getName());
    }
}
