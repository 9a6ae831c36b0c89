package vn.kiemphieu.review;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.Trail;

/** Who may enter, how many eyes look, the random check, and the trail of it all. */
@Controller
class OfficePages {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PERSON = 100;
    private static final int LONGEST_SEED = 60;

    private final Office office;
    private final PasswordEncoder passwords;

    OfficePages(Office office, PasswordEncoder passwords) {
        this.office = office;
        this.passwords = passwords;
    }

    @GetMapping("/people")
    String people(Model model) {
        model.addAttribute("accounts", office.accounts().all());
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("eyes", office.docket().eyes());
        model.addAttribute("leastPassword", Desk.LEAST_PASSWORD);
        return "people";
    }

    @PostMapping("/people/add")
    String add(
            @RequestParam("name") String name,
            @RequestParam("person") String person,
            @RequestParam("role") Role role,
            @RequestParam("password") String password,
            Account me,
            RedirectAttributes after) {
        boolean names = name.matches("[a-z0-9._-]{1," + LONGEST_NAME + "}")
                && !person.isBlank()
                && person.length() <= LONGEST_PERSON;
        if (!names) {
            after.addFlashAttribute("objection", "desk.people.bad-name");
        } else if (password.length() < Desk.LEAST_PASSWORD) {
            after.addFlashAttribute("objection", "desk.people.short-password");
        } else {
            Account made = new Account(name, person.strip(), role, hash(password), true);
            boolean done = office.makeAccount(me, made);
            after.addFlashAttribute("objection", done ? "desk.people.made" : "desk.people.name-taken");
        }
        return "redirect:/people";
    }

    private String hash(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash of a password");
        }
        return hash;
    }

    @PostMapping("/people/close")
    String close(@RequestParam("name") String name, Account me, RedirectAttributes after) {
        boolean done = office.closeAccount(me, name);
        after.addFlashAttribute("objection", done ? "desk.people.closed" : "desk.people.not-closed");
        return "redirect:/people";
    }

    @PostMapping("/people/eyes")
    String eyes(@RequestParam("eyes") int eyes, Account me) {
        if (eyes < 1 || eyes > Docket.MOST_EYES) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        office.setEyes(me, eyes);
        return "redirect:/people";
    }

    @GetMapping("/check")
    String check(Model model) {
        model.addAttribute("review", office.review());
        model.addAttribute(
                "counted",
                office.deck().subjects().stream()
                        .filter(subject -> !subject.asksPeople())
                        .count());
        return "check";
    }

    @PostMapping("/check")
    String draw(
            @RequestParam("seed") String seed, @RequestParam("size") int size, Account me, RedirectAttributes after) {
        String thrown = seed.strip();
        boolean usable = !thrown.isEmpty() && thrown.length() <= LONGEST_SEED && size > 0;
        if (usable) {
            office.drawCheck(me, thrown, size);
        } else {
            after.addFlashAttribute("objection", "desk.check.needs-seed");
        }
        return "redirect:/check";
    }

    /** Members see of it what is settled: what others answered may not lead them. */
    @GetMapping("/trail")
    String trail(Model model, Account me, Locale locale) {
        Trail.Proof proof = office.proof();
        model.addAttribute("proof", proof);
        model.addAttribute("closings", office.closings());
        model.addAttribute("lines", new TrailLines(office, PageTexts.of(locale)).seenBy(me));
        return "trail";
    }
}
