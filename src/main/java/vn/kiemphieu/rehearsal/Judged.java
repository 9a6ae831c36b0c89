package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Set;

/**
 * One scanned ballot after the count.
 *
 * @param expected what it had to come to
 * @param named whether the count gave the code of what was done to it, where it gave any
 * @param said status and reasons, for people who look for the cause
 */
public record Judged(
        String ballot,
        List<String> pages,
        Set<Deed> deeds,
        Expectation expected,
        Outcome outcome,
        boolean named,
        String said) {

    public Judged {
        pages = List.copyOf(pages);
        deeds = Set.copyOf(deeds);
    }
}
