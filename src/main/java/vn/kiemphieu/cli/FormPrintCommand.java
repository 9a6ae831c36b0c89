package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.BallotPrinter;
import vn.kiemphieu.papers.BallotPrinter.Ballot;
import vn.kiemphieu.papers.BallotPrinter.SignatureBlock;
import vn.kiemphieu.papers.FormFolder;

/** Typesets the ballot for the printer and saves its geometry. Not after counting has begun: ballots out there are older. */
@Command(name = "print")
final class FormPrintCommand implements Callable<Integer> {

    /** More voters than any meeting has; a slip of the finger is not to fill the disk. */
    private static final int MOST_COPIES = 10_000;

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Option(names = "--copies", paramLabel = "N", descriptionKey = "copies", defaultValue = "1")
    private int copies;

    @Option(names = "--signature", descriptionKey = "signature")
    private boolean signature;

    @Option(names = "--per-sheet", paramLabel = "1|2", descriptionKey = "per-sheet", defaultValue = "1")
    private int perSheet;

    @Override
    public Integer call() throws IOException {
        if (copies < 1 || copies > MOST_COPIES) {
            String sentence = console.say("papers.copies", String.valueOf(MOST_COPIES));
            throw new ParameterException(console.command().commandLine(), sentence);
        }
        if (perSheet < 1 || perSheet > 2) {
            throw console.wrongValue("--per-sheet", String.valueOf(perSheet));
        }
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        if (open.hasBallots(console.texts())) {
            throw new Failure(console.say("papers.already-counted"));
        }
        Ballot ballot = ballot(open.meeting(), signature ? SignatureBlock.WITH : SignatureBlock.WITHOUT);
        Path pdf = FormFolder.print(open.folder().form(), ballot, open.meeting().officials(), copies);
        console.tell(console.say(
                "papers.ballot-done",
                pdf,
                String.valueOf(ballot.form().officials()),
                String.valueOf(ballot.form().pages().size()),
                String.valueOf(copies)));
        console.tell(console.say("papers.print-as-it-is"));
        console.tell(console.say("papers.ruler", pdf.resolveSibling(FormFolder.RULER)));
        if (perSheet == 2) {
            console.tell(console.say("papers.cut"));
        }
        return 0;
    }

    private Ballot ballot(Meeting meeting, SignatureBlock block) {
        if (perSheet == 1) {
            return BallotPrinter.print(meeting, block);
        }
        try {
            return BallotPrinter.printHalf(meeting, block);
        } catch (BallotPrinter.TooLong e) {
            throw new Failure(console.say("papers.too-long", meeting.officials().size())).causedBy(e);
        }
    }
}
