package vn.kiemphieu.review;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Standing;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.ledger.Accounts.Account;

/**
 * Ballots of which there is only the paper: torn, or a whole count without a scanner. They get names, and then go the way
 * of every doubtful ballot: members enter each of them apart, and where they differ the chair decides.
 */
@Controller
class HandPages {

    /** A pile of so many is entered in an evening; more at once is a slip of the finger. */
    private static final int MOST_AT_ONCE = 300;

    private static final int LONGEST_REASON = 500;

    private final Office office;

    HandPages(Office office) {
        this.office = office;
    }

    /** One ballot of the list. {@code state} is the key of the words for where it stands, {@code mine} whether it waits here. */
    record HandLine(String ballot, String state, boolean mine) {}

    @GetMapping("/hand")
    String hand(Model model, Account me) {
        Docket docket = office.docket();
        List<HandLine> lines = docket.withoutScan().stream()
                .map(subject -> line(subject, docket, me))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("mine", lines.stream().filter(HandLine::mine).count());
        model.addAttribute("most", MOST_AT_ONCE);
        return "hand";
    }

    private static HandLine line(Subject subject, Docket docket, Account me) {
        Standing standing = docket.standing(subject);
        boolean waits = standing.state() == Standing.State.MEMBERS;
        return new HandLine(
                subject.ballot(),
                "desk.state." + standing.state().name().toLowerCase(Locale.ROOT),
                me.role().answers() && waits && standing.of(me.name()).isEmpty());
    }

    @PostMapping("/hand")
    String open(
            @RequestParam("number") int number, @RequestParam("why") String why, Account me, RedirectAttributes after) {
        boolean usable = number >= 1 && number <= MOST_AT_ONCE && !why.isBlank() && why.length() <= LONGEST_REASON;
        List<String> names = usable ? office.openByHand(me, number, why.strip()) : List.of();
        if (names.isEmpty()) {
            after.addFlashAttribute("objection", "desk.hand.needs-reason");
        } else {
            after.addFlashAttribute("first", names.get(0));
            after.addFlashAttribute("last", names.get(names.size() - 1));
        }
        return "redirect:/hand";
    }
}
