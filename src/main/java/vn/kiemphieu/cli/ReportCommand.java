package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.papers.Minutes;

/**
 * Writes the minutes. Counts first whatever came in since the last count, which is nothing in most cases: minutes that
 * leave out a scan lying in {@code scans/} would be wrong without anybody noticing.
 */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Option(names = "--final", descriptionKey = "final")
    private boolean onlyFinal;

    @Override
    public Integer call() throws Exception {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        if (!open.counted()) {
            throw new Failure(console.say("papers.nothing-counted", dir));
        }
        int threads = Runtime.getRuntime().availableProcessors();
        CountingReport.Result result =
                CountedMeeting.count(dir, threads, console).result();
        Books books = result.books();
        if (onlyFinal && !books.balance()) {
            throw new Failure(console.say("papers.not-final") + lines(books));
        }
        Path file = open.folder().results().resolve("bien-ban-kiem-phieu.pdf");
        Minutes.write(open.meeting(), result.tally(), books, file);
        console.tell(console.say(books.balance() ? "papers.minutes-final" : "papers.minutes-draft", file));
        return 0;
    }

    private String lines(Books books) {
        return books.open().stream()
                .map(line -> "\n- " + console.say(line.key(), line.values()))
                .collect(Collectors.joining());
    }
}
