package vn.kiemphieu.rehearsal;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

/**
 * One scanned ballot after the count.
 *
 * @param rows how many rows are printed on its pages; 0 for backs and for papers of others
 * @param expected what it had to come to
 * @param named whether the count gave the code of what was done to it, where it gave any
 * @param statuses what the count made of its pages
 * @param reasons the codes it gave
 */
public record Judged(
        String ballot,
        List<String> pages,
        int rows,
        Set<Deed> deeds,
        Expectation expected,
        Outcome outcome,
        boolean named,
        Set<Status> statuses,
        Set<Fault> reasons) {

    public Judged {
        pages = List.copyOf(pages);
        deeds = Set.copyOf(deeds);
        statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
        reasons = Collections.unmodifiableSet(new TreeSet<>(reasons));
    }

    Judged as(Outcome other) {
        return new Judged(ballot, pages, rows, deeds, expected, other, named, statuses, reasons);
    }

    /** {@return whether nothing stood against counting it, and yet it was proposed as invalid} */
    public boolean wronglyInvalid() {
        return expected == Expectation.COUNTED && statuses.contains(Status.INVALID);
    }

    /** {@return status and reasons, for people who look for the cause} */
    public String said() {
        return statuses + " " + reasons;
    }
}
