package vn.kiemphieu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;

/** The proof that every page that came in came out exactly once. Whatever the steps before say, this is asked last. */
final class Reconciliation {

    /** Enough to find the mistake by, few enough to read. */
    private static final int NAMED = 5;

    private Reconciliation() {}

    /**
     * Compares.
     *
     * @throws CountingTrouble with both figures and the first pages that differ
     */
    static void check(List<PageId> in, List<PageId> out) throws CountingTrouble {
        Map<PageId, Integer> balance = new HashMap<>();
        in.forEach(page -> balance.merge(page, 1, Integer::sum));
        out.forEach(page -> balance.merge(page, -1, Integer::sum));
        List<String> differing = new ArrayList<>();
        balance.forEach((page, rest) -> {
            if (rest != 0) {
                differing.add(page.toString());
            }
        });
        if (!differing.isEmpty() || in.size() != out.size()) {
            String named =
                    String.join(", ", differing.stream().sorted().limit(NAMED).toList());
            throw new CountingTrouble(Kind.BOOKS_DIFFER, in.size(), out.size(), named);
        }
    }
}
