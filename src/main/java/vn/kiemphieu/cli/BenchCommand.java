package vn.kiemphieu.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Groups the measurements by which changes to the reader are judged. */
@Command(
        name = "bench",
        subcommands = {
            BenchAccuracyCommand.class,
            BenchMarksCommand.class,
            BenchSpeedCommand.class,
            BenchTeachCommand.class
        })
final class BenchCommand implements Runnable {

    @Mixin
    private Console console = new Console();

    @Override
    public void run() {
        throw new ParameterException(console.command().commandLine(), console.say("cli.no-command"));
    }
}
