package vn.kiemphieu.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.meeting.MeetingDraft;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.MeetingReading;
import vn.kiemphieu.meeting.MeetingText;
import vn.kiemphieu.meeting.MeetingText.Written;
import vn.kiemphieu.meeting.Roster;
import vn.kiemphieu.papers.OfficeTable;
import vn.kiemphieu.words.Texts;

/**
 * Who votes on whom, by which rules: {@code meeting.yaml} without a text editor. A list that was pasted or uploaded is
 * first shown as it was understood; nothing is saved before somebody has seen it and says so.
 */
@Controller
class MeetingPages {

    private final Office office;
    private final MeetingFolder folder;

    MeetingPages(Office office, MeetingFolder folder) {
        this.office = office;
        this.folder = folder;
    }

    @GetMapping("/meeting")
    String meeting(Model model, Locale locale) {
        Texts texts = PageTexts.of(locale);
        Preparation now = office.preparation();
        MeetingDraft draft = now.begun() ? now.draft() : beginning();
        PlacedProblems problems = PlacedProblems.none();
        if (now.begun() && now.meeting().isEmpty()) {
            Written written = MeetingText.write(draft, now.text());
            problems = problems(written, texts);
            model.addAttribute(
                    "inFile",
                    now.problems().stream()
                            .map(problem -> texts.say(
                                    problem.line() == 0 ? "meeting.in-file" : "desk.meeting.at-line",
                                    problem.line() == 0
                                            ? new Object[] {texts.say(problem.key(), problem.values())}
                                            : new Object[] {
                                                String.valueOf(problem.line()),
                                                texts.say(problem.key(), problem.values())
                                            }))
                            .toList());
        }
        return show(model, draft, problems, texts);
    }

    /** What the template says of itself, and none of its invented people: they could be left standing. */
    private static MeetingDraft beginning() {
        MeetingDraft template = MeetingFile.draft(MeetingFile.template(LocalDate.now()));
        Map<String, String> values = new HashMap<>();
        List.of("meeting/title", "meeting/date", "organisation/kind", "ballots/exchanged", "rules", "chair/role")
                .forEach(key -> values.put(key, template.value(key)));
        return new MeetingDraft(values, Map.of("meeting/basis", template.list("meeting/basis")));
    }

    private static PlacedProblems problems(Written written, Texts texts) {
        MeetingReading reading = MeetingFile.read(written.text(), Preparation.RULES);
        return PlacedProblems.of(reading.problems(), written, texts);
    }

    private String show(Model model, MeetingDraft draft, PlacedProblems problems, Texts texts) {
        Preparation now = office.preparation();
        model.addAttribute("draft", draft);
        model.addAttribute("keys", MeetingDraft.VALUES);
        model.addAttribute("listKeys", MeetingDraft.LISTS);
        model.addAttribute(
                "basis",
                draft.list("meeting/basis").stream()
                        .map(MeetingDraft.Line::name)
                        .collect(Collectors.joining("\n")));
        model.addAttribute("problems", problems);
        model.addAttribute("begun", now.begun());
        model.addAttribute("seen", Fingerprint.of(now.text()));
        model.addAttribute("profiles", ProfileWords.all(texts));
        // What cannot be read has to be mended before it can stand.
        boolean readable = now.meeting().isPresent();
        model.addAttribute("counted", readable && office.counted());
        model.addAttribute("judged", readable && office.judged());
        model.addAttribute("sealed", office.closed().isPresent());
        now.formProblem().ifPresent(problem -> model.addAttribute("formProblem", problem.key()));
        return "meeting";
    }

    @PostMapping("/meeting")
    String save(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "table", required = false) @Nullable MultipartFile table,
            Account me,
            Model model,
            RedirectAttributes after,
            Locale locale)
            throws IOException {
        Texts texts = PageTexts.of(locale);
        MeetingDraft draft = MeetingForm.read(fields);
        if (MeetingForm.first(fields, "do").equals("read")) {
            return read(draft, fields, Optional.ofNullable(table), model, texts);
        }
        Written written = MeetingText.write(draft, office.preparation().text());
        MeetingReading reading = MeetingFile.read(written.text(), Preparation.RULES);
        if (reading.meeting().isEmpty()) {
            return show(model, draft, PlacedProblems.of(reading.problems(), written, texts), texts);
        }
        MeetingChange change = new MeetingChange(
                office, folder, draft, written, reading.meeting().get(), MeetingForm.first(fields, "seen"));
        if (change.changesNothing()) {
            after.addFlashAttribute("saved", "desk.meeting.as-before");
            return "redirect:/meeting";
        }
        Optional<String> objection = office.change(me, change);
        if (objection.isPresent()) {
            model.addAttribute("objection", objection.get());
            return show(model, draft, PlacedProblems.none(), texts);
        }
        after.addFlashAttribute("saved", "desk.meeting.saved");
        return "redirect:/meeting";
    }

    /** Puts the pasted or uploaded list in the place of the one that is typed, and saves nothing. */
    private String read(
            MeetingDraft draft,
            MultiValueMap<String, String> fields,
            Optional<MultipartFile> table,
            Model model,
            Texts texts)
            throws IOException {
        String pasted = MeetingForm.first(fields, "pasted");
        model.addAttribute("pasted", pasted);
        boolean uploaded = table.filter(file -> !file.isEmpty()).isPresent();
        if (!uploaded && pasted.isBlank()) {
            model.addAttribute("notUnderstood", texts.say("desk.meeting.nothing-pasted"));
            return show(model, draft, PlacedProblems.none(), texts);
        }
        Optional<Roster> roster = uploaded ? roster(table.get(), model, texts) : Optional.of(Roster.ofText(pasted));
        if (roster.isEmpty()) {
            return show(model, draft, PlacedProblems.none(), texts);
        }
        if (roster.get().people().isEmpty()) {
            model.addAttribute("notUnderstood", texts.say("desk.meeting.nobody-understood"));
            return show(model, draft, PlacedProblems.none(), texts);
        }
        return understood(draft, roster.get(), model, texts);
    }

    private Optional<Roster> roster(MultipartFile file, Model model, Texts texts) throws IOException {
        // Looked at before it is taken into memory.
        OfficeTable table = file.getSize() > OfficeTable.MOST_BYTES
                ? new OfficeTable.Refused(OfficeTable.Why.TOO_LARGE)
                : OfficeTable.of(file.getBytes());
        if (table instanceof OfficeTable.Refused refused) {
            model.addAttribute("notUnderstood", texts.say(refused.why().textKey()));
            return Optional.empty();
        }
        OfficeTable.Found found = (OfficeTable.Found) table;
        if (!found.formulas().isEmpty()) {
            model.addAttribute("formulas", String.join(", ", found.formulas()));
        }
        return Optional.of(Roster.ofRows(found.rows()));
    }

    private String understood(MeetingDraft draft, Roster roster, Model model, Texts texts) {
        MeetingDraft filled = draft.with(
                "officials", roster.people().stream().map(Roster.Person::line).toList());
        List<String> unused =
                roster.people().stream().map(Roster.Person::unused).toList();
        model.addAttribute("understood", roster.people().size());
        model.addAttribute("leftOut", roster.leftOut());
        if (unused.stream().anyMatch(text -> !text.isEmpty())) {
            model.addAttribute("unused", unused);
        }
        Written written = MeetingText.write(filled, office.preparation().text());
        return show(model, filled, problems(written, texts), texts);
    }
}
