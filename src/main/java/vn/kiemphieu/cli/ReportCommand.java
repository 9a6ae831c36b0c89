package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Recount;
import vn.kiemphieu.ledger.Closings;
import vn.kiemphieu.papers.Account;
import vn.kiemphieu.papers.Papers;

/**
 * Writes the papers. Counts first whatever came in since the last count, which is nothing in most cases: minutes that
 * leave out a scan lying in {@code scans/} would be wrong without anybody noticing. With {@code --final} the count is closed.
 */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Option(names = "--final", descriptionKey = "final")
    private boolean close;

    @Override
    public Integer call() throws Exception {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        if (!open.counted()) {
            throw new Failure(console.say("papers.nothing-counted", dir));
        }
        try {
            Optional<Closings.Entry> closed = closed(open);
            if (closed.isPresent()) {
                console.tell(console.say("papers.already-closed", closed.get().day(), dir));
                return close ? 0 : 1;
            }
            Books books = CountedMeeting.count(dir, Runtime.getRuntime().availableProcessors(), console)
                    .result()
                    .books();
            if (close && !books.balance()) {
                throw new Failure(console.say("papers.not-final") + lines(books));
            }
            write(open);
            return 0;
        } catch (CountingTrouble trouble) {
            throw new Failure(console.say(trouble.key(), trouble.values())).causedBy(trouble);
        }
    }

    private Optional<Closings.Entry> closed(OpenMeeting open) throws CountingTrouble, IOException {
        try (Recount recount = Recount.of(open.folder(), open.meeting(), open.form(console.texts()))) {
            return recount.closed();
        }
    }

    private void write(OpenMeeting open) throws CountingTrouble, IOException {
        Path results = open.folder().results();
        String program = KiemPhieu.Version.number();
        try (Recount recount = Recount.of(open.folder(), open.meeting(), open.form(console.texts()))) {
            if (close) {
                recount.close(program, results, LocalDate.now())
                        .forEach(file -> console.tell(console.say("papers.minutes-final", file)));
                console.tell(console.say("papers.closed", dir));
                return;
            }
            Account account = recount.account(program);
            for (Path file : Papers.write(account, results)) {
                console.tell(console.say(account.draft() ? "papers.minutes-draft" : "papers.minutes-final", file));
            }
        }
    }

    private String lines(Books books) {
        return books.open().stream()
                .map(line -> "\n- " + console.say(line.key(), line.values()))
                .collect(Collectors.joining());
    }
}
