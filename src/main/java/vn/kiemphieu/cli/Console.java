package vn.kiemphieu.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.kiemphieu.words.Texts;

/**
 * What every command has in common: the language, {@code -v}, help and version, and the two streams. A command mixes it
 * in with {@code @Mixin private Console console = new Console();} and never touches {@code System.out}.
 */
final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    boolean version;

    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "lang")
    void speak(Language language) {
        // Already chosen in KiemPhieu.run, before the parser had anything to say; here it is only checked.
        language.name();
    }

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "verbose")
    void speakUp(boolean on) {
        if (on) {
            program().speakUp();
        }
    }

    /** The languages that {@code --lang} takes. */
    enum Language {
        vi,
        en
    }

    CommandSpec command() {
        return command;
    }

    Texts texts() {
        return program().texts();
    }

    boolean verbose() {
        return program().verbose();
    }

    /** {@return the sentence of that key; nothing is printed} */
    String say(String key, Object... values) {
        return texts().say(key, values);
    }

    /** {@return the number with its decimals as this language writes them} */
    String decimal(double number, int decimals) {
        return String.format(texts().locale(), "%,." + decimals + "f", number);
    }

    /** {@return wrong usage: an option's value that the parser took but the command cannot use} */
    ParameterException wrongValue(String option, String value) {
        return new ParameterException(command.commandLine(), "", null, command.findOption(option), value);
    }

    /** Prints a line for people. */
    void tell(String line) {
        people().println(line);
    }

    /** Standard error: what people read. */
    PrintWriter people() {
        return command.commandLine().getErr();
    }

    /** Standard output: what programs read. */
    PrintWriter programs() {
        return command.commandLine().getOut();
    }

    /** {@return whether a person watches standard error; the launcher knows, Java cannot tell} */
    static boolean watched() {
        return Boolean.getBoolean("kiemphieu.watched");
    }

    /** {@return how wide that person's terminal is; 80 where the launcher could not find out} */
    static int columns() {
        int columns = Integer.getInteger("kiemphieu.columns", 0);
        return columns > 0 ? columns : 80;
    }

    /** {@return whether a person can answer questions on standard input} */
    static boolean answered() {
        return Boolean.getBoolean("kiemphieu.answered");
    }

    private KiemPhieu program() {
        return (KiemPhieu) command.root().userObject();
    }
}
