package vn.kiemphieu.review;

import java.util.List;
import java.util.UUID;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.FormFolder;
import vn.kiemphieu.words.Texts;

/**
 * A form that was learned from a blank and that nobody has confirmed yet. Kept in memory alone: whoever does not confirm it
 * has changed nothing.
 *
 * @param id so that what is confirmed is what was looked at
 * @param previews a picture of each page, as PNG
 */
record FormProposal(String id, String file, Meeting meeting, Understood understood, List<byte[]> previews) {

    FormProposal {
        previews = List.copyOf(previews);
    }

    static FormProposal of(String file, Meeting meeting, Understood understood, Texts texts) {
        return new FormProposal(
                UUID.randomUUID().toString(),
                file,
                meeting,
                understood,
                FormFolder.previews(understood, meeting.officials(), texts));
    }

    /** {@return whether a name stands where another official's belongs: nobody can confirm that, votes would go astray} */
    public boolean inOtherOrder() {
        return understood.problems().stream().anyMatch(problem -> problem.kind() == LearnProblem.Kind.NAME_ELSEWHERE);
    }

    /** {@return how many names were read otherwise than the meeting has them} */
    public int otherNames() {
        return understood.problems().size();
    }
}
