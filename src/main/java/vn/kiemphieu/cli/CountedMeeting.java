package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.job.Counting;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.words.Texts;

/** Counts a meeting folder with everything that people see of it: progress, warnings, the result as a table. */
final class CountedMeeting {

    private CountedMeeting() {}

    static CountingReport count(Path dir, int threads, Console console) throws Exception {
        Texts texts = console.texts();
        OpenMeeting meeting = OpenMeeting.open(dir, texts);
        BallotForm form = meeting.form(texts);
        try (Progress progress = new Progress(console, Console.watched())) {
            CountingReport report =
                    Counting.run(meeting.folder(), meeting.meeting(), form, new CountingSettings(threads, progress));
            progress.close();
            ClassArchive.markComplete(report.newlyRead());
            tell(report, progress, console);
            console.tell("");
            new ResultTable(texts).lines(report.result().tally()).forEach(console::tell);
            console.tell("");
            report.result().books().open().forEach(line -> console.tell("- " + texts.say(line.key(), line.values())));
            console.tell(console.say("job.results", meeting.folder().results()));
            return report;
        } catch (CountingTrouble trouble) {
            throw new Failure(texts.say(trouble.key(), trouble.values())).causedBy(trouble);
        }
    }

    private static void tell(CountingReport report, Progress progress, Console console) {
        report.gone().forEach(scan -> console.tell(console.say("job.scan-gone", scan)));
        report.changed().forEach(scan -> console.tell(console.say("job.scan-replaced", scan)));
        if (report.readAgain() > 0) {
            console.tell(console.say("job.read-again", report.readAgain()));
        }
        console.tell(console.say("job.pages", report.pages(), report.files(), report.readBefore()));
        if (report.newlyRead() > 0) {
            console.tell(console.say(
                    "job.read",
                    report.newlyRead(),
                    console.decimal(progress.seconds(), 1),
                    console.decimal(report.newlyRead() / progress.seconds(), 1)));
        }
        Set<String> setAside = report.result().review().setAside();
        if (!setAside.isEmpty()) {
            String names = String.join(", ", new TreeSet<>(setAside));
            console.tell(console.say("job.set-aside", String.valueOf(setAside.size()), names));
        }
        Tally tally = report.result().tally();
        console.tell(console.say(
                "job.ballots",
                tally.scanned(),
                tally.valid(),
                tally.invalid(),
                tally.inReview(),
                tally.excludedPages()));
    }
}
