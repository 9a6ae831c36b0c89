package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.papers.Timetable;

/** Tells what has to be done by which day around the meeting, and writes it as a paper to hang up. */
@Command(name = "deadlines")
final class DeadlinesCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Option(names = "--report-due", paramLabel = "YYYY-MM-DD", descriptionKey = "report-due", defaultValue = "")
    private String reportDue = "";

    @Override
    public Integer call() throws Exception {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        Timetable timetable = new Timetable(open.meeting(), due());
        for (Timetable.Deadline deadline : timetable.deadlines()) {
            String day = deadline.day()
                    .map(d -> Timetable.said(d, console.texts()))
                    .orElseGet(() -> console.say("papers.deadline-by-plan"));
            console.tell("%s: %s".formatted(day, console.say(deadline.step().key())));
        }
        console.tell(console.say("papers.minutes-final", timetable.write(dir.resolve("thoi-han.pdf"))));
        return 0;
    }

    private Optional<LocalDate> due() {
        try {
            return reportDue.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(reportDue));
        } catch (DateTimeException e) {
            throw console.wrongValue("--report-due", reportDue);
        }
    }
}
