package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.Timetable;
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
        long scans = scans();
        model.addAttribute("scans", scans);
        model.addAttribute("closed", office.closed().isPresent());
        model.addAttribute("counted", office.deck().ballots().size());
        model.addAttribute("lines", office.deck().lines());
        model.addAttribute("membersTurn", docket.in(State.MEMBERS).size());
        model.addAttribute("chairsTurn", docket.in(State.CHAIR).size());
        model.addAttribute("settled", docket.in(State.SETTLED).size());
        model.addAttribute("eyes", docket.eyes());
        List<String> open = books(locale);
        model.addAttribute("books", open);
        model.addAttribute(
                "next",
                NextStep.of(office, run.running(), scans, open.isEmpty()).key());
        model.addAttribute("deadlines", deadlines(PageTexts.of(locale)));
        model.addAttribute("prepared", office.preparation());
        progress(model, locale);
        return "home";
    }

    /** A day of the plan, in words. {@code key} says what has to be done by then. */
    record Day(String key, String day) {}

    private List<Day> deadlines(Texts texts) {
        return office.preparation().meeting().stream()
                .flatMap(meeting -> new Timetable(meeting, Optional.empty()).deadlines().stream())
                .map(deadline -> new Day(
                        deadline.step().key(),
                        deadline.day()
                                .map(day -> Timetable.said(day, texts))
                                .orElseGet(() -> texts.say("papers.deadline-by-plan"))))
                .toList();
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

    /** Takes the files of a folder that lies on this machine, as the scanner's own. */
    @PostMapping("/scans/folder")
    String takeFolder(@RequestParam("folder") String folderName, RedirectAttributes after) throws IOException {
        OptionalInt taken;
        try {
            taken = new ScanTray(folder.scans()).putAllOf(Path.of(folderName.strip()));
        } catch (InvalidPathException | AccessDeniedException noSuchFolder) {
            taken = OptionalInt.empty();
        }
        if (taken.isPresent()) {
            after.addFlashAttribute("taken", taken.getAsInt());
            after.addFlashAttribute("refused", 0);
        } else {
            after.addFlashAttribute("objection", "desk.home.no-folder");
        }
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

    /** {@return what does not balance yet; nothing where nothing was counted} */
    private List<String> books(Locale locale) throws IOException {
        Texts texts = PageTexts.of(locale);
        if (!office.preparation().complete()) {
            return List.of();
        }
        try {
            return office.account().books().open().stream()
                    .map(line -> texts.say(line.key(), line.values()))
                    .toList();
        } catch (CountingTrouble notReadYet) {
            return List.of(texts.say(notReadYet.key(), notReadYet.values()));
        }
    }
}
