package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts the sample ballots afresh in {@code target/demo/}, so that the samples themselves stay as they are. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("kiemphieu.home", ""));
        Path samples = home.resolve("sample-scans");
        if (!Files.isDirectory(samples)) {
            throw new Failure(console.say("cli.no-samples", samples));
        }
        Path target = Files.createDirectories(home.resolve("target"));
        try (FileChannel lock =
                FileChannel.open(target.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new Failure(console.say("job.busy"));
            }
            Path demo = target.resolve("demo");
            remove(demo);
            copy(samples, demo);
            CountedMeeting.count(demo, Runtime.getRuntime().availableProcessors(), console);
        }
        return 0;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path file : inside(folder, Comparator.reverseOrder())) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : inside(from, Comparator.naturalOrder())) {
            Path place = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(place);
            } else {
                Files.copy(file, place);
            }
        }
    }

    private static List<Path> inside(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(order).toList();
        }
    }
}
