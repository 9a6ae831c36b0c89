package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.Learner;
import vn.kiemphieu.form.Learning;
import vn.kiemphieu.form.Learning.NotUnderstood;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.form.SheetOpening;
import vn.kiemphieu.form.UnmarkedSheet;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.papers.FormPreview;
import vn.kiemphieu.vision.SheetOpener;

/**
 * Learns the form from an unmarked ballot. Always leaves a picture of what it understood, but a form only when the names
 * match, or somebody who has looked says that they do.
 */
@Command(name = "learn")
final class FormLearnCommand implements Callable<Integer> {

    /** A ballot of 60 officials has four pages; a longer file is something else. */
    private static final int MOST_PAGES = 20;

    @Mixin
    private Console console = new Console();

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Parameters(index = "1", paramLabel = "BLANK", descriptionKey = "blank")
    private Path blank = Path.of("");

    @Option(names = "--accept-names", descriptionKey = "accept-names")
    private boolean acceptNames;

    @Override
    public Integer call() throws IOException {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        if (open.counted()) {
            throw new Failure(console.say("learn.already-counted"));
        }
        List<UnmarkedSheet> sheets = new ArrayList<>();
        try {
            openAll(pages(), sheets);
            Learning learning = Learner.learn(sheets, open.meeting());
            if (learning instanceof Understood understood) {
                return keep(open, understood);
            }
            throw refused(((NotUnderstood) learning).problems());
        } finally {
            sheets.forEach(UnmarkedSheet::close);
        }
    }

    private List<Page> pages() throws IOException {
        if (!Files.isRegularFile(blank)) {
            throw new Failure(console.say("learn.no-file", blank));
        }
        Path file = blank.toRealPath();
        List<Page> pages = new ArrayList<>();
        try (Intake intake = new Intake(file.resolveSibling(""))) {
            for (int number = 1; number <= MOST_PAGES; number++) {
                Arrival arrival = intake.load(new PageId(file.getFileName().toString(), number));
                if (arrival instanceof Arrival.Arrived arrived) {
                    pages.add(arrived.page());
                } else if (arrival instanceof Arrival.TurnedAway away) {
                    boolean pastTheEnd = number > 1 && away.refusal().reason() == Reason.VANISHED;
                    if (pastTheEnd) {
                        break;
                    }
                    throw new Failure(console.say(
                            away.refusal().reason().textKey(),
                            away.refusal().figures().toArray()));
                }
            }
        }
        return pages;
    }

    private void openAll(List<Page> pages, List<UnmarkedSheet> sheets) {
        for (Page page : pages) {
            SheetOpening opening = SheetOpener.open(page.picture());
            if (opening instanceof SheetOpening.Opened opened) {
                sheets.add(opened.sheet());
            } else if (opening instanceof SheetOpening.Refused refused) {
                LearnProblem problem = refused.problem();
                throw refused(List.of(new LearnProblem(problem.kind(), page.id().number(), problem.details())));
            }
        }
    }

    private Failure refused(List<LearnProblem> problems) {
        LearningReport report = new LearningReport(console.texts());
        List<String> lines = problems.stream().map(report::sentence).toList();
        return new Failure(console.say("learn.not-understood") + "\n" + String.join("\n", lines));
    }

    private int keep(OpenMeeting open, Understood learned) throws IOException {
        Path form = open.folder().form();
        LearningReport report = new LearningReport(console.texts());
        report.lines(learned, open.meeting()).forEach(console::tell);
        Path preview = preview(form, open, learned);
        if (!learned.problems().isEmpty() && !acceptNames) {
            learned.problems().forEach(p -> console.tell(report.sentence(p)));
            throw new Failure(console.say("learn.not-saved", preview));
        }
        if (!learned.problems().isEmpty()) {
            console.tell(console.say(
                    "learn.accepted", String.valueOf(learned.problems().size())));
        } else if (!confirmed()) {
            throw new Failure(console.say("learn.declined"));
        }
        Path json = FormFile.save(form, learned.form(), open.meeting().officials());
        console.tell(console.say("learn.saved", json, preview));
        return 0;
    }

    /** Asks only where somebody watches and can answer; a script has looked at nothing and is not asked. */
    private boolean confirmed() {
        java.io.Console terminal = System.console();
        if (terminal == null || !Console.watched() || !Console.answered()) {
            return true;
        }
        String answer = terminal.readLine("%s", console.say("learn.confirm"));
        return answer != null
                && !answer.isBlank()
                && "cCyY".indexOf(answer.strip().charAt(0)) >= 0;
    }

    private Path preview(Path form, OpenMeeting open, Understood learned) throws IOException {
        Files.createDirectories(form);
        OldPreviews.deleteIn(form);
        BallotForm ballot = learned.form();
        for (FormPage page : ballot.pages()) {
            byte[] png = FormPreview.draw(
                    page, ballot.pages().size(), learned.rows(), open.meeting().officials(), console.texts());
            Files.write(form.resolve("preview-%d.png".formatted(page.number())), png);
        }
        return form.resolve("preview-1.png");
    }
}
