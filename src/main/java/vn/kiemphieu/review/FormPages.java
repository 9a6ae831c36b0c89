package vn.kiemphieu.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.form.Learning;
import vn.kiemphieu.form.Learning.NotUnderstood;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.job.BlankReading;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.BallotPrinter;
import vn.kiemphieu.papers.BallotPrinter.Ballot;
import vn.kiemphieu.papers.BallotPrinter.SignatureBlock;
import vn.kiemphieu.papers.FormFolder;
import vn.kiemphieu.papers.LearningReport;
import vn.kiemphieu.words.Texts;

/** The form of the ballot: what it looks like, printed here or learned from a blank that the office typed itself. */
@Controller
class FormPages {

    /** More voters than any meeting has. */
    private static final int MOST_COPIES = 10_000;

    /** A scan of a few pages in colour; what is larger is no blank. */
    private static final long MOST_BYTES = 60L * 1024 * 1024;

    private static final int LONGEST_REFUSAL = 600;

    private static final List<String> FOR_THE_PRINTER = List.of(FormFolder.BALLOTS, FormFolder.RULER);

    private final Office office;
    private final MeetingFolder folder;
    private volatile Optional<FormProposal> proposed = Optional.empty();

    FormPages(Office office, MeetingFolder folder) {
        this.office = office;
        this.folder = folder;
    }

    @GetMapping("/form")
    String form(Model model, Account me, Locale locale) {
        Meeting meeting = office.meeting();
        Texts texts = PageTexts.of(locale);
        Preparation now = office.preparation();
        model.addAttribute("pages", now.form().map(form -> form.pages().size()).orElse(0));
        model.addAttribute("learned", Files.exists(picture(1, "preview")));
        now.formProblem()
                .filter(problem -> problem.kind() != vn.kiemphieu.form.FormProblem.Kind.MISSING)
                .ifPresent(problem -> model.addAttribute("problem", texts.say(problem.key(), problem.values())));
        model.addAttribute(
                "prints",
                FOR_THE_PRINTER.stream()
                        .filter(name -> Files.exists(folder.form().resolve(name)))
                        .toList());
        model.addAttribute("stands", FormChange.stands(office));
        model.addAttribute("sealed", office.closed().isPresent());
        model.addAttribute("mostCopies", MOST_COPIES);
        model.addAttribute(
                "copies",
                meeting.ballots()
                        .issued()
                        .orElse(meeting.attendance().summoned().orElse(1)));
        if (me.role().prepares()) {
            proposed.ifPresent(proposal -> {
                LearningReport report = new LearningReport(texts);
                model.addAttribute("proposal", proposal);
                model.addAttribute("understood", report.lines(proposal.understood(), proposal.meeting()));
                model.addAttribute(
                        "against",
                        proposal.understood().problems().stream()
                                .map(report::sentence)
                                .toList());
            });
        }
        return "form";
    }

    /** Of a learned form the picture of what was understood, of a printed one the blank page. */
    @GetMapping("/form/page-{number}.png")
    ResponseEntity<Resource> page(@PathVariable("number") int number) {
        Path preview = picture(number, "preview");
        Path file = Files.exists(preview) ? preview : picture(number, "page");
        if (!Files.isRegularFile(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache())
                .body(new FileSystemResource(file));
    }

    private Path picture(int number, String kind) {
        return folder.form().resolve("%s-%d.png".formatted(kind, number));
    }

    @GetMapping("/form/print/{name}")
    ResponseEntity<Resource> print(@PathVariable("name") String name) {
        Path file = folder.form().resolve(name);
        if (!FOR_THE_PRINTER.contains(name) || !Files.isRegularFile(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    @PostMapping("/form/print")
    String print(
            @RequestParam("copies") int copies,
            @RequestParam(name = "signature", defaultValue = "false") boolean signature,
            @RequestParam(name = "perSheet", defaultValue = "1") int perSheet,
            Account me,
            RedirectAttributes after)
            throws IOException {
        if (copies < 1 || copies > MOST_COPIES || perSheet < 1 || perSheet > 2) {
            after.addFlashAttribute("objection", "desk.form.copies");
            return "redirect:/form";
        }
        Meeting meeting = office.meeting();
        SignatureBlock block = signature ? SignatureBlock.WITH : SignatureBlock.WITHOUT;
        Optional<Ballot> ballot = typeset(meeting, block, perSheet);
        if (ballot.isEmpty()) {
            after.addFlashAttribute("objection", "desk.form.too-long-for-half");
            return "redirect:/form";
        }
        int pages = ballot.get().form().pages().size();
        Deed deed = new Deed.FormPrinted(meeting.officials().size(), pages, copies);
        FormChange change = new FormChange(
                office,
                meeting,
                deed,
                () -> FormFolder.print(folder.form(), ballot.get(), meeting.officials(), copies));
        tell(office.change(me, change), "desk.form.printed", after);
        return "redirect:/form";
    }

    private static Optional<Ballot> typeset(Meeting meeting, SignatureBlock block, int perSheet) {
        try {
            return Optional.of(
                    perSheet == 1 ? BallotPrinter.print(meeting, block) : BallotPrinter.printHalf(meeting, block));
        } catch (BallotPrinter.TooLong e) {
            return Optional.empty();
        }
    }

    @PostMapping("/form/learn")
    String learn(@RequestParam("blank") MultipartFile blank, RedirectAttributes after, Locale locale)
            throws IOException {
        Meeting meeting = office.meeting();
        Texts texts = PageTexts.of(locale);
        proposed = Optional.empty();
        if (blank.isEmpty() || blank.getSize() > MOST_BYTES) {
            after.addFlashAttribute("objection", blank.isEmpty() ? "desk.form.no-blank" : "desk.form.blank-too-large");
        } else if (FormChange.stands(office)) {
            after.addFlashAttribute("objection", "desk.form.stands");
        } else {
            propose(blank, meeting, texts, after);
        }
        return "redirect:/form";
    }

    private void propose(MultipartFile blank, Meeting meeting, Texts texts, RedirectAttributes after)
            throws IOException {
        String name =
                ScanTray.name(Optional.ofNullable(blank.getOriginalFilename()).orElse(""));
        BlankReading reading = read(blank, name, meeting);
        if (reading instanceof BlankReading.NotTaken not) {
            String why = texts.say(
                    not.refusal().reason().textKey(), not.refusal().figures().toArray());
            after.addFlashAttribute("refused", List.of(why));
            return;
        }
        Learning learning = ((BlankReading.LookedAt) reading).learning();
        if (learning instanceof Understood understood) {
            proposed = Optional.of(FormProposal.of(name, meeting, understood, texts));
        } else {
            LearningReport report = new LearningReport(texts);
            after.addFlashAttribute(
                    "refused",
                    ((NotUnderstood) learning)
                            .problems().stream()
                                    .map(report::sentence)
                                    .map(FormPages::shortened)
                                    .toList());
        }
    }

    /** A file of all ballots instead of one tells every name on every page. */
    private static String shortened(String sentence) {
        return sentence.length() > LONGEST_REFUSAL ? sentence.substring(0, LONGEST_REFUSAL) + "…" : sentence;
    }

    private static BlankReading read(MultipartFile blank, String name, Meeting meeting) throws IOException {
        Path alone = Files.createTempDirectory("kiemphieu-blank");
        Path file = alone.resolve(name);
        try (InputStream in = blank.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return BlankReading.of(file, meeting);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(alone);
        }
    }

    @GetMapping("/form/proposed/{id}/page-{number}.png")
    ResponseEntity<byte[]> proposedPage(@PathVariable("id") String id, @PathVariable("number") int number) {
        byte[] png = proposed.filter(proposal -> proposal.id().equals(id))
                .map(FormProposal::previews)
                .filter(pages -> number >= 1 && number <= pages.size())
                .map(pages -> pages.get(number - 1))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(png);
    }

    @PostMapping("/form/confirm")
    String confirm(
            @RequestParam("id") String id,
            @RequestParam(name = "names", defaultValue = "false") boolean namesCompared,
            @RequestParam("do") String what,
            Account me,
            RedirectAttributes after)
            throws IOException {
        Optional<FormProposal> proposal = proposed.filter(p -> p.id().equals(id));
        if (what.equals("drop") || proposal.isEmpty()) {
            proposed = proposed.filter(p -> !p.id().equals(id));
            after.addFlashAttribute("objection", proposal.isEmpty() ? "desk.form.no-proposal" : "desk.form.dropped");
        } else if (proposal.get().inOtherOrder() || proposal.get().otherNames() > 0 && !namesCompared) {
            after.addFlashAttribute("objection", "desk.form.names-first");
        } else {
            Optional<String> objection = office.change(me, change(proposal.get()));
            tell(objection, "desk.form.learned", after);
            proposed = objection.isEmpty() ? Optional.empty() : proposed;
        }
        return "redirect:/form";
    }

    private FormChange change(FormProposal proposal) {
        Deed deed = new Deed.FormLearned(
                proposal.file(),
                proposal.meeting().officials().size(),
                proposal.understood().form().pages().size(),
                proposal.otherNames());
        return new FormChange(
                office,
                proposal.meeting(),
                deed,
                () -> FormFolder.learn(
                        folder.form(),
                        proposal.understood().form(),
                        proposal.previews(),
                        proposal.meeting().officials()));
    }

    private static void tell(Optional<String> objection, String done, RedirectAttributes after) {
        objection.ifPresentOrElse(
                key -> after.addFlashAttribute("objection", key), () -> after.addFlashAttribute("saved", done));
    }
}
