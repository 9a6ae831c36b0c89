package vn.kiemphieu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.kiemphieu.words.Texts;

/** Says in the user's language what is wrong with the arguments, and how to get help. Picocli itself speaks English only. */
final class UsageErrors implements IParameterExceptionHandler {

    /** Wrong usage, by {@code results.md}. */
    private static final int EXIT_CODE = 2;

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        KiemPhieu program = (KiemPhieu) command.getCommandSpec().root().userObject();
        Texts texts = program.texts();
        command.getErr().println(sentence(error, texts));
        List<String> suggestions = suggestions(error);
        if (!suggestions.isEmpty()) {
            command.getErr().println(texts.say("cli.did-you-mean", String.join(", ", suggestions)));
        }
        command.getErr()
                .println(texts.say("cli.see-help", command.getCommandSpec().qualifiedName()));
        if (program.verbose()) {
            error.printStackTrace(command.getErr());
        }
        return EXIT_CODE;
    }

    private static String sentence(ParameterException error, Texts texts) {
        if (error instanceof MissingParameterException missing) {
            return texts.say("cli.missing", names(missing.getMissing()));
        }
        if (error instanceof UnmatchedArgumentException unmatched) {
            return texts.say("cli.unknown-argument", String.join(" ", unmatched.getUnmatched()));
        }
        ArgSpec argument = error.getArgSpec();
        if (error instanceof OverwrittenOptionException && argument != null) {
            return texts.say("cli.given-twice", name(argument));
        }
        if (argument != null && error.getValue() != null) {
            return texts.say("cli.wrong-value", error.getValue(), name(argument), argument.paramLabel());
        }
        if (argument != null) {
            return texts.say("cli.missing", name(argument));
        }
        return String.valueOf(error.getMessage());
    }

    private static List<String> suggestions(ParameterException error) {
        return error instanceof UnmatchedArgumentException unmatched
                ? new ArrayList<>(unmatched.getSuggestions())
                : List.of();
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(UsageErrors::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
