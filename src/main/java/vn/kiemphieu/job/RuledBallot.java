package vn.kiemphieu.job;

import java.util.List;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.ruling.Ruling;

/**
 * A ballot by name, and what became of it. Light enough to keep for every ballot of a meeting; what was read on its pages
 * stays in the ledger.
 *
 * @param id empty where the page is no ballot
 * @param placed the pages that were read, in the order of the ruling's rows
 */
record RuledBallot(String id, Ruling ruling, List<PageId> placed) {

    RuledBallot {
        placed = List.copyOf(placed);
    }
}
