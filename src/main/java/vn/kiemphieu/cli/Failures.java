package vn.kiemphieu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.kiemphieu.ledger.FullDisk;
import vn.kiemphieu.words.Texts;

/** Turns whatever a command threw into a sentence and an exit code. The stack is shown with {@code -v} only. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        KiemPhieu program = (KiemPhieu) command.getCommandSpec().root().userObject();
        PrintWriter err = command.getErr();
        err.println(sentence(failure, program.texts()));
        if (program.verbose()) {
            failure.printStackTrace(err);
        }
        return failure instanceof Failure known ? known.exitCode() : 1;
    }

    static String sentence(Throwable failure, Texts texts) {
        if (failure instanceof Failure known) {
            return String.valueOf(known.getMessage());
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof OutOfMemoryError) {
            return texts.say("cli.out-of-memory");
        }
        if (root instanceof IOException io) {
            return ofDisk(io, texts);
        }
        return texts.say("cli.unexpected", String.valueOf(root));
    }

    private static String ofDisk(IOException failure, Texts texts) {
        String detail = String.valueOf(failure.getMessage());
        if (FullDisk.isBehind(failure)) {
            return texts.say("cli.disk-full");
        }
        if (failure instanceof NoSuchFileException) {
            return texts.say("cli.no-such-file", detail);
        }
        if (failure instanceof AccessDeniedException) {
            return texts.say("cli.access-denied", detail);
        }
        if (failure instanceof FileSystemException) {
            return texts.say("cli.disk", detail);
        }
        return texts.say("cli.disk", failure.toString());
    }
}
