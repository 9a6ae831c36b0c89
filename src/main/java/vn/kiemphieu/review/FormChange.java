package vn.kiemphieu.review;

import java.io.IOException;
import java.util.Optional;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.form.FormProblem;
import vn.kiemphieu.form.FormProblem.Kind;
import vn.kiemphieu.meeting.Meeting;

/**
 * Another form for the ballots. Once ballots were counted the form stands: the papers out there are of the one before, and
 * every decision is about pages that were laid over it.
 */
record FormChange(Office office, Meeting madeFor, Deed deed, Saving saving) implements Office.Change {

    /** Puts the form into its folder. */
    interface Saving {
        void save() throws IOException;
    }

    @Override
    public Optional<String> objection() {
        if (stands(office)) {
            return Optional.of("desk.form.stands");
        }
        boolean sameMeeting = office.preparation()
                .meeting()
                .filter(now -> now.officials().equals(madeFor.officials()))
                .isPresent();
        return sameMeeting ? Optional.empty() : Optional.of("desk.form.other-meeting");
    }

    /**
     * {@return whether the form has to stay} One that is lost or damaged does not: without a form nothing goes on, and that
     * decisions were set aside is told.
     */
    static boolean stands(Office office) {
        boolean usable = office.preparation()
                .formProblem()
                .map(FormProblem::kind)
                .filter(kind -> kind != Kind.OTHER_NAME && kind != Kind.OTHER_NUMBER)
                .isEmpty();
        return office.counted() && usable;
    }

    @Override
    public void carryOut() throws IOException {
        saving.save();
    }
}
