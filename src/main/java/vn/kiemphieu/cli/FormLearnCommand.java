package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.Learning;
import vn.kiemphieu.form.Learning.NotUnderstood;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.job.BlankReading;
import vn.kiemphieu.papers.FormFolder;
import vn.kiemphieu.papers.LearningReport;

/**
 * Learns the form from an unmarked ballot. Always leaves a picture of what it understood, but a form only when the names
 * match, or somebody who has looked says that they do.
 */
@Command(name = "learn")
final class FormLearnCommand implements Callable<Integer> {

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
        if (open.hasBallots(console.texts())) {
            throw new Failure(console.say("learn.already-counted"));
        }
        if (!Files.isRegularFile(blank)) {
            throw new Failure(console.say("learn.no-file", blank));
        }
        BlankReading reading = BlankReading.of(blank, open.meeting());
        if (reading instanceof BlankReading.NotTaken not) {
            throw new Failure(console.say(
                    not.refusal().reason().textKey(), not.refusal().figures().toArray()));
        }
        Learning learning = ((BlankReading.LookedAt) reading).learning();
        if (learning instanceof Understood understood) {
            return keep(open, understood);
        }
        throw refused(((NotUnderstood) learning).problems());
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
        List<byte[]> pictures = FormFolder.previews(learned, open.meeting().officials(), console.texts());
        Path preview = FormFolder.preview(form, pictures);
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
        Path json =
                FormFolder.learn(form, learned.form(), pictures, open.meeting().officials());
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
}
