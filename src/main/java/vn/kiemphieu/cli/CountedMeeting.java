package vn.kiemphieu.cli;

import java.nio.file.Path;
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
            tell(report, progress.seconds(), console);
            return report;
        } catch (CountingTrouble trouble) {
            throw new Failure(texts.say(trouble.key(), trouble.values())).causedBy(trouble);
        }
    }

    private static void tell(CountingReport report, double seconds, Console console) {
        report.gone().forEach(scan -> console.tell(console.say("job.scan-gone", scan)));
        report.changed().forEach(scan -> console.tell(console.say("job.scan-replaced", scan)));
        if (report.readAgain() > 0) {
            console.tell(console.say("job.read-again", report.readAgain()));
        }
        console.tell(console.say(
                "job.read",
                report.pages(),
                report.files(),
                report.newlyRead(),
                console.decimal(report.newlyRead() / Math.max(seconds, 0.001), 1)));
    }
}
