package vn.kiemphieu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts what is in {@code scans/}. Run again, it reads only what is new, and finishes what was broken off. */
@Command(name = "count")
final class CountCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Exception {
        if (threads < 1) {
            throw console.wrongValue("--threads", String.valueOf(threads));
        }
        CountedMeeting.count(dir, threads, console);
        return 0;
    }
}
