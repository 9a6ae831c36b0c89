package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormReading;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.MeetingProblem;
import vn.kiemphieu.meeting.MeetingProblem.Kind;
import vn.kiemphieu.meeting.MeetingReading;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.words.Texts;

/**
 * A meeting folder as a command opens it. What is wrong with its files becomes one {@link Failure} that says everything
 * at once; a command that got past here has a meeting that contradicts itself nowhere.
 */
record OpenMeeting(MeetingFolder folder, Meeting meeting) {

    /** By {@code results.md}: a {@code meeting.yaml} that contradicts itself. */
    private static final int EXIT_CONTRADICTION = 2;

    static OpenMeeting open(Path dir, Texts texts) {
        MeetingFolder folder = new MeetingFolder(dir);
        MeetingReading reading = MeetingFile.read(folder.meetingFile(), Set.copyOf(RuleProfile.ids()));
        Meeting meeting = reading.meeting().orElseThrow(() -> refused(reading.problems(), texts));
        return new OpenMeeting(folder, meeting);
    }

    /** {@return the form that was printed or learned for exactly these officials} */
    BallotForm form(Texts texts) {
        FormReading reading = FormFile.load(folder.form(), meeting.officials());
        return reading.form()
                .orElseThrow(() -> new Failure(reading.problem()
                        .map(p -> texts.say(p.key(), p.values()))
                        .orElseThrow()));
    }

    /** {@return whether this meeting has a ledger} */
    boolean counted() {
        return Files.exists(folder.ledger().resolveSibling("ledger.mv.db"));
    }

    /** {@return whether ballots of this meeting have been counted} */
    boolean hasBallots(Texts texts) throws IOException {
        return OpenLedger.hasBallots(folder, texts);
    }

    private static Failure refused(List<MeetingProblem> problems, Texts texts) {
        String lines = problems.stream().map(p -> sentence(p, texts)).collect(Collectors.joining("\n"));
        boolean onDisk =
                problems.stream().allMatch(p -> p.kind() == Kind.FILE_MISSING || p.kind() == Kind.FILE_UNREADABLE);
        if (onDisk) {
            return new Failure(lines);
        }
        return new Failure(
                lines + "\n" + texts.say("meeting.count", String.valueOf(problems.size())), EXIT_CONTRADICTION);
    }

    private static String sentence(MeetingProblem problem, Texts texts) {
        String reason = texts.say(problem.key(), problem.values());
        return problem.line() == 0
                ? texts.say("meeting.in-file", reason)
                : texts.say("meeting.at-line", String.valueOf(problem.line()), reason);
    }
}
