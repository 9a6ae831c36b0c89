package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.ledger.Accounts;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.Account;
import vn.kiemphieu.papers.Timetable;
import vn.kiemphieu.words.Texts;

/** The papers: made from the ledger each time, so that they hold every decision; whether they are final the books say. */
@Controller
class PaperPages {

    private static final MediaType CSV = new MediaType("text", "csv");

    /** What people take away; a name leads nowhere else, since only what is listed is given. */
    private static final Map<String, MediaType> KINDS = Map.of(
            ".pdf", MediaType.APPLICATION_PDF,
            ".docx", MediaType.APPLICATION_OCTET_STREAM,
            ".xlsx", MediaType.APPLICATION_OCTET_STREAM,
            ".csv", CSV);

    private static final int LONGEST_REASON = 500;

    private final Office office;
    private final CountRun run;
    private final MeetingFolder folder;

    PaperPages(Office office, CountRun run, MeetingFolder folder) {
        this.office = office;
        this.run = run;
        this.folder = folder;
    }

    @GetMapping("/papers")
    String papers(Model model, Locale locale) throws IOException {
        Texts texts = PageTexts.of(locale);
        try {
            Account account = office.account();
            model.addAttribute("balance", !account.draft());
            model.addAttribute("tally", account.tally());
            model.addAttribute(
                    "open",
                    account.books().open().stream()
                            .map(line -> texts.say(line.key(), line.values()))
                            .toList());
            model.addAttribute("lastHash", account.origin().trail());
        } catch (CountingTrouble nothingYet) {
            model.addAttribute("trouble", texts.say(nothingYet.key(), nothingYet.values()));
        }
        model.addAttribute("files", files());
        office.closed().ifPresent(entry -> model.addAttribute("closed", entry));
        run.trouble().ifPresent(t -> model.addAttribute("trouble", texts.say(t.key(), t.values())));
        return "papers";
    }

    @PostMapping("/papers")
    String make(RedirectAttributes after) throws IOException, CountingTrouble {
        write(false, after);
        return "redirect:/papers";
    }

    /** Closes the count: from then on the ledger takes nothing more. */
    @PostMapping("/papers/close")
    String close(RedirectAttributes after) throws IOException, CountingTrouble {
        write(true, after);
        return "redirect:/papers";
    }

    /** Papers that leave out a scan that came in since the last count would be wrong: it is counted first. */
    private void write(boolean close, RedirectAttributes after) throws IOException, CountingTrouble {
        if (run.running()) {
            after.addFlashAttribute("objection", "desk.count.runs-already");
        } else if (office.closed().isPresent()) {
            after.addFlashAttribute("objection", "desk.papers.is-closed");
        } else if (!run.now()) {
            after.addFlashAttribute("objection", "desk.papers.not-made");
        } else if (office.writePapers(close)) {
            after.addFlashAttribute("objection", "desk.papers.now-closed");
        } else if (close) {
            after.addFlashAttribute("objection", "desk.papers.not-closed");
        }
    }

    @PostMapping("/papers/reopen")
    String reopen(@RequestParam("why") String why, Accounts.Account me, RedirectAttributes after)
            throws IOException, CountingTrouble {
        boolean usable = !why.isBlank()
                && why.length() <= LONGEST_REASON
                && office.closed().isPresent();
        if (usable) {
            office.reopen(me, why.strip());
        }
        after.addFlashAttribute("objection", usable ? "desk.papers.reopened" : "desk.papers.needs-reason");
        return "redirect:/papers";
    }

    /** @param due the last day for the report to the superior body, by the plan; may be left out */
    @GetMapping("/deadlines.pdf")
    ResponseEntity<byte[]> deadlines(
            @RequestParam(name = "due", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate due)
            throws IOException {
        Path file = Files.createTempFile("thoi-han", ".pdf");
        try {
            new Timetable(office.meeting(), Optional.ofNullable(due)).write(file);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<String> files() throws IOException {
        if (!Files.isDirectory(folder.results())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.results())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> KINDS.containsKey(ending(name)))
                    .sorted()
                    .toList();
        }
    }

    private static String ending(String name) {
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    @GetMapping("/papers/{name}")
    ResponseEntity<Resource> file(@PathVariable("name") String name) throws IOException {
        if (!files().contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(KINDS.getOrDefault(ending(name), MediaType.APPLICATION_OCTET_STREAM))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(folder.results().resolve(name)));
    }
}
