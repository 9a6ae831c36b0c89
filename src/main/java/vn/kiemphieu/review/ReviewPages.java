package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Objection;
import vn.kiemphieu.decision.Standing;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.job.CountedBallot;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.words.Texts;

/** One ballot a screen: for members what waits for them, for the chair what they could not agree on. */
@Controller
class ReviewPages {

    /** While one ballot is looked at, the pictures of these are made. */
    private static final int AHEAD = 8;

    private static final int A_PAGE = 60;

    private final Office office;
    private final Pictures pictures;

    ReviewPages(Office office, Pictures pictures) {
        this.office = office;
        this.pictures = pictures;
    }

    @GetMapping("/review")
    String review(Model model, Account me, Locale locale) {
        return next(model, waiting(me, false), false, locale);
    }

    /** The next ballot of which there is only the paper, which has to be at hand. */
    @GetMapping("/hand/next")
    String byHand(Model model, Account me, Locale locale) {
        return next(model, waiting(me, true), false, locale);
    }

    private List<Subject> waiting(Account me, boolean withoutScan) {
        return office.docket().waitingFor(me.name()).stream()
                .filter(subject -> subject.isWithoutScan() == withoutScan)
                .toList();
    }

    @GetMapping("/chair")
    String chair(Model model, Locale locale) {
        return next(model, office.docket().forTheChair(), true, locale);
    }

    private String next(Model model, List<Subject> waiting, boolean chair, Locale locale) {
        model.addAttribute("chair", chair);
        if (waiting.isEmpty()) {
            return "done";
        }
        Map<String, CountedBallot> ballots = office.deck().byName();
        pictures.prepare(waiting.stream()
                .limit(AHEAD)
                .flatMap(subject -> Optional.ofNullable(ballots.get(subject.ballot())).stream())
                .toList());
        fill(model, counted(waiting.get(0).ballot()), chair, locale);
        model.addAttribute("left", waiting.size());
        return "ballot";
    }

    private void fill(Model model, CountedBallot ballot, boolean open, Locale locale) {
        Subject subject = ballot.subject();
        Standing standing = office.docket().standing(subject);
        model.addAttribute("ballot", BallotView.of(ballot, office, Twinned.of(subject.ballot(), office.deck())));
        model.addAttribute(
                "reasons",
                office.docket().profile().consequences().keySet().stream()
                        .sorted()
                        .toList());
        model.addAttribute("standing", standing);
        model.addAttribute("byHand", subject.isWithoutScan());
        if (open) {
            Compared.of(subject, standing, office.meeting(), names())
                    .ifPresent(table -> model.addAttribute("compared", table));
            model.addAttribute("given", given(standing, locale));
            model.addAttribute("machine", Words.machine(subject, PageTexts.of(locale)));
            standing.settled()
                    .ifPresent(answer -> model.addAttribute("decided", Words.answer(answer, PageTexts.of(locale))));
        }
    }

    private List<String> given(Standing standing, Locale locale) {
        Texts texts = PageTexts.of(locale);
        Map<String, String> names = names();
        List<String> given = new ArrayList<>();
        for (Standing.Given each : standing.answers()) {
            String person = names.getOrDefault(each.by(), each.by());
            given.add(texts.say("desk.given", person, Words.answer(each.answer(), texts)));
        }
        return given;
    }

    private Map<String, String> names() {
        return office.accounts().all().stream().collect(Collectors.toMap(Account::name, Account::person));
    }

    /** Any ballot may be looked at by anybody; what others answered is seen only when it is settled. */
    @GetMapping("/ballots/{id}")
    String ballot(@PathVariable("id") String id, Model model, Account me, Locale locale) {
        CountedBallot ballot = counted(id);
        Standing standing = office.docket().standing(ballot.subject());
        boolean needed = office.docket().needsPeople(ballot.subject());
        boolean mayTell = !needed
                || standing.state() == Standing.State.SETTLED
                || !me.role().answers();
        fill(model, ballot, mayTell, locale);
        model.addAttribute("needed", needed);
        return "look";
    }

    @GetMapping("/ballots")
    String ballots(@RequestParam(name = "page", defaultValue = "1") int page, Model model) {
        List<CountedBallot> all = office.deck().ballots();
        int pages = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        Docket docket = office.docket();
        List<ListLine> lines = all.subList((shown - 1) * A_PAGE, Math.min(shown * A_PAGE, all.size())).stream()
                .map(ballot -> ListLine.of(ballot.subject(), docket))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "ballots";
    }

    /** A ballot in the list of all. {@code key} says where it is in the texts. */
    record ListLine(String ballot, String key) {

        static ListLine of(Subject subject, Docket docket) {
            if (!docket.needsPeople(subject)) {
                return new ListLine(subject.ballot(), "desk.state.machine");
            }
            return new ListLine(
                    subject.ballot(),
                    "desk.state." + docket.standing(subject).state().name().toLowerCase(Locale.ROOT));
        }
    }

    @PostMapping("/ballots/{id}/answer")
    String answer(
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> fields,
            Account me,
            RedirectAttributes after,
            Locale locale) {
        write(id, fields, (reference, answer, why) -> office.answer(me, id, reference, answer, why), after, locale);
        return back(id);
    }

    private String back(String id) {
        boolean byHand =
                office.docket().subject(id).filter(Subject::isWithoutScan).isPresent();
        return byHand ? "redirect:/hand/next" : "redirect:/review";
    }

    @PostMapping("/ballots/{id}/decide")
    String decide(
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> fields,
            Account me,
            RedirectAttributes after,
            Locale locale) {
        write(id, fields, (reference, answer, why) -> office.decide(me, id, reference, answer, why), after, locale);
        return "redirect:/chair";
    }

    /** Puts an answer into the trail; what stands against it is what it gives back. */
    private interface Pen {
        Optional<Objection> write(String reference, Answer answer, String why);
    }

    private void write(
            String id, MultiValueMap<String, String> fields, Pen pen, RedirectAttributes after, Locale locale) {
        Optional<Answer> answer = AnswerForm.read(fields);
        Optional<Objection> objection = answer.isEmpty()
                ? Optional.of(Objection.WRONG_ANSWER)
                : pen.write(AnswerForm.first(fields, "reference"), answer.get(), AnswerForm.why(fields));
        tell(after, id, answer, objection, locale);
    }

    /** Only after the answer is down, the machine's reading is shown. */
    private void tell(
            RedirectAttributes after,
            String id,
            Optional<Answer> answer,
            Optional<Objection> objection,
            Locale locale) {
        if (objection.isPresent()) {
            after.addFlashAttribute("objection", objection.get().textKey());
            return;
        }
        Texts texts = PageTexts.of(locale);
        after.addFlashAttribute("written", id);
        after.addFlashAttribute("mine", Words.answer(answer.orElseThrow(), texts));
        office.docket()
                .subject(id)
                .filter(subject -> !subject.isWithoutScan())
                .ifPresent(subject -> after.addFlashAttribute("machineRead", Words.machine(subject, texts)));
    }

    @PostMapping("/undo")
    String undo(Account me, RedirectAttributes after) {
        Optional<String> undone =
                Objection.undoable(office.docket(), me.name()).map(entry -> ((Deed.OnBallot) entry.deed()).ballot());
        Optional<Objection> objection = office.undo(me);
        objection.ifPresentOrElse(
                o -> after.addFlashAttribute("objection", o.textKey()), () -> after.addFlashAttribute("undone", true));
        return me.role().decides() ? "redirect:/chair" : undone.map(this::back).orElse("redirect:/review");
    }

    @PostMapping("/ballots/{id}/send")
    String send(
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> fields,
            Account me,
            RedirectAttributes after) {
        Optional<Objection> objection = office.send(me, id, AnswerForm.why(fields));
        after.addFlashAttribute("objection", objection.map(Objection::textKey).orElse("desk.sent"));
        return "redirect:/ballots/" + counted(id).subject().ballot();
    }

    @GetMapping("/ballots/{id}/{page}/{kind:straight|scan}.jpg")
    ResponseEntity<byte[]> picture(
            @PathVariable("id") String id, @PathVariable("page") int page, @PathVariable("kind") String kind)
            throws CountingTrouble {
        CountedBallot ballot = counted(id);
        if (page < 0 || page >= ballot.pages().size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CountedBallot.CountedPage wanted = ballot.pages().get(page);
        byte[] jpeg = kind.equals("scan") ? pictures.scan(wanted) : pictures.straight(wanted);
        // Ballots are secret: no copy of one stays in a browser's folder on the disk.
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }

    private CountedBallot counted(String id) {
        return office.ballot(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
