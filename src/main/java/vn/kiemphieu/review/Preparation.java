package vn.kiemphieu.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormProblem;
import vn.kiemphieu.form.FormReading;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingDraft;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.MeetingProblem;
import vn.kiemphieu.meeting.MeetingReading;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * How far the meeting is prepared: what its folder says at one moment. Nothing is counted before both the meeting and a
 * form for its officials are there.
 *
 * @param text of {@code meeting.yaml}; empty where there is none
 * @param problems why there is no meeting
 * @param formProblem why there is no form; empty, too, where there is no meeting to have one
 * @param formText of {@code form.json}, which names the SHA-256 of every blank page
 */
record Preparation(
        String text,
        Optional<Meeting> meeting,
        List<MeetingProblem> problems,
        Optional<BallotForm> form,
        Optional<FormProblem> formProblem,
        String formText) {

    /** The ids of the rule profiles that there are. */
    static final Set<String> RULES = Set.copyOf(RuleProfile.ids());

    static Preparation of(MeetingFolder folder) {
        MeetingReading reading = MeetingFile.read(folder.meetingFile(), RULES);
        Optional<FormReading> form =
                reading.meeting().map(meeting -> FormFile.load(folder.form(), meeting.officials()));
        return new Preparation(
                MeetingFile.text(folder.meetingFile()),
                reading.meeting(),
                reading.problems(),
                form.flatMap(FormReading::form),
                form.flatMap(FormReading::problem),
                MeetingFile.text(folder.form().resolve("form.json")));
    }

    /** {@return whether both have a form, and it is the same} */
    boolean hasSameForm(Preparation other) {
        return complete() && other.complete() && formText.equals(other.formText);
    }

    /** {@return whether there is all that a count needs} */
    public boolean complete() {
        return form.isPresent();
    }

    /** {@return whether there is a file at all, right or wrong} */
    boolean begun() {
        return problems.stream().noneMatch(problem -> problem.kind() == MeetingProblem.Kind.FILE_MISSING);
    }

    MeetingDraft draft() {
        return MeetingFile.draft(text);
    }
}
