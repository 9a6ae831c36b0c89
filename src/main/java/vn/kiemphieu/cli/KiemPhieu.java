package vn.kiemphieu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import vn.kiemphieu.words.Texts;

/**
 * The program. Help, usage errors and {@code init} answer without Spring: a command class names no Spring type in its
 * fields and methods, so none is loaded before its work begins.
 */
@Command(
        name = "kiemphieu",
        versionProvider = KiemPhieu.Version.class,
        subcommands = {
            InitCommand.class,
            FormCommand.class,
            DeadlinesCommand.class,
            CountCommand.class,
            ReviewCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            ReopenCommand.class,
            ExplainCommand.class,
            RehearseCommand.class,
            BenchCommand.class,
            DemoCommand.class,
            SamplesCommand.class
        })
public final class KiemPhieu implements Runnable {

    @Mixin
    private Console console = new Console();

    private final Texts texts;
    private boolean verbose;

    private KiemPhieu(Texts texts) {
        this.texts = texts;
    }

    public static void main(String[] args) {
        PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
        int exitCode = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * {@return the exit code: 0 it did what was asked, 1 it failed, 2 wrong usage}
     *
     * @param out what programs read
     * @param err what people read
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Texts texts = spokenTo(args);
        KiemPhieu program = new KiemPhieu(texts);
        return new CommandLine(program)
                .setResourceBundle(help(texts))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures())
                .setExecutionStrategy(KiemPhieu::execute)
                .execute(args);
    }

    /** Help is for people, so it goes where people read; picocli would send it to standard output. */
    private static int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (command.isUsageHelpRequested()) {
                command.usage(command.getErr());
                return 0;
            }
            if (command.isVersionHelpRequested()) {
                command.getCommandSpec().root().commandLine().printVersionHelp(command.getOut());
                return 0;
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(console.command().commandLine(), console.say("cli.no-command"));
    }

    Texts texts() {
        return texts;
    }

    boolean verbose() {
        return verbose;
    }

    void speakUp() {
        verbose = true;
        System.setProperty("kiemphieu.log", "INFO"); // see logback.xml; nothing has logged yet
    }

    /** The version that Maven wrote into the jar; without a jar, as in tests, there is none to tell. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"kiemphieu " + number()};
        }

        /** {@return the version alone, as the papers name it} */
        static String number() {
            String built = KiemPhieu.class.getPackage().getImplementationVersion();
            return built == null ? "(unpackaged)" : built;
        }
    }

    /** The language must be known before the arguments are parsed: parsing already has things to say. */
    private static Texts spokenTo(String[] args) {
        for (int i = 0; i < args.length; i++) {
            boolean english = args[i].equals("--lang=en")
                    || (args[i].equals("--lang") && i + 1 < args.length && args[i + 1].equals("en"));
            if (english) {
                return Texts.ENGLISH;
            }
        }
        return Texts.VIETNAMESE;
    }

    private static ResourceBundle help(Texts texts) {
        Locale locale = texts.locale();
        return ResourceBundle.getBundle(
                "texts/commands",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Vietnamese wants UTF-8 whatever the machine's locale says; a bare server often says ASCII. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
