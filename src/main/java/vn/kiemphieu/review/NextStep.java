package vn.kiemphieu.review;

import java.util.Locale;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Standing.State;

/** The one thing that has to be done now. */
enum NextStep {
    MEETING,
    FORM,
    SCAN,
    COUNT,
    WAIT_FOR_THE_COUNT,
    MEMBERS,
    CHAIR,
    BOOKS,
    CLOSE,
    DONE;

    /**
     * {@return what it is}
     *
     * @param scans how many files lie in the folder of scans
     * @param balanced whether the books balance
     */
    static NextStep of(Office office, boolean counting, long scans, boolean balanced) {
        Docket docket = office.docket();
        if (!office.preparation().complete()) {
            return office.preparation().meeting().isEmpty() ? MEETING : FORM;
        }
        if (counting) {
            return WAIT_FOR_THE_COUNT;
        }
        if (office.closed().isPresent()) {
            return DONE;
        }
        if (scans == 0 && docket.subjects().isEmpty()) {
            return SCAN;
        }
        if (scans > office.filesTaken()) {
            return COUNT;
        }
        if (!docket.in(State.MEMBERS).isEmpty()) {
            return MEMBERS;
        }
        if (!docket.in(State.CHAIR).isEmpty()) {
            return CHAIR;
        }
        return balanced ? CLOSE : BOOKS;
    }

    /** {@return the key of its sentence} */
    String key() {
        return "desk.next." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
