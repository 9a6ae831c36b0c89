package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.words.Texts;

/** The meeting at a glance, the count, and the way in for scans. */
@Controller
class HomePage {

    private final Office office;
    private final CountRun run;
    private final MeetingFolder folder;

    HomePage(Office office, CountRun run, MeetingFolder folder) {
        this.office = office;
        this.run = run;
        this.folder = folder;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String home(Model model, Locale locale) throws IOException {
        Docket docket = office.docket();
        int waiting = docket.in(State.MEMBERS).size();
        int chair = docket.in(State.CHAIR).size();
        int settled = docket.in(State.SETTLED).size();
        model.addAttribute("scans", scans());
        model.addAttribute("counted", office.deck().ballots().size());
        model.addAttribute("lines", office.deck().lines());
        model.addAttribute("membersTurn", waiting);
        model.addAttribute("chairsTurn", chair);
        model.addAttribute("settled", settled);
        model.addAttribute("eyes", docket.eyes());
        model.addAttribute("books", books(locale));
        progress(model, locale);
        return "home";
    }

    @GetMapping("/count")
    String progress(Model model, Locale locale) {
        Texts texts = PageTexts.of(locale);
        model.addAttribute("running", run.running());
        model.addAttribute("progress", run.progress());
        model.addAttribute("broken", run.broken());
        run.trouble().ifPresent(t -> model.addAttribute("trouble", texts.say(t.key(), t.values())));
        return "progress";
    }

    @PostMapping("/count")
    String count(RedirectAttributes after) {
        if (!run.begin()) {
            after.addFlashAttribute("objection", "desk.count.runs-already");
        }
        return "redirect:/";
    }

    @PostMapping("/scans")
    String take(@RequestParam("files") List<MultipartFile> files, RedirectAttributes after) throws IOException {
        int taken = new ScanTray(folder.scans()).put(files);
        after.addFlashAttribute("taken", taken);
        after.addFlashAttribute(
                "refused", (int) files.stream().filter(f -> !f.isEmpty()).count() - taken);
        return "redirect:/";
    }

    private long scans() throws IOException {
        if (!Files.isDirectory(folder.scans())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder.scans())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private List<String> books(Locale locale) {
        Texts texts = PageTexts.of(locale);
        Optional<CountingReport> last = run.last();
        return last.map(report -> report.result().books().open().stream()
                        .map(line -> texts.say(line.key(), line.values()))
                        .toList())
                .orElse(List.of());
    }
}
