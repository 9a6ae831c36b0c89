package vn.kiemphieu.review;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.words.Texts;

/** What stands on every page: the meeting, who is here, and how many ballots wait for that person. */
@ControllerAdvice
class EveryPage {

    private final Office office;

    EveryPage(Office office) {
        this.office = office;
    }

    @ModelAttribute
    void fill(Model model, @Nullable Principal visitor, Locale locale) {
        Texts texts = PageTexts.of(locale);
        office.preparation().meeting().ifPresent(meeting -> model.addAttribute("meeting", meeting));
        model.addAttribute("english", texts == Texts.ENGLISH);
        Optional<Account> me =
                Optional.ofNullable(visitor).flatMap(v -> office.accounts().find(v.getName()));
        me.ifPresent(account -> {
            model.addAttribute("me", account);
            model.addAttribute("waiting", waiting(account));
            model.addAttribute("papersOnly", !office.docket().withoutScan().isEmpty());
        });
    }

    /** A closed count takes no answer: whoever wants to add one has it opened again first. */
    @ExceptionHandler(LedgerException.class)
    @ResponseStatus(HttpStatus.LOCKED)
    String closed(LedgerException refused, Model model) {
        model.addAttribute("status", HttpStatus.LOCKED.value());
        model.addAttribute("closed", refused.kind() == LedgerException.Kind.CLOSED);
        return "error";
    }

    /** First the meeting, then the form: the page says what is missing and leads there. */
    @ExceptionHandler(NotPrepared.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String notPrepared(Model model, @Nullable Principal visitor, Locale locale) {
        fill(model, visitor, locale);
        model.addAttribute("needsMeeting", office.preparation().meeting().isEmpty());
        return "unprepared";
    }

    private int waiting(Account account) {
        if (account.role().answers()) {
            return (int) office.docket().waitingFor(account.name()).stream()
                    .filter(subject -> !subject.isWithoutScan())
                    .count();
        }
        return account.role().decides() ? office.docket().in(State.CHAIR).size() : 0;
    }
}
