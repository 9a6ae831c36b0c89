package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Recount;

/**
 * Opens a closed count again, in the name of the head of the counting committee and for a reason. Both stand in the ledger
 * and on the next minutes; what was signed before is kept.
 */
@Command(name = "reopen")
final class ReopenCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Option(names = "--chair", paramLabel = "NAME", descriptionKey = "chair", required = true)
    private String chair = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason", required = true)
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        String head = open.meeting().headOfCommittee().name();
        if (!head.equalsIgnoreCase(chair.strip())) {
            throw new Failure(console.say("papers.not-the-chair", head, chair));
        }
        if (reason.isBlank()) {
            throw console.wrongValue("--reason", reason);
        }
        if (!open.counted()) {
            throw new Failure(console.say("papers.nothing-counted", dir));
        }
        try (Recount recount = Recount.of(open.folder(), open.meeting(), open.form(console.texts()))) {
            if (recount.closed().isEmpty()) {
                throw new Failure(console.say("papers.not-closed"));
            }
            Path kept = recount.reopen(head, reason.strip(), open.folder().results(), LocalDate.now());
            console.tell(console.say("papers.reopened", kept));
            return 0;
        } catch (CountingTrouble trouble) {
            throw new Failure(console.say(trouble.key(), trouble.values())).causedBy(trouble);
        }
    }
}
