package vn.kiemphieu.review;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Percent;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;

/**
 * The result on the wall of the hall. It is hidden until the chair shows it, and hides itself as soon as anything about the
 * count changes; a draft is never shown.
 */
@Controller
class ProjectorPages {

    private final Office office;

    ProjectorPages(Office office) {
        this.office = office;
    }

    /**
     * One level of one official.
     *
     * @param key of the level's name
     */
    record Bar(String key, int votes, Percent share) {

        /** {@return of 100} */
        public double length() {
            return share.hundredths() / 100.0;
        }
    }

    /** One official's result. */
    record Shown(int number, Official official, List<Bar> bars, int invalid) {}

    /** @param who the number of one official; 0 for all at once */
    @GetMapping("/projector")
    String projector(@RequestParam(name = "who", defaultValue = "0") int who, Model model) {
        Optional<Tally> tally = office.shown();
        List<Shown> all = tally.map(
                        t -> t.officials().stream().map(ProjectorPages::shown).toList())
                .orElse(List.of());
        int chosen = Math.min(Math.max(who, 0), all.size());
        model.addAttribute("released", tally.isPresent());
        model.addAttribute("officials", chosen == 0 ? all : all.subList(chosen - 1, chosen));
        model.addAttribute("one", chosen > 0);
        model.addAttribute("before", Math.max(0, chosen - 1));
        model.addAttribute("after", Math.min(all.size(), chosen + 1));
        tally.ifPresent(t -> model.addAttribute("tally", t));
        return "projector";
    }

    private static Shown shown(OfficialTally tally) {
        List<Bar> bars = Arrays.stream(Level.values())
                .map(level -> new Bar(RowAnswer.of(level).textKey(), tally.votes(level), tally.share(level)))
                .toList();
        return new Shown(tally.number(), tally.official(), bars, tally.invalid());
    }

    @PostMapping("/projector/show")
    String show(RedirectAttributes after) throws CountingTrouble, IOException {
        if (!office.show()) {
            after.addFlashAttribute("objection", "desk.projector.draft");
        }
        return "redirect:/projector";
    }

    @PostMapping("/projector/hide")
    String hide() {
        office.hide();
        return "redirect:/projector";
    }
}
