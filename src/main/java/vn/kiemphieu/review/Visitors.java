package vn.kiemphieu.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.kiemphieu.ledger.Accounts.Account;

/** Shows whoever was shut out meanwhile to the door, also in the middle of a session. */
final class Visitors implements HandlerInterceptor {

    private final Office office;

    Visitors(Office office) {
        this.office = office;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Principal> visitor = Optional.ofNullable(request.getUserPrincipal());
        boolean shutOut = visitor.isPresent() && account(visitor.get()).isEmpty();
        if (shutOut) {
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
            response.sendRedirect("/login?closed");
        }
        return !shutOut;
    }

    private Optional<Account> account(Principal visitor) {
        return office.accounts().find(visitor.getName()).filter(Account::open);
    }
}
