package vn.kiemphieu.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Groups the two ways to a form: print it, or learn it from a blank. */
@Command(
        name = "form",
        subcommands = {FormPrintCommand.class, FormLearnCommand.class})
final class FormCommand implements Runnable {

    @Mixin
    private Console console = new Console();

    @Override
    public void run() {
        throw new ParameterException(console.command().commandLine(), console.say("cli.no-command"));
    }
}
