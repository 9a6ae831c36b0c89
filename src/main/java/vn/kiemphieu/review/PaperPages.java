package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.Papers;
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

    private final Office office;
    private final CountRun run;
    private final MeetingFolder folder;
    private final Desk.Program program;

    PaperPages(Office office, CountRun run, MeetingFolder folder, Desk.Program program) {
        this.office = office;
        this.run = run;
        this.folder = folder;
        this.program = program;
    }

    @GetMapping("/papers")
    String papers(Model model, Locale locale) throws IOException {
        Texts texts = PageTexts.of(locale);
        Optional<CountingReport> last = run.last();
        last.ifPresent(report -> {
            model.addAttribute("balance", report.result().books().balance());
            model.addAttribute("tally", report.result().tally());
            model.addAttribute(
                    "open",
                    report.result().books().open().stream()
                            .map(line -> texts.say(line.key(), line.values()))
                            .toList());
            model.addAttribute("lastHash", report.result().review().lastHash());
        });
        model.addAttribute("files", files());
        run.trouble().ifPresent(t -> model.addAttribute("trouble", texts.say(t.key(), t.values())));
        return "papers";
    }

    @PostMapping("/papers")
    String make(RedirectAttributes after) throws IOException, CountingTrouble {
        if (run.running()) {
            after.addFlashAttribute("objection", "desk.count.runs-already");
        } else if (run.now()) {
            Papers.write(office.account(program.version()), folder.results());
        } else {
            after.addFlashAttribute("objection", "desk.papers.not-made");
        }
        return "redirect:/papers";
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
